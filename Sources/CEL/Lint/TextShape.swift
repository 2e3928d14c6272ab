internal import Text

/// What is known of the text that an expression gives, whatever the variables are.
struct TextShape {
    /// A property that the text always has.
    enum Property: Sendable, Hashable {
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
    enum Relation: Equatable {
        case equal
        case part(TextTest)
    }

    /// Why a text is never found, and what may have been meant.
    struct Conflict {
        /// What the texts have.
        let property: Property
        /// The function that makes them so.
        let function: String
        /// The characters of the text that is looked for.
        let length: Int
        let meant: String?
    }

    /// Tells what is known of the text that a call gives.
    typealias Rule = @Sendable (KnownArguments) -> TextShape

    /// What is known, with the function that it is known from.
    private var properties: [(property: Property, function: String)] = []

    /// What is known of a text of which nothing is known.
    init() {}

    /// What a call makes so.
    init(_ properties: [Property], from call: KnownArguments) {
        self.properties = properties.map { ($0, call.function) }
    }

    /// What is known of a node's text; nothing for most.
    init(of node: Expression, _ context: LintContext) {
        guard case .call(let call) = node.kind, !context.functions(of: node).contains(where: \.isHost) else { return }
        if let rule = context.trait(\.shape, of: node) {
            self = rule(KnownArguments(call, node, context))
        } else if call.function == Operators.index, let list = call.operands.first, case .call(let inner) = list.kind,
            let rule = context.trait(\.elementShape, of: list)
        {
            self = rule(KnownArguments(inner, list, context))
        }
    }

    /// What goes for a text that is made of this one.
    func keeping(_ isKept: (Property) -> Bool) -> TextShape {
        var shape = self
        shape.properties.removeAll { !isKept($0.property) }
        return shape
    }

    /// The same and one more, which a call makes so.
    func adding(_ property: Property, from call: KnownArguments) -> TextShape {
        var shape = self
        shape.properties.append((property, call.function))
        return shape
    }

    /// Whether the text is made of digits alone, if of anything.
    var isDigits: Bool { properties.contains { if case .digits = $0.property { true } else { false } } }

    /// Why a text is never found in the shape's text; `nil` where it may be.
    func conflict(with text: String, _ relation: Relation) -> Conflict? {
        guard !text.isEmpty else { return nil }
        for (property, function) in properties {
            if let conflict = Self.conflict(property, function, text, relation) { return conflict }
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
                if let conflict = Self.conflict(property, function, pattern, .part(.contains)) {
                    return conflict
                }
            default: continue
            }
        }
        return nil
    }

    private static func conflict(
        _ property: Property, _ function: String, _ text: String, _ relation: Relation
    ) -> Conflict? {
        let count = text.unicodeScalars.count
        func conflict(meant: String? = nil) -> Conflict {
            Conflict(property: property, function: function, length: count, meant: meant)
        }
        switch property {
        case .withoutCapitals:
            guard text.utf8.contains(where: isCapital) else { return nil }
            return conflict(meant: mapped(text) { $0 | 0x20 })
        case .withoutSmallLetters:
            guard text.utf8.contains(where: { $0.isLetter && !isCapital($0) }) else { return nil }
            return conflict(meant: mapped(text) { $0 & 0xDF })
        case .trimmed:
            let starts =
                text.unicodeScalars.first?.properties.isWhitespace == true && relation != .part(.endsWith)
                && relation != .part(.contains)
            let ends =
                text.unicodeScalars.last?.properties.isWhitespace == true && relation != .part(.startsWith)
                && relation != .part(.contains)
            guard starts || ends else { return nil }
            var meant = Substring(text)
            while meant.first?.isWhitespace == true { meant = meant.dropFirst() }
            while meant.last?.isWhitespace == true { meant = meant.dropLast() }
            return conflict(meant: String(meant))
        case .digits: return text.utf8.allSatisfy(\.isDigit) ? nil : conflict()
        case .length(let length, let isExact):
            return count > length || isExact && relation == .equal && count != length ? conflict() : nil
        case .without(let part): return text.contains(part) ? conflict() : nil
        }
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte.isLetter && byte & 0x20 == 0 }

    private static func mapped(_ text: String, _ letter: (UInt8) -> UInt8) -> String {
        String(decoding: text.utf8.map { $0.isLetter ? letter($0) : $0 }, as: UTF8.self)
    }
}
