/// Letters or digits that stand one by one, as in `m a r i a  g a r c i a` and `4-1-5-5-5-5-2-6-7-1`.
enum SpacedText {
    /// Fewer single characters in a row are initials, versions or sizes.
    private static let fewest = 6

    /// The view without what stands between single characters; `nil` if there are no runs of them.
    ///
    /// Two separators, or one of another kind, part words.
    /// - Complexity: O(*n*).
    static func view(of text: NormalizedText, _ features: TextFeatures) -> NormalizedText? {
        // Between two characters of a run one sign may stand that counts as a character.
        guard features.singles >= (fewest + 2) / 2 || features.has(.at) else { return nil }
        let units = text.units
        var builder: TextBuilder?
        var copied = 0
        var position = 0
        while position + 2 * fewest <= units.count + 1 {
            guard let run = run(in: units, from: position) else {
                position += 1
                continue
            }
            if builder == nil { builder = TextBuilder(text) }
            builder?.copy(copied..<run.start)
            for character in run.characters {
                if let gap = character.gap { builder?.replace(gap, by: .space, undoing: .spacedOut) }
                builder?.replace(character.index..<character.index + 1, by: units[character.index], undoing: .spacedOut)
            }
            copied = run.end
            position = run.end
        }
        guard var view = builder else { return nil }
        view.copy(copied..<units.count)
        return view.text()
    }

    private struct Character {
        var index: Int
        /// What parts it from the word before, if it begins one.
        var gap: Range<Int>?
    }

    private struct Run {
        var start: Int
        var end: Int
        var characters: [Character]
    }

    private static func isCharacter(_ units: [Unit], _ index: Int) -> Bool {
        guard index < units.count, units[index].isWordCharacter || units[index].isOtherLetter || units[index] == .at
        else { return false }
        let next = index + 1 < units.count ? units[index + 1] : Unit.gap
        return !next.isWordCharacter && !next.isOtherLetter
    }

    private static func isSeparator(_ unit: Unit) -> Bool {
        unit == .space || unit == .dot || unit == .hyphen || unit == .underscore
    }

    private static func run(in units: [Unit], from start: Int) -> Run? {
        let before = start > 0 ? units[start - 1] : Unit.gap
        guard !before.isWordCharacter, !before.isOtherLetter, isCharacter(units, start), start + 1 < units.count,
            isSeparator(units[start + 1])
        else { return nil }
        let separator = units[start + 1]
        let isDigit = units[start].isDigit
        var characters = [Character(index: start)]
        var end = start + 1
        var hasSign = false
        while end < units.count, isSeparator(units[end]) {
            var next = end + 1
            while next < units.count, next < end + 3, isSeparator(units[next]) { next += 1 }
            // Signs of a mailbox stand among its letters, and digits too.
            let isSign =
                separator == .space && next == end + 3 && (units[end] == .dot || units[end + 1] == .dot)
            if isSign {
                characters.append(Character(index: end + 1))
            }
            guard isCharacter(units, next), isSign || hasSign || units[next] == .at || units[next].isDigit == isDigit
            else { break }
            hasSign = hasSign || units[next] == .at
            let partsWords = !isSign && (next > end + 1 || units[end] != separator)
            characters.append(Character(index: next, gap: partsWords ? end..<next : nil))
            end = next + 1
        }
        guard characters.count >= fewest else { return nil }
        return Run(start: start, end: end, characters: characters)
    }
}
