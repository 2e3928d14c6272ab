internal import Text

/// What a pattern says about texts of ASCII characters alone, in the parts of RE2's syntax that most patterns are made of.
indirect enum PatternSyntax {
    /// A character of a set; one that is not ASCII is in none.
    case character(ASCIISet)
    /// The parts, one after the other; none for the empty text.
    case sequence([PatternSyntax])
    /// Any of the parts.
    case alternatives([PatternSyntax])
    /// The part so many times, without end where `most` is nil.
    case repeated(PatternSyntax, least: Int, most: Int?)
    /// The beginning of the text, and its end.
    case start
    case end

    /// Reads a pattern that RE2 takes.
    ///
    /// - Returns: `nil` for one with other parts, which RE2 alone understands.
    init?(_ pattern: String) {
        var parser = PatternParser(pattern)
        guard let syntax = parser.alternatives(ignoringCase: false, depth: 0), parser.isAtEnd else { return nil }
        self = syntax
    }
}

extension ASCIISet {
    /// The set with the other case of each letter.
    fileprivate var ignoringCase: ASCIISet {
        var set = self
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where contains(letter) || contains(letter - 0x20) {
            set.insert(letter)
            set.insert(letter - 0x20)
        }
        return set
    }

    fileprivate static let none = ASCIISet("")
    fileprivate static let digits = ASCIISet("0123456789")
    fileprivate static let letters = ASCIISet("abcdefghijklmnopqrstuvwxyz").ignoringCase
    fileprivate static let controls = ASCIISet(codes: 0...0x1F).union(ASCIISet(codes: 0x7F...0x7F))
    fileprivate static let words = alphanumerics.union(ASCIISet("_"))
    fileprivate static let blanks = ASCIISet("\t\n\u{C}\r ")
}

