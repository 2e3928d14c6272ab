internal import Platform

/// Reads small texts that commands take whole.
enum InputText {
    /// The largest text that is read, in bytes.
    private static let largestSize = 64 << 20

    /// The text of a file, or of standard input for `-`.
    ///
    /// - Throws: `CommandError` for what cannot be read, is too large, or is not UTF-8.
    static func read(_ path: String) throws(CommandError) -> String {
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
}
