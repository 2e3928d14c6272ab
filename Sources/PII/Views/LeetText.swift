/// Letters that are written as digits and signs, as in `m4r14_g4rc14`.
enum LeetText {
    /// Whether there is anything but digits that letters are written as.
    private static func hasSign(_ features: TextFeatures) -> Bool {
        features.has(.at) || features.has(Unit(ascii: "!")) || features.has(Unit(ascii: "|"))
            || features.has(Unit(ascii: "$"))
    }

    /// The view with letters in words that are names when they have them; `nil` if there are none.
    /// - Complexity: O(*n*).
    static func view(of text: NormalizedText, _ features: TextFeatures) -> NormalizedText? {
        // A letter and a digit or sign side by side.
        guard features.hasMixedWord || features.hasLetters && hasSign(features) else { return nil }
        if features.hasClasses, !hasSign(features), !mayHoldWord(text.units, features.classes) { return nil }
        return text.units.withUnsafeBufferPointer { view(of: text, $0) }
    }

    /// Whether letters and digits stand side by side that may be a name, as a whole, for a digit beside a name shows that it is none.
    private static func mayHoldWord(_ units: [Unit], _ classes: UnitClasses) -> Bool {
        var position = 0
        while let run = UnitClasses.nextRun(of: classes.words, from: position) {
            position = run.upperBound
            let bits = UnitClasses.bits(run)
            if lengths.contains(run.count), classes.letters & bits != 0, classes.digits & bits != 0,
                units[run].allSatisfy(isLeet)
            {
                return true
            }
        }
        return false
    }

    /// How long a name is.
    private static let lengths = 4...24

    private static func view(of text: NormalizedText, _ units: UnsafeBufferPointer<Unit>) -> NormalizedText? {
        var builder: TextBuilder?
        var copied = 0
        var position = 0
        while position < units.count {
            guard isLeet(units[position]) else {
                position += 1
                continue
            }
            let start = position
            var letters = 0
            var signs = 0
            while position < units.count, isLeet(units[position]) {
                if units[position].isLetter { letters += 1 } else { signs += 1 }
                position += 1
            }
            let range = start..<position
            // Digits that stand for no letter show that the others do not either.
            guard !(start > 0 && units[start - 1].isDigit || position < units.count && units[position].isDigit) else {
                continue
            }
            guard letters >= 1, signs >= 1, lengths.contains(range.count), signs <= 2 * letters,
                !endsInNumber(units[range]), !isOfHexDigits(range, units),
                let replaced = name(units[range])
            else { continue }
            if builder == nil { builder = TextBuilder(text) }
            builder?.copy(copied..<start)
            for (index, unit) in zip(range, replaced) {
                if unit == units[index] {
                    builder?.copy(index..<index + 1)
                } else {
                    builder?.replace(index..<index + 1, by: unit, undoing: .leet)
                }
            }
            copied = position
        }
        guard var view = builder else { return nil }
        view.copy(copied..<units.count)
        return view.text()
    }

    /// From this length on a word of nothing but hex digits is an identifier, whatever its digits look like.
    private static let hexLength = 8
    /// How far around a word that is looked, so that no text is read again and again.
    private static let hexReach = 32

    /// Whether the units at `range` are of a word of hex digits, or of several that are joined as those of a UUID are: random ones
    /// spell short names now and then.
    private static func isOfHexDigits(_ range: Range<Int>, _ units: UnsafeBufferPointer<Unit>) -> Bool {
        guard units[range].allSatisfy(\.isHexDigit) else { return false }
        func isPart(_ unit: Unit) -> Bool { unit.isHexDigit || unit == .hyphen || unit == .underscore }
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, range.lowerBound - start < hexReach, isPart(units[start - 1]) { start -= 1 }
        while end < units.count, end - range.upperBound < hexReach, isPart(units[end]) { end += 1 }
        // What touches other letters is a part only as far as the sign before them.
        while start < range.lowerBound, start > 0, units[start - 1].isWordCharacter, units[start].isHexDigit {
            start += 1
        }
        while end > range.upperBound, end < units.count, units[end].isWordCharacter, units[end - 1].isHexDigit {
            end -= 1
        }
        let touchesWord =
            start > 0 && units[start - 1].isWordCharacter && units[start].isHexDigit
            || end < units.count && units[end].isWordCharacter && units[end - 1].isHexDigit
        return !touchesWord && units[start..<end].count(where: \.isHexDigit) >= hexLength
    }

    /// Whether letters and the digit behind them, which no letter follows, may be read as a name.
    static func mayEndName(_ units: some BidirectionalCollection<Unit>) -> Bool {
        let digits = units.drop { !$0.isDigit }.prefix { $0.isDigit }
        return digits.count == 1 && digits.first.map(isSign) == true
    }

    private static func isLeet(_ unit: Unit) -> Bool {
        unit.isLetter || isSign(unit)
    }

    /// Whether a digit or sign may stand for a letter.
    static func isSign(_ unit: Unit) -> Bool {
        !unit.isLetter && letter(unit, oneAs: Unit(ascii: "i")) != unit
    }

    private static func letter(_ unit: Unit, oneAs one: Unit) -> Unit {
        switch unit {
        case Unit(ascii: "0"): Unit(ascii: "o")
        case Unit(ascii: "1"), Unit(ascii: "!"), Unit(ascii: "|"): one
        case Unit(ascii: "3"): Unit(ascii: "e")
        case Unit(ascii: "4"), .at: Unit(ascii: "a")
        case Unit(ascii: "5"), Unit(ascii: "$"): Unit(ascii: "s")
        case Unit(ascii: "7"): Unit(ascii: "t")
        case Unit(ascii: "8"): Unit(ascii: "b")
        case Unit(ascii: "9"): Unit(ascii: "g")
        default: unit
        }
    }

    /// `maria42`, `v2`: letters and then a number.
    private static func endsInNumber(_ units: Slice<UnsafeBufferPointer<Unit>>) -> Bool {
        guard let firstSign = units.firstIndex(where: { !$0.isLetter }) else { return true }
        return units[firstSign...].allSatisfy(\.isDigit) && units.endIndex - firstSign > 1
    }

    /// The letters, in whichever reading of `1` is a name; `nil` if none is.
    private static func name(_ units: Slice<UnsafeBufferPointer<Unit>>) -> [Unit]? {
        let (i, l) = (Unit(ascii: "i"), Unit(ascii: "l"))
        let hasTwoReadings = units.contains { letter($0, oneAs: i) != letter($0, oneAs: l) }
        guard let one = isName(units, oneAs: i) ? i : hasTwoReadings && isName(units, oneAs: l) ? l : nil else {
            return nil
        }
        return units.map { letter($0, oneAs: one) }
    }

    private static func isName(_ units: Slice<UnsafeBufferPointer<Unit>>, oneAs one: Unit) -> Bool {
        let knowledge = Lexicon.knowledge(UnitHash(units.lazy.map { letter($0, oneAs: one) }))
        return max(knowledge.given, knowledge.family) >= 4 && knowledge.word < 5
    }
}
