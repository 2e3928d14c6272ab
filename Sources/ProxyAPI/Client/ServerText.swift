/// Makes a server's words fit to stand in one line of a message.
enum ServerText {
    /// The longest text shown, in code points.
    static var longest: Int { 200 }
    /// How much of a text is looked at; the rest cannot be shown anyway.
    private static var longestRead: Int { 2000 }

    /// Shortens `text`, puts a space for control, invisible and direction-changing characters, and hides secrets.
    ///
    /// - Parameter secrets: Texts that a server may echo; those under three bytes are too common to be told apart.
    static func clean(_ text: String, hiding secrets: [String] = []) -> String {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars.prefix(longestRead) {
            bytes += UTF8.encode(isShown(scalar) ? scalar : " ").map(Array.init) ?? []
        }
        for secret in secrets where secret.utf8.count >= 3 {
            bytes = replacing(Array(secret.utf8), in: bytes)
        }
        let shown = String(decoding: bytes, as: UTF8.self).unicodeScalars
        var line = String(String.UnicodeScalarView(shown.prefix(longest)))
        if shown.count > longest { line += "…" }
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }

    private static func replacing(_ needle: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        var replaced: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: needle) {
                replaced += Array("(secret)".utf8)
                index += needle.count
            } else {
                replaced.append(bytes[index])
                index += 1
            }
        }
        return replaced
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}
