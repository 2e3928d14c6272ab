/// Writes an expression that mostly fits its types, by the fuzzer's choices.
struct ExpressionGenerator {
    private var choices: ChoiceReader
    /// The names of macro variables in scope, with their kinds.
    private var names: [(name: String, kind: ExpressionKind)] = []
    private var nameCount = 0

    /// How deep templates are put into each other; below, there are variables and literals.
    private static let deepest = 10

    /// Makes a generator; it ends when the choices do.
    init(_ choices: ChoiceReader) { self.choices = choices }

    /// An expression of the kind, as source.
    mutating func expression(of kind: ExpressionKind) -> String { expression(of: kind, depth: 0) }

    private mutating func expression(of kind: ExpressionKind, depth: Int) -> String {
        let choice = choices.next()
        if choice >= 0xC0 || depth >= Self.deepest {
            let known = names.filter { $0.kind == kind }
            if choice & 1 == 1, let name = choices.element(of: known)?.name { return name }
            if let literal = literal(of: kind) { return literal }
        }
        let templates = ExpressionTemplates.templates(for: kind)
        guard depth < Self.deepest else { return templates[0] }
        let template = templates[Int(choice) % templates.count]
        let expanded = expand(template, depth: depth + 1)
        return template.contains(" ") ? "(\(expanded))" : expanded
    }

    private mutating func expand(_ template: String, depth: Int) -> String {
        let outer = names.count
        defer { names.removeSubrange(outer...) }
        var made: [(name: String, kind: ExpressionKind)] = []
        var result = ""
        var marker: Character?
        for character in template {
            if let kind = ExpressionKind(rawValue: character), marker == "$" {
                result += expression(of: kind, depth: depth)
            } else if let kind = ExpressionKind(rawValue: character), marker == "@" {
                nameCount += 1
                made.append(("v\(nameCount)", kind))
                result += "v\(nameCount)"
            } else if character == "#" {
                names += made
            } else if character != "$", character != "@" {
                result.append(character)
            }
            marker = character == "$" || character == "@" ? character : nil
        }
        return result
    }

    private mutating func literal(of kind: ExpressionKind) -> String? {
        switch kind {
        case .bool: choices.next() & 1 == 0 ? "false" : "true"
        case .int: choices.element(of: Self.integers) ?? "0"
        case .uint: choices.element(of: ["0u", "1u", "18446744073709551615u", "0x10u"])
        case .double:
            choices.element(of: ["0.0", "-0.0", "1.5", "1e308", "5e-324", "9223372036854775807.0", "double('NaN')"])
        case .string: string()
        case .bytes: "b'\(escaped(choices.bytes(atMost: 12)))'"
        case .timestamp: "timestamp('\(choices.element(of: Self.timestamps) ?? "")')"
        case .duration: "duration('\(choices.element(of: Self.durations) ?? "")')"
        default: nil
        }
    }

    private mutating func string() -> String {
        let choice = choices.next()
        if choice < 0x80 { return "'\(Self.texts[Int(choice) % Self.texts.count])'" }
        let text = String(decoding: choices.bytes(atMost: 24), as: UTF8.self)
        return "'\(escaped(Array(text.utf8)))'"
    }

    private func escaped(_ bytes: [UInt8]) -> String {
        let isText = String(validating: bytes, as: UTF8.self) != nil
        var result: [UInt8] = []
        for byte in bytes {
            if byte >= 0x20, byte != UInt8(ascii: "'"), byte != UInt8(ascii: "\\"), isText || byte < 0x7F {
                result.append(byte)
            } else {
                let digits = String(byte, radix: 16)
                result += Array((digits.utf8.count == 1 ? "\\x0" : "\\x").utf8) + Array(digits.utf8)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let integers = [
        "0", "1", "-1", "2", "3", "7", "63", "64", "100", "-9223372036854775808", "9223372036854775807", "4294967296",
    ]

    private static let timestamps = [
        "2026-02-28T23:59:60Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "2024-02-29T12:00:00+14:00",
        "",
    ]

    private static let durations = ["0", "1h", "-1ns", "2562047h47m16.854775807s", "1.5m", "h"]

    private static let texts = [
        "", "a", "abc", "é", "e\u{301}", "\u{1F600}", "%s %d", "%", "10.0.0.1", "::ffff:1.2.3.4", "10.0.0.0/8",
        "fe80::/129",
        "http://a.b/c?d#e", "https://[::1]:443", "(a+)+$", "[", "\\\\d{1000}", ",", "1", "-0", "1e400", "NaN", "true",
        "America/New_York", "-07:00", "../../etc/passwd", "YWJj", "YQ==", "%.999999f", "%1$s",
    ]
}
