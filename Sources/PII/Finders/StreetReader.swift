/// Reads the address around a house number.
struct StreetReader: ~Copyable {
    /// An address that was read.
    struct Address {
        var range: Range<Int>
        var confidence: Double
        var reason: String
    }

    /// The search of the text.
    let scan: Scan
    /// The words and numbers of the text.
    let tokens: [StreetTokens.Token]

    /// The most words of a street's name, if the number comes first.
    static let nameLimit = 4
    /// The same, if the number comes last.
    static let longNameLimit = 7

    /// Reads the text of `scan`.
    init(_ scan: borrowing Scan) {
        self.scan = Scan(copying: scan)
        tokens = StreetTokens(scan).tokens
    }

    /// The addresses of the text, in order and apart from each other.
    /// - Complexity: O(*n*).
    func addresses() -> [Address] {
        var addresses: [Address] = []
        for index in tokens.indices where tokens[index].kind == .houseNumber {
            let readings = [
                afterBoxOrFlat(index), afterEnding(index), afterTypeAndName(index), afterNameAndType(index),
                beforeTypeAndName(index), beforeNameAndType(index), grid(index),
            ]
            guard var best = readings.compactMap({ $0 }).max(by: { $0.confidence < $1.confidence }) else { continue }
            if isJoinedByDots(index) { best.confidence = min(best.confidence, Self.dottedConfidence) }
            if let last = addresses.last, last.range.overlaps(best.range) {
                if last.confidence < best.confidence { addresses[addresses.count - 1] = best }
            } else {
                addresses.append(best)
            }
        }
        return addresses
    }

    /// Words joined by nothing but dots are rather a host's or a package's.
    private static let dottedConfidence = 0.4

    private func isJoinedByDots(_ number: Int) -> Bool {
        let neighbours = [tokens[number].gap, token(number + 1)?.gap ?? .dot, token(number - 1)?.gap ?? .dot]
        return tokens.count > 2 && neighbours.allSatisfy { $0 == .dot || $0 == .start }
    }

    // MARK: - Tokens

    /// The token at `index`; `nil` outside of the text.
    func token(_ index: Int) -> StreetTokens.Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    /// Whether a word stands at `index`.
    func isWord(_ index: Int) -> Bool { token(index)?.kind == .word }

    /// The units of the token at `index`.
    func units(_ index: Int) -> ArraySlice<Unit> { scan.units[tokens[index].range] }

    /// Whether the word at `index` begins with a capital, or with a letter of a script that has none.
    func isCapitalized(_ index: Int) -> Bool {
        let first = units(index).first ?? 0
        return first.isUppercase || first.isOtherLetter
    }

    /// Whether the word at `index` is one that services are named with, and streets are not.
    func isService(_ index: Int) -> Bool {
        ServiceWords.contain(units(index)) && !StreetWords.names.contains(units(index))
            && !StreetWords.directions.contains(units(index))
            && !StreetWords.particles.contains(units(index))
    }

    /// Whether words of these tokens name a street: none a service's, and not all of them small.
    func isName(_ range: Range<Int>) -> Bool {
        var hasName = false
        for index in range {
            if tokens[index].kind == .ordinal {
                hasName = true
                continue
            }
            guard tokens[index].kind == .word, !isService(index) else { return false }
            if index > range.lowerBound, tokens[index].gap.contains(.comma) || tokens[index].gap.contains(.other) {
                return false
            }
            let isStreet =
                !tokens[index].place.isDisjoint(with: [.last, .weakLast]) && !StreetWords.names.contains(units(index))
            hasName = hasName || (units(index).count >= 2 && !isStreet && !StreetWords.particles.contains(units(index)))
        }
        return hasName
    }

    /// Whether the word at `index` has a dot behind it that does not only part it from the next.
    func isAbbreviated(_ index: Int) -> Bool {
        guard let next = token(index + 1), next.gap.contains(.dot) else { return false }
        return next.gap.contains(.space)
            || !tokens[index].gap.contains(.dot) && token(index + 2)?.gap.contains(.dot) != true
    }

    /// The number's value, and whether it has a letter.
    func number(_ index: Int) -> (value: Int, hasLetter: Bool) {
        let digits = units(index).prefix { $0.isDigit }
        return (digits.reduce(0) { $0 * 10 + $1.digitValue }, digits.count < units(index).count)
    }

    /// Whether the number at `index` is rather a year.
    func isYear(_ index: Int) -> Bool { (1950...2039).contains(number(index).value) }

    /// Where the house number at `index` ends, with what belongs to it: `12-14`, `12/3`, `5-b`.
    func end(ofNumber index: Int) -> Int {
        guard let next = token(index + 1), next.kind == .houseNumber, next.gap == .hyphen || next.gap == .slash else {
            return tokens[index].range.upperBound
        }
        return next.range.upperBound
    }

    /// Whether the token at `index` goes on with a word that a service has, so that the street is part of its name.
    func isPartOfService(after index: Int) -> Bool {
        guard isWord(index + 1), let next = token(index + 1), !next.gap.contains(.comma) else { return false }
        return isService(index + 1) && !StreetWords.followers.contains(units(index + 1))
            && !ServiceWords.isStage(units(index + 1))
    }

    /// Whether the number at `index` is that of the room, gate or route before it.
    func belongsToCounter(_ index: Int) -> Bool {
        guard isWord(index - 1), !tokens[index].gap.contains(.comma) else { return false }
        return StreetWords.counters.contains(units(index - 1))
    }

    /// The index of the last token before the number, a word such as `no` left out; `nil` if other numbers or signs stand there.
    func lastWord(before number: Int) -> Int? {
        var index = number - 1
        if isWord(index), StreetWords.numberWords.contains(units(index)), units(index).count <= 2 || isWord(index - 1) {
            index -= 1
        }
        guard isWord(index), !tokens[index + 1].gap.contains(.other) || tokens[number].gap.contains(.space) else {
            return nil
        }
        return index
    }

    /// Whether no word that could be part of a name stands before the one at `index`.
    func beginsPhrase(_ index: Int) -> Bool {
        guard isWord(index - 1) else { return true }
        return tokens[index].gap.contains(.comma) || isService(index - 1)
    }
}
