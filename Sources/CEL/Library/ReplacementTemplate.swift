internal import Text

/// What `regex.replace` puts in a match's place: text with `\0` to `\9` for the match and its groups.
struct ReplacementTemplate {
    /// A part of the text.
    enum Part {
        case literal([UInt8])
        /// What a group matched; 0 is the whole match.
        case group(Int)
    }

    /// The parts in their order.
    let parts: [Part]

    /// Reads a replacement for a pattern of so many groups.
    ///
    /// - Throws: `invalidArgument` for a backslash before anything but a digit or another one, or a group too many.
    init(_ text: String, groups: Int) throws(CELFault) {
        var parts: [Part] = []
        var literal: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                literal.append(byte)
                continue
            }
            guard let next = rest.popFirst(), next.isDigit || next == UInt8(ascii: "\\") else {
                throw .strayBackslash
            }
            if next == UInt8(ascii: "\\") {
                literal.append(next)
                continue
            }
            let group = Int(next - UInt8(ascii: "0"))
            guard group <= groups else {
                throw .noGroup(group, of: groups)
            }
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = []
            parts.append(.group(group))
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        self.parts = parts
    }

    /// The groups that have to be known, the whole match included.
    var groupCount: Int {
        parts.reduce(1) { count, part in
            if case .group(let group) = part { max(count, group + 1) } else { count }
        }
    }
}
