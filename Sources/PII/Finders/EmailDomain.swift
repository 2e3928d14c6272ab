/// The domain after a mailbox's `@`.
struct EmailDomain: Sendable {
    /// What is known of a domain by its last label.
    enum Standing: Sendable {
        /// It ends in a top-level domain of the root zone.
        case known
        /// It ends in a name that is reserved or commonly used inside of networks.
        case special
        /// It ends in a top-level domain, but its other labels are short numbers, as in `image@1.2.sh`.
        case numeric
        /// It ends in a top-level domain that is rather a file's extension, as in `logo@large.zip`.
        case file
        /// Nothing is known of its last label.
        case unknown
    }

    /// Where the domain stands.
    let range: Range<Int>
    /// Where its last label stands.
    let topLevel: Range<Int>
    let standing: Standing

    /// The longest domain (RFC 1035, section 2.3.4).
    private static let limit = 253

    /// Reads the domain that starts at `start`; `nil` where there is none with at least two labels.
    init?(_ units: [Unit], from start: Int) {
        var best: (topLevel: Range<Int>, standing: Standing)?
        var areNumeric = true
        var labels = 0
        var position = start
        while position < min(units.count, start + Self.limit) {
            var end = position
            while end < units.count, Self.isLabelCharacter(units[end]) { end += 1 }
            guard end > position, units[position] != .hyphen else { break }
            if labels > 0 {
                if let known = Self.topLevelDomain(in: position..<end, units) {
                    best = (known.label, known.standing == .known && areNumeric ? .numeric : known.standing)
                } else if best == nil, end - position >= 2, units[position..<end].allSatisfy(\.isLetter) {
                    best = (position..<end, .unknown)
                }
            }
            // A provider may have a number for its name; those have three digits or more.
            areNumeric = areNumeric && end - position <= 2 && units[position..<end].allSatisfy(\.isDigit)
            labels += 1
            guard end < units.count, units[end] == .dot else { break }
            position = end + 1
        }
        guard let best else { return nil }
        range = start..<best.topLevel.upperBound
        topLevel = best.topLevel
        standing = best.standing
    }

    private static func isLabelCharacter(_ unit: Unit) -> Bool {
        unit.isWordCharacter || unit == .hyphen || unit.isOtherLetter
    }

    /// The label, or what remains of it when more words were joined to its first (`io` of `io-prod`, `ioProd` and `io2024`),
    /// if that is a top-level domain of any kind.
    private static func topLevelDomain(
        in label: Range<Int>, _ units: [Unit]
    ) -> (label: Range<Int>, standing: Standing)? {
        let whole = standing(of: units[label])
        if whole != .unknown { return (label, whole) }
        var end = label.lowerBound
        while end < label.upperBound, units[end].isLetter {
            if end > label.lowerBound, units[end].isUppercase, units[end - 1].isLowercase { break }
            end += 1
        }
        guard end > label.lowerBound, end < label.upperBound else { return nil }
        let head = label.lowerBound..<end
        let standing = standing(of: units[head])
        return standing == .unknown ? nil : (head, standing)
    }

    private static func standing(of label: ArraySlice<Unit>) -> Standing {
        if label.count >= 2, label.allSatisfy({ $0.isOtherLetter }) { return .known }
        // Names in other scripts, in the form that the domain name system has for them (RFC 5890).
        let text = String(units: label)
        if text.utf8.starts(with: "xn--".utf8), label.count > 6 { return .known }
        if TopLevelDomains.isFileExtension(text) { return .file }
        if TopLevelDomains.isKnown(text) { return .known }
        return TopLevelDomains.isSpecial(text) ? .special : .unknown
    }
}