/// Reads the parts of a pattern from left to right. Gives up on all that it is not sure of.
private struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    /// Groups may be nested so deep.
    private static let depthLimit = 50
    /// RE2 takes no higher counts.
    private static let countLimit = 1000

    init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    var isAtEnd: Bool { position == scalars.count }

    private var next: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    private mutating func take(text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    /// Parts with `|` between them, to the end or a parenthesis.
    mutating func alternatives(ignoringCase: Bool, depth: Int) -> PatternSyntax? {
        guard depth <= Self.depthLimit else { return nil }
        var ignoringCase = ignoringCase
        var all: [PatternSyntax] = []
        repeat {
            var parts: [PatternSyntax] = []
            while let scalar = next, scalar != "|", scalar != ")" {
                // Holds to the end of the group, in the alternatives behind it too.
                if take(text: "(?i)") {
                    ignoringCase = true
                    continue
                }
                guard let part = part(ignoringCase: ignoringCase, depth: depth), let whole = counted(part) else {
                    return nil
                }
                parts.append(whole)
            }
            all.append(.sequence(parts))
        } while take("|")
        return all.count == 1 ? all[0] : .alternatives(all)
    }

    private mutating func part(ignoringCase: Bool, depth: Int) -> PatternSyntax? {
        guard let scalar = next else { return nil }
        position += 1
        switch scalar {
        case "^": return .start
        case "$": return .end
        case ".": return .character(ASCIISet("\n").inverted)
        case "(": return group(ignoringCase: ignoringCase, depth: depth)
        case "[": return set(ignoringCase: ignoringCase).map(PatternSyntax.character)
        case "\\":
            if take("A") { return .start }
            if take("z") { return .end }
            // A code beyond ASCII gives no character, and may be the other case of one.
            guard let set = escape(), !ignoringCase || set != .none else { return nil }
            return .character(ignoringCase ? set.ignoringCase : set)
        case "*", "+", "?", "{", "}", "]": return nil
        default:
            let set = ASCIISet(codes: scalar.value...scalar.value)
            if !ignoringCase { return .character(set) }
            // Others may be the other case of one that is ASCII.
            return scalar.isASCII ? .character(set.ignoringCase) : nil
        }
    }

    /// What follows an opening parenthesis.
    private mutating func group(ignoringCase: Bool, depth: Int) -> PatternSyntax? {
        var ignoringCase = ignoringCase
        if take("?") {
            if take("i") { ignoringCase = true }
            guard take(":") else { return nil }
        }
        guard let inner = alternatives(ignoringCase: ignoringCase, depth: depth + 1), take(")") else { return nil }
        return inner
    }

    /// A part with the count behind it, if there is one.
    private mutating func counted(_ part: PatternSyntax) -> PatternSyntax? {
        var counts: (least: Int, most: Int?) = (1, 1)
        if take("*") {
            counts = (0, nil)
        } else if take("+") {
            counts = (1, nil)
        } else if take("?") {
            counts = (0, 1)
        } else if take("{") {
            guard let read = self.counts() else { return nil }
            counts = read
        } else {
            return part
        }
        // Whether more or fewer are tried first makes no difference to whether there is a match.
        _ = take("?")
        if let next, "*+?{".unicodeScalars.contains(next) { return nil }
        return .repeated(part, least: counts.least, most: counts.most)
    }

    /// What follows an opening brace.
    private mutating func counts() -> (least: Int, most: Int?)? {
        guard let least = number() else { return nil }
        if take("}") { return (least, least) }
        guard take(",") else { return nil }
        if take("}") { return (least, nil) }
        guard let most = number(), take("}"), most >= least else { return nil }
        return (least, most)
    }

    private mutating func number() -> Int? {
        let start = position
        while let next, ("0"..."9").contains(next) { position += 1 }
        guard let number = Int(String(String.UnicodeScalarView(scalars[start..<position]))), number <= Self.countLimit
        else { return nil }
        return number
    }

    /// What follows an opening bracket.
    private mutating func set(ignoringCase: Bool) -> ASCIISet? {
        let isInverted = take("^")
        var set = ASCIISet.none
        var isFirst = true
        var isBeyondASCII = false
        while let scalar = next, isFirst || scalar != "]" {
            isFirst = false
            position += 1
            // A bracket may begin the name of a class.
            if scalar == "[", next == ":" { return nil }
            guard let first = member(scalar) else { return nil }
            if let code = first.code, code > 0x7F { isBeyondASCII = true }
            guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                set = set.union(first.set)
                continue
            }
            position += 1
            let other = scalars[position]
            position += 1
            guard let last = member(other), let from = first.code, let to = last.code, from <= to else { return nil }
            if to > 0x7F { isBeyondASCII = true }
            set = set.union(ASCIISet(codes: from...to))
        }
        guard take("]"), !ignoringCase || !isBeyondASCII else { return nil }
        if ignoringCase { set = set.ignoringCase }
        return isInverted ? set.inverted : set
    }

    /// A member of a set that begins with a character: its code, if it is one character.
    private mutating func member(_ scalar: Unicode.Scalar) -> (set: ASCIISet, code: UInt32?)? {
        guard scalar == "\\" else { return (ASCIISet(codes: scalar.value...scalar.value), scalar.value) }
        let start = position
        if let code = escapedCode() { return (ASCIISet(codes: code...code), code) }
        position = start
        return escape().map { ($0, nil) }
    }

    /// What follows a backslash.
    private mutating func escape() -> ASCIISet? {
        let start = position
        if let code = escapedCode() { return ASCIISet(codes: code...code) }
        position = start
        guard let scalar = next else { return nil }
        position += 1
        switch scalar {
        case "d": return .digits
        case "D": return ASCIISet.digits.inverted
        case "w": return .words
        case "W": return ASCIISet.words.inverted
        case "s": return .blanks
        case "S": return ASCIISet.blanks.inverted
        case "p": return category()
        case "P": return category()?.inverted
        default: return nil
        }
    }

    /// The ASCII characters of one of Unicode's large categories.
    private mutating func category() -> ASCIISet? {
        let isBraced = take("{")
        guard let scalar = next else { return nil }
        position += 1
        if isBraced, !take("}") { return nil }
        switch scalar {
        case "C": return .controls
        case "L": return .letters
        case "N": return .digits
        case "Z": return ASCIISet(" ")
        default: return nil
        }
    }

    /// The code of one character behind a backslash.
    private mutating func escapedCode() -> UInt32? {
        guard let scalar = next else { return nil }
        position += 1
        switch scalar {
        case "a": return 0x07
        case "f": return 0x0C
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "v": return 0x0B
        case "x": return take("{") ? hexadecimal(upTo: 6, endsWithBrace: true) : hexadecimal(upTo: 2)
        default:
            let isPunctuation =
                scalar.isASCII && !ASCIISet.words.contains(UInt8(scalar.value)) && scalar.value >= 0x20
            return isPunctuation ? scalar.value : nil
        }
    }

    private mutating func hexadecimal(upTo count: Int, endsWithBrace: Bool = false) -> UInt32? {
        let start = position
        while let next, next.properties.isASCIIHexDigit, position - start < count { position += 1 }
        let code = UInt32(String(String.UnicodeScalarView(scalars[start..<position])), radix: 16)
        if endsWithBrace { return take("}") ? code : nil }
        return position - start == count ? code : nil
    }
}
