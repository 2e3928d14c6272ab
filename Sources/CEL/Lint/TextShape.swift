internal import Text

/// What is known of the text that an expression gives, whatever the variables are.
struct TextShape {
    /// A property that the text always has.
    enum Property {
        /// No letter from A to Z.
        case withoutCapitals
        /// No letter from a to z.
        case withoutSmallLetters
        /// No blanks at its ends.
        case trimmed
        /// Digits alone.
        case digits
        /// So many characters at most; exactly so many if `isExact`.
        case length(Int, isExact: Bool)
        /// Another text does not stand in it.
        case without(String)
    }

    /// How a text is looked for in the text of the shape.
    enum Relation: String {
        case equal
        case startsWith
        case endsWith
        case contains
    }

    /// Why a text is never found, and what may have been meant.
    struct Conflict {
        let reason: String
        let meant: String?
    }

    /// What is known, with the function that it is known from.
    private var properties: [(property: Property, function: String)] = []

    /// What is known of a node's text; nothing for most.
    init(of node: Expression, _ context: LintContext) {
        guard case .call(let call) = node.kind, !context.functions(of: node).contains(where: \.isHost) else { return }
        let operands = context.operands(of: call, node)
        guard let target = operands.first else { return }
        func inherit(_ isKept: (Property) -> Bool) {
            properties = TextShape(of: target, context).properties.filter { isKept($0.property) }
        }
        func add(_ property: Property) { properties.append((property, call.function)) }
        switch call.function {
        case "lowerAscii", "upperAscii":
            inherit { if case .without = $0 { false } else { true } }
            properties.removeAll {
                switch $0.property {
                case .withoutCapitals, .withoutSmallLetters: true
                default: false
                }
            }
            add(call.function == "lowerAscii" ? .withoutCapitals : .withoutSmallLetters)
        case "trim":
            inherit { property in
                if case .length(_, isExact: true) = property { false } else { true }
            }
            add(.trimmed)
        case "reverse" where context.type(of: target).unwrapped == .string:
            inherit { property in
                if case .without(let text) = property { text.unicodeScalars.count == 1 } else { true }
            }
        case "charAt":
            inherit { property in
                switch property {
                case .withoutCapitals, .withoutSmallLetters, .digits, .without: true
                case .trimmed, .length: false
                }
            }
            add(.length(1, isExact: false))
        case "substring":
            guard operands.count == 3, case .literal(.int(let start)) = operands[1].kind,
                case .literal(.int(let end)) = operands[2].kind, start >= 0, end >= start, end < Int64(Int32.max)
            else { return }
            inherit { if case .length = $0 { false } else if case .trimmed = $0 { false } else { true } }
            add(.length(Int(end - start), isExact: true))
        case "replace":
            guard operands.count == 3, case .literal(.string(let sought)) = operands[1].kind,
                case .literal(.string(let other)) = operands[2].kind, sought.unicodeScalars.count == 1,
                !other.contains(sought)
            else { return }
            add(.without(sought))
        case Operators.index:
            guard case .call(let split) = target.kind, split.function == "split", split.arguments.count == 1,
                case .literal(.string(let separator)) = split.arguments[0].kind, !separator.isEmpty,
                let text = split.target
            else { return }
            properties = TextShape(of: text, context).properties.filter {
                switch $0.property {
                case .withoutCapitals, .withoutSmallLetters, .digits: true
                default: false
                }
            }
            properties.append((.without(separator), "split"))
        case "getScheme": add(.withoutCapitals)
        case "getPort": add(.digits)
        case "getHostname", "getHost":
            for sign in ["/", "?", "#", "@"] { add(.without(sign)) }
        default: break
        }
    }

    /// Why a text is never found in the shape's text; `nil` where it may be.
    func conflict(with text: String, _ relation: Relation) -> Conflict? {
        guard !text.isEmpty else { return nil }
        for (property, function) in properties {
            if let conflict = Self.conflict(property, "'\(function)'", text, relation) { return conflict }
        }
        return nil
    }

    /// Why a regular expression never matches the shape's text: it has letters that must stand in the text and never do.
    func conflict(withPattern pattern: String) -> Conflict? {
        let bytes = Array(pattern.utf8)
        for (index, byte) in bytes.enumerated() {
            let isPlain = byte.isLetter || byte.isDigit || "^$_-/:@ .".utf8.contains(byte)
            let isAnyText = byte == UInt8(ascii: "*") && index > 0 && bytes[index - 1] == UInt8(ascii: ".")
            guard isPlain || isAnyText else { return nil }
        }
        for (property, function) in properties {
            switch property {
            case .withoutCapitals, .withoutSmallLetters:
                if let conflict = Self.conflict(property, "'\(function)'", pattern, .contains) { return conflict }
            default: continue
            }
        }
        return nil
    }

    private static func conflict(
        _ property: Property, _ function: String, _ text: String, _ relation: Relation
    ) -> Conflict? {
        let count = text.unicodeScalars.count
        switch property {
        case .withoutCapitals:
            guard text.utf8.contains(where: isCapital) else { return nil }
            return Conflict(reason: "\(function) gives no capital letters", meant: mapped(text) { $0 | 0x20 })
        case .withoutSmallLetters:
            guard text.utf8.contains(where: { $0.isLetter && !isCapital($0) }) else { return nil }
            return Conflict(reason: "\(function) gives no small letters", meant: mapped(text) { $0 & 0xDF })
        case .trimmed:
            let starts =
                text.unicodeScalars.first?.properties.isWhitespace == true && relation != .endsWith
                && relation != .contains
            let ends =
                text.unicodeScalars.last?.properties.isWhitespace == true && relation != .startsWith
                && relation != .contains
            guard starts || ends else { return nil }
            var meant = Substring(text)
            while meant.first?.isWhitespace == true { meant = meant.dropFirst() }
            while meant.last?.isWhitespace == true { meant = meant.dropLast() }
            return Conflict(reason: "\(function) leaves no blanks at the ends", meant: String(meant))
        case .digits:
            return text.utf8.allSatisfy(\.isDigit)
                ? nil : Conflict(reason: "\(function) gives digits alone", meant: nil)
        case .length(let length, let isExact):
            guard count > length || isExact && relation == .equal && count != length else { return nil }
            let characters = "\(length) character\(length == 1 ? "" : "s")"
            return Conflict(
                reason: "\(function) gives \(isExact ? "" : "at most ")\(characters) here, and this text has \(count)",
                meant: nil)
        case .without(let part):
            guard text.contains(part) else { return nil }
            return Conflict(reason: "\(function) gives no text with '\(part)' in it", meant: nil)
        }
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte.isLetter && byte & 0x20 == 0 }

    private static func mapped(_ text: String, _ letter: (UInt8) -> UInt8) -> String {
        String(decoding: text.utf8.map { $0.isLetter ? letter($0) : $0 }, as: UTF8.self)
    }
}
