/// Explains what YAML makes of an expression that is written without quotes, which its own errors do not say.
struct YAMLAdvice {
    private let bytes: [UInt8]

    /// Takes the text of a pack.
    init(_ text: String) { bytes = Array(text.utf8) }

    /// What to write instead, if an expression stands in the line of an offset; `nil` otherwise.
    func advice(at offset: Int) -> String? {
        let offset = min(max(0, offset), bytes.count)
        let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) ?? bytes.count
        guard let value = value(in: start..<end), let cause = Self.cause(value) else { return nil }
        return "\(cause): write the expression on a line of its own, after '|'"
    }

    /// Whether a plain text ended at an offset because a blank and `#` start a comment there.
    static func isComment(in text: String, at offset: Int) -> Bool {
        var rest = text.utf8.dropFirst(offset)
        guard let first = rest.popFirst(), first == 0x20 || first == 0x09 else { return false }
        return rest.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
    }

    /// What stands behind the key of an expression in a line.
    private func value(in line: Range<Int>) -> ArraySlice<UInt8>? {
        var rest = bytes[line].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "-") }
        guard let key = RuleExpression.Key.single.first(where: { rest.starts(with: "\($0.text):".utf8) }) else {
            return nil
        }
        rest = rest.dropFirst(key.text.utf8.count + 1).drop { $0 == 0x20 || $0 == 0x09 }
        return rest
    }

    private static func cause(_ value: ArraySlice<UInt8>) -> String? {
        switch value.first {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return "YAML takes a quote at the start for that of the whole value"
        case UInt8(ascii: "!"): return "YAML takes '!' at the start for a tag"
        case UInt8(ascii: "["): return "YAML takes '[' at the start for a list of its own"
        case UInt8(ascii: "{"): return "YAML takes '{' at the start for a mapping of its own"
        case UInt8(ascii: "&"), UInt8(ascii: "*"): return "YAML takes '&' or '*' at the start for an anchor"
        case UInt8(ascii: "`"), UInt8(ascii: "@"), UInt8(ascii: "%"):
            return "a value of YAML cannot start with this character"
        default: break
        }
        let hasColon = value.indices.dropLast().contains { value[$0] == UInt8(ascii: ":") && value[$0 + 1] == 0x20 }
        return hasColon ? "YAML takes a colon and a blank for the end of a key" : nil
    }
}
