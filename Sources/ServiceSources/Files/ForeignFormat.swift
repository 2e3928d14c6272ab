/// What a file is that is not JSON, as far as its first bytes tell.
enum ForeignFormat: Sendable, CaseIterable {
    case html, xml, yaml, utf16, binary, text

    /// Looks at the beginning of a file, without the white space before it.
    init(_ beginning: some Collection<UInt8>) {
        let start = Array(beginning.prefix(256))
        let lowercased = String(decoding: start, as: UTF8.self).lowercased()
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else if start.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0D, 0x1B].contains($0) }) {
            self = .binary
        } else if lowercased.hasPrefix("<!doctype html") || lowercased.hasPrefix("<html") {
            self = .html
        } else if start.first == UInt8(ascii: "<") {
            self = .xml
        } else if ForeignFormat.seemsYAML(start) {
            self = .yaml
        } else {
            self = .text
        }
    }

    /// One line.
    var reason: String {
        switch self {
        case .html: "not JSON but an HTML page"
        case .xml: "not JSON but XML or HTML"
        case .yaml: "not JSON; it looks like YAML"
        case .utf16: "not UTF-8; it looks like UTF-16"
        case .binary: "not JSON but binary data"
        case .text: "not JSON"
        }
    }

    /// Whether the first line is a document marker, a comment, a list item or a plain name with a colon.
    private static func seemsYAML(_ start: [UInt8]) -> Bool {
        if start.starts(with: "---".utf8) || start.starts(with: "- ".utf8) || start.starts(with: "#".utf8) {
            return true
        }
        let name = start.prefix { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        let rest = start.dropFirst(name.count)
        guard !name.isEmpty, rest.first == UInt8(ascii: ":") else { return false }
        return [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(rest.dropFirst().first)
    }
}
