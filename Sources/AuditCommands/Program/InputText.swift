internal import Platform

/// Reads small texts that commands take whole.
enum InputText {
    /// The largest text that is read, in bytes.
    private static let largestSize = 64 << 20

    /// The text of a file, or of standard input for `-`.
    ///
    /// - Throws: `CommandError` for what cannot be read, is too large, or is not UTF-8.
    static func read(_ path: String) throws(CommandError) -> String {
        guard !path.isEmpty else { throw .usage(CommandError.emptyPath) }
        let name = path == "-" ? "standard input" : path
        let bytes: [UInt8]
        do throws(SystemFailure) {
            bytes = try FileContent(path: path, limit: largestSize).bytes
        } catch {
            if error == .interrupted { throw CommandError("interrupted", status: .interrupted) }
            throw .usage("\(name): \(error.words)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .usage("\(name): not UTF-8") }
        return text
    }

    /// The text of a file's bytes, without the byte order mark that it may begin with.
    ///
    /// - Throws: `CommandError` for bytes that are not UTF-8.
    static func text(of bytes: [UInt8], label: String) throws(CommandError) -> String {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            throw .configuration("\(label): \(isWide ? "UTF-16, not UTF-8: save it as UTF-8" : "not UTF-8")")
        }
        return text
    }
}
