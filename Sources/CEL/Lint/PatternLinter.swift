internal import Text

/// Finds what in a regular expression is probably not meant.
struct PatternLinter {
    private let bytes: [UInt8]

    /// Takes a pattern.
    init(_ pattern: String) { bytes = Array(pattern.utf8) }

    /// What is probably not meant, and what to write instead.
    var problem: (remark: Remark, suggestion: String)? {
        if bytes.contains(0x08) {
            return (.backspace, "write the pattern as r'…'")
        }
        guard let host = hostWithOpenDots else { return nil }
        let mended = host.replacing(".", with: "\\.")
        return (.openDots(host), "write r'…' with \(mended) in it")
    }

    /// The first name that looks like a host's and has dots that stand for any character.
    private var hostWithOpenDots: String? {
        var start: Int?
        var hasDot = false
        var index = 0
        var isInClass = false
        while index <= bytes.count {
            let byte = index < bytes.count ? bytes[index] : 0
            if isInClass {
                isInClass = byte != UInt8(ascii: "]")
            } else if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") {
                start = start ?? index
            } else if byte == UInt8(ascii: "."), start != nil, isLabelStart(at: index + 1) {
                hasDot = true
            } else {
                if let first = start, hasDot, !isRepeated(byte), isHost(bytes[first..<index]) {
                    return String(decoding: bytes[first..<index], as: UTF8.self)
                }
                start = nil
                hasDot = false
                if byte == UInt8(ascii: "\\") { index += 1 }
                if byte == UInt8(ascii: "[") {
                    isInClass = true
                    // A bracket right at the start is in the class.
                    if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "]") { index += 1 }
                }
            }
            index += 1
        }
        return nil
    }

    private func isLabelStart(at index: Int) -> Bool {
        index < bytes.count && (bytes[index].isLetter || bytes[index].isDigit)
    }

    /// Whether a sign behind a name repeats its last letter, so that it is no name.
    private func isRepeated(_ byte: UInt8) -> Bool { [0x2A, 0x2B, 0x7B].contains(byte) }

    /// Whether a name with dots ends like a host's.
    private func isHost(_ name: ArraySlice<UInt8>) -> Bool {
        let labels = name.split(separator: UInt8(ascii: "."))
        guard labels.count > 1, let last = labels.last else { return false }
        let top = String(decoding: last.map { $0 | 0x20 }, as: UTF8.self)
        return Self.topLevels.contains(top) || labels.count > 2 && last.count == 2 && last.allSatisfy(\.isLetter)
    }

    /// Top-level names that hosts of callbacks have, and those that are kept for tests and inner networks.
    private static let topLevels: Set<String> = [
        "com", "net", "org", "io", "dev", "app", "ai", "co", "cloud", "tech", "info", "biz", "edu", "gov", "mil", "int",
        "me",
        "xyz", "online", "site", "store", "shop", "example", "test", "invalid", "local", "localhost", "internal", "lan",
        "corp",
        "home", "arpa", "eu", "uk", "de", "fr", "nl", "ch", "at", "be", "es", "it", "pl", "se", "no", "dk", "fi", "us",
        "ca",
        "au", "nz", "jp", "cn", "kr", "in", "br", "mx", "ru", "za", "ie", "pt", "cz", "tv", "sh", "gg", "ly",
    ]
}
