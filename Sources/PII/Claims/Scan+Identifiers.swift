extension Scan {
    /// Claims SIDs (two letters and 32 hex digits), UUIDs, hashes, ULIDs and numbers longer than any kind has.
    /// - Complexity: O(*n*).
    mutating func claimIdentifiers() {
        // The shortest ones by their hex digits are hashes; a UUID begins with eight of them, a SID ends in 32.
        guard mayHoldIdentifiers else { return }
        claimUUIDs()
        var position = 0
        while let run = nextWord(from: position) {
            position = run.upperBound
            if run.count >= Self.shortestHash, let identifier = identifier(in: run) {
                claim(identifier, as: .identifier)
            }
        }
    }

    var mayHoldIdentifiers: Bool {
        features.longestHexRun >= Self.shortestHash || features.longestWordRun >= Self.ulidLength
    }

    /// Length of a SID: two letters, then 32 hex digits.
    private static let sidLength = 34
    /// Length of a ULID (github.com/ulid/spec).
    private static let ulidLength = 26
    /// How many hex digits a UUID ends in.
    private static let lastOfUUID = 12
    /// The fewest hex digits that are taken for a hash.
    private static let shortestHash = 7
    /// From this length on, a run of hex digits is a hash even if it has no letters to show it.
    private static let hashLength = 32
    /// One digit more than the longest payment card.
    private static let longNumberLength = 20

    private func identifier(in run: Range<Int>) -> Range<Int>? {
        if run.count >= Self.sidLength {
            let head = run.lowerBound..<run.lowerBound + Self.sidLength
            let tail = run.upperBound - Self.sidLength..<run.upperBound
            if isSID(tail) { return tail }
            if isSID(head) { return head }
        }
        var hexDigits = 0
        var digits = 0
        var lateLetters = 0
        for index in run {
            let unit = units[index]
            hexDigits += unit.isHexDigit ? 1 : 0
            digits += unit.isDigit ? 1 : 0
            // A country code's two letters may begin an IBAN whose other characters are all hex digits.
            lateLetters += !unit.isDigit && index >= run.lowerBound + 2 ? 1 : 0
        }
        if digits == run.count { return run.count >= Self.longNumberLength ? run : nil }
        if hexDigits == run.count, digits > 0,
            run.count >= Self.hashLength || (run.count >= Self.shortestHash && lateLetters > 0)
        {
            return run
        }
        return isULID(run) ? run : nil
    }

    /// The shortest run that is told to be random by how often it changes between capitals, small letters and digits.
    private static let randomLength = 6
    /// The fewest parts, as `Maria`, `USA` or `42`, of which random ones consist, and their mean length in tenths, which is less.
    private static let randomParts = 3
    private static let randomPartLength = 26

    /// Claims keys, tokens and encoded bytes, in which letters spell nothing.
    ///
    /// Once everything but addresses and names has been found: account numbers of some countries look just as random.
    /// - Complexity: O(*n*).
    mutating func claimRandomTokens() {
        guard
            features.longestCodeRun >= Self.randomLength
                || features.longestWordRun >= Self.randomLength && features.hasCapitals
        else { return }
        var position = 0
        while let first = nextWord(from: position) {
            var (run, end) = (first, first.lowerBound)
            var (random, characters) = (0, 0)
            while true {
                end = run.upperBound
                let isRandom = run.count >= Self.randomLength && isFree(run) && isRandom(run)
                if isRandom { claim(run, as: .identifier) }
                random += isRandom ? run.count : 0
                characters += run.count
                guard Self.isPartOfToken(unit(end)), unit(end + 1).isWordCharacter else { break }
                run = end + 1..<self.end(from: end + 1, while: \.isWordCharacter)
            }
            // What else is joined to it is part of it.
            if random > 0, random * 2 >= characters, !holds(.match, in: first.lowerBound..<end) {
                claim(first.lowerBound..<end, as: .identifier)
            }
            position = end
        }
    }

    /// Whether base64 (RFC 4648) has the sign among its letters and digits.
    private static func isPartOfToken(_ unit: Unit) -> Bool {
        unit == .hyphen || unit == .underscore || unit == .plus || unit == .slash
    }

    /// Whether a run changes more often between capitals, small letters and digits than words do that are run together.
    private func isRandom(_ run: Range<Int>) -> Bool {
        var parts = 1
        for index in run.dropFirst() {
            let (before, unit) = (units[index - 1], units[index])
            let isBegun =
                unit.isDigit
                ? !before.isDigit
                : unit.isUppercase ? !before.isUppercase || self.unit(index + 1).isLowercase : before.isDigit
            parts += isBegun ? 1 : 0
        }
        return parts >= Self.randomParts && run.count * 10 < parts * Self.randomPartLength
    }

    /// Claims the hosts of URLs, whose labels are no names of persons.
    /// - Complexity: O(*n*).
    mutating func claimHosts() {
        if features.has(.dot) { claimDottedHosts() }
        guard features.has(.slash), features.has(.colon) else { return }
        var position = 0
        let colons = places(of: .colon)
        while let colon = next(from: position, of: colons), colon + 3 < units.count {
            guard units[colon] == .colon, units[colon + 1] == .slash, units[colon + 2] == .slash else {
                position = colon + 1
                continue
            }
            let index = colon + 3
            let end = end(from: index) {
                $0.isWordCharacter || $0.isOtherLetter || $0 == .dot || $0 == .hyphen || $0 == .underscore
            }
            if isFree(index..<end) { claim(index..<end, as: .identifier) }
            position = index
        }
    }

    /// Claims what ends as hosts do that are no person's, as in `proxy.golang.org`, without `://` before it.
    private mutating func claimDottedHosts() {
        var index = 0
        let dots = places(of: .dot)
        let bits = features.hasClasses ? features.classes.words | dots | places(of: .hyphen) : nil
        while let run = nextHost(from: index, bits) {
            index = run.upperBound
            if features.hasClasses, dots & UnitClasses.bits(run) == 0 { continue }
            guard let dot = run.last(where: { units[$0] == .dot }), dot > run.lowerBound, unit(dot - 1) != .dot,
                unit(run.lowerBound - 1) != .at, unit(run.upperBound) != .at,
                TopLevelDomains.isOfHosts(units[dot + 1..<run.upperBound]), isFree(run)
            else { continue }
            claim(run, as: .identifier)
        }
    }

    /// The first longest run of what hosts are written in at or after `index`, which `bits` may tell.
    private func nextHost(from index: Int, _ bits: UInt64?) -> Range<Int>? {
        guard let bits else { return nextRun(from: index) { $0.isWordCharacter || $0 == .dot || $0 == .hyphen } }
        return UnitClasses.nextRun(of: bits, from: index)
    }

    private func isSID(_ range: Range<Int>) -> Bool {
        units[range.lowerBound].isLetter && units[range.lowerBound + 1].isLetter
            && range.dropFirst(2).allSatisfy { units[$0].isHexDigit }
    }

    private func isULID(_ range: Range<Int>) -> Bool {
        guard range.count == Self.ulidLength, units[range.lowerBound].isDigit,
            units[range.lowerBound] < Unit(ascii: "8")
        else {
            return false
        }
        // Crockford's Base32 has no I, L, O and U.
        return range.allSatisfy { index in
            switch units[index].lowercased {
            case Unit(ascii: "i"), Unit(ascii: "l"), Unit(ascii: "o"), Unit(ascii: "u"): false
            default: true
            }
        }
    }

    /// Claims 8-4-4-4-12 hex digits (RFC 9562) joined by `-` or `_`, also where letters or digits touch them.
    private mutating func claimUUIDs() {
        guard features.longestHexRun >= Self.lastOfUUID, features.has(.hyphen) || features.has(.underscore) else {
            return
        }
        var index = 8
        while index + 28 <= units.count {
            let separator = units[index]
            let isUUID =
                (separator == .hyphen || separator == .underscore) && units[index + 5] == separator
                && units[index + 10] == separator && units[index + 15] == separator
                && (index - 8..<index).allSatisfy { units[$0].isHexDigit }
                && [1, 6, 11].allSatisfy { first in (0..<4).allSatisfy { units[index + first + $0].isHexDigit } }
                && (16..<28).allSatisfy { units[index + $0].isHexDigit }
            if isUUID { claim(index - 8..<index + 28, as: .identifier) }
            index += isUUID ? 28 : 1
        }
    }
}
