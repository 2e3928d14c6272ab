extension Scan {
    /// Finds lines of the machine-readable zones of travel documents (ICAO Doc 9303): the line of names of a passport, and lines
    /// with numbers and dates whose check digits are right.
    ///
    /// Every such line has `<` to fill it up.
    /// - Complexity: O(*n*).
    mutating func findMachineReadableLines() {
        guard features.has(Self.filler) else { return }
        var position = 0
        while let run = nextRun(from: position, where: { $0.isWordCharacter || $0 == Self.filler }) {
            position = run.upperBound
            guard run.count >= 12, units[run].contains(Self.filler), !isTaken(run),
                let line = machineReadableLine(in: run)
            else { continue }
            found(
                .passport, line.range, confidence: line.confidence, reason: line.reason,
                masked: Masks.machineReadableLine)
        }
    }

    private static let filler = Unit(ascii: "<")

    private struct MachineReadableLine {
        var range: Range<Int>
        var confidence: Double
        var reason: String
    }

    private func machineReadableLine(in run: Range<Int>) -> MachineReadableLine? {
        for start in run.prefix(run.count - 11) {
            if start > run.lowerBound, unit(start - 1) != Self.filler { break }
            let rest = start..<run.upperBound
            if hasCheckedNumbers(rest) {
                return MachineReadableLine(
                    range: rest, confidence: 0.97, reason: "machine-readable line with right check digits")
            }
            if isLineOfNames(rest) {
                return MachineReadableLine(range: rest, confidence: 0.93, reason: "machine-readable line of a passport")
            }
        }
        return nil
    }

    /// `P<UTOERIKSSON<<ANNA<MARIA<<<`: the kind of document, the country, then names, which alone have no digits.
    private func isLineOfNames(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        guard
            [Unit(ascii: "P"), Unit(ascii: "V"), Unit(ascii: "I"), Unit(ascii: "A"), Unit(ascii: "C")].contains(
                units[start] & 0xDF),
            unit(start + 1) == Self.filler || (units[start] == Unit(ascii: "P") && unit(start + 1).isUppercase)
        else { return false }
        let country = start + 2..<start + 5
        // Germany's code is `D<<`.
        guard units[country].allSatisfy({ $0.isLetter || $0 == Self.filler }), units[country.lowerBound].isLetter,
            units[range].allSatisfy({ !$0.isDigit })
        else { return false }
        let names = country.upperBound..<range.upperBound
        guard unit(names.lowerBound).isLetter,
            let gap = names.dropLast().first(where: { units[$0] == Self.filler && units[$0 + 1] == Self.filler })
        else { return false }
        return gap - names.lowerBound >= 2
    }

    /// The second line of a passport or of a card in passport's size, or either line with numbers of a card.
    private func hasCheckedNumbers(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        // Number, country, birth, sex, expiry.
        if range.count >= 28, isChecked(start..<start + 9), isCountry(start + 10), isChecked(start + 13..<start + 19),
            isSex(start + 20), isChecked(start + 21..<start + 27)
        {
            return true
        }
        // A card's first line: kind, country, number.
        if range.count >= 15, [Unit(ascii: "I"), Unit(ascii: "A"), Unit(ascii: "C")].contains(units[start] & 0xDF),
            isCountry(start + 2),
            unit(start + 1).isLetter || unit(start + 1) == Self.filler, isChecked(start + 5..<start + 14),
            (start + 5..<start + 14).contains(where: { units[$0].isDigit })
        {
            return range.count == 30
        }
        // Its second: birth, sex, expiry, nationality.
        return range.count >= 18 && isChecked(start..<start + 6) && isSex(start + 7)
            && isChecked(start + 8..<start + 14)
            && isCountry(start + 15)
    }

    private func isCountry(_ index: Int) -> Bool {
        unit(index).isLetter && [index + 1, index + 2].allSatisfy { unit($0).isLetter || unit($0) == Self.filler }
    }

    private func isSex(_ index: Int) -> Bool {
        let letter = unit(index) & 0xDF
        return letter == Unit(ascii: "M") || letter == Unit(ascii: "F") || letter == Unit(ascii: "X")
            || unit(index) == Self.filler
    }

    /// Whether the digit after `range` is its check digit (Doc 9303, part 3, section 4.9).
    private func isChecked(_ range: Range<Int>) -> Bool {
        guard unit(range.upperBound).isDigit else { return false }
        var sum = 0
        for (offset, index) in range.enumerated() {
            let unit = units[index]
            let value =
                unit.isDigit ? unit.digitValue : unit.isLetter ? Int(unit & 0xDF) - 55 : unit == Self.filler ? 0 : -1
            guard value >= 0 else { return false }
            sum += value * [7, 3, 1][offset % 3]
        }
        return sum % 10 == unit(range.upperBound).digitValue
    }
}
