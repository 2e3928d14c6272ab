internal import Foundation

/// Reads small texts that commands take whole.
enum InputText {
    /// The largest text that is read, in bytes.
    private static let largestSize = 64 << 20

    /// The text of a file, or of standard input for `-`.
    ///
    /// - Throws: `CommandError` for what cannot be read, is too large, or is not UTF-8.
    static func read(_ path: String) throws(CommandError) -> String {
        let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        let name = path == "-" ? "standard input" : path
        guard let handle else { throw .usage("\(name): \(String(cString: strerror(errno)))") }
        let data: Data
        do {
            data = try handle.read(upToCount: largestSize + 1) ?? Data()
        } catch {
            throw .usage("\(name): cannot be read")
        }
        guard data.count <= largestSize else { throw .usage("\(name): larger than \(largestSize >> 20) MiB") }
        guard let text = String(validating: data, as: UTF8.self) else { throw .usage("\(name): not UTF-8") }
        return text
    }
}

/// Bytes as text, by RFC 4648.
enum Base64 {
    static func text(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
