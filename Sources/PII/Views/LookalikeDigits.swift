/// Digits that are written as letters of their shape, as in `+49 3O 25558l73`.
enum LookalikeDigits {
    /// Fewer digits in a run are part of a code that has letters of its own.
    private static let fewestDigits = 6

    /// The view with digits in place of such letters among digits; `nil` if there are none.
    /// - Complexity: O(*n*).
    static func view(of text: NormalizedText, _ features: TextFeatures) -> NormalizedText? {
        guard features.digits >= fewestDigits, features.hints.contains(.lookalike) else { return nil }
        let units = text.units
        var builder: TextBuilder?
        var copied = 0
        var position = 0
        while position < units.count {
            guard units[position].isDigit || digit(units[position]) != nil else {
                position += 1
                continue
            }
            let start = position
            var digits = 0
            var letters = 0
            // A number may be grouped.
            while position < units.count {
                let unit = units[position]
                if unit.isDigit {
                    digits += 1
                } else if digit(unit) != nil {
                    letters += 1
                } else if unit != .space && unit != .hyphen {
                    break
                }
                position += 1
            }
            let touchesWord =
                start > 0 && units[start - 1].isLetter || position < units.count && units[position].isLetter
            guard letters > 0, letters <= 3, digits >= fewestDigits, !touchesWord else { continue }
            if builder == nil { builder = TextBuilder(text) }
            builder?.copy(copied..<start)
            for index in start..<position {
                if let digit = digit(units[index]) {
                    builder?.replace(index..<index + 1, by: digit, undoing: .confusables)
                } else {
                    builder?.copy(index..<index + 1)
                }
            }
            copied = position
        }
        guard var view = builder else { return nil }
        view.copy(copied..<units.count)
        return view.text()
    }

    private static let cyrillicO: Unit = 0x43E
    private static let greekOmicron: Unit = 0x3BF

    /// The digit that a letter looks like.
    static func digit(_ unit: Unit) -> Unit? {
        switch unit {
        case Unit(ascii: "O"), Unit(ascii: "o"), cyrillicO, greekOmicron: .zero
        case Unit(ascii: "l"), Unit(ascii: "I"): Unit(ascii: "1")
        default: nil
        }
    }
}
