/// The ways in which a text hid its characters, and which were undone before looking.
package struct Disguise: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let percentEncoding = Disguise(rawValue: 1)
    package static let htmlEntities = Disguise(rawValue: 2)
    /// Full-width, circled, mathematical and other compatibility forms of ASCII characters.
    package static let compatibilityForms = Disguise(rawValue: 4)
    package static let otherDigits = Disguise(rawValue: 8)
    package static let invisibleCharacters = Disguise(rawValue: 16)
    /// Letters of another script that look like Latin ones, in words of Latin letters.
    package static let confusables = Disguise(rawValue: 32)
    package static let base64 = Disguise(rawValue: 64)
    package static let hexadecimal = Disguise(rawValue: 128)
    /// `at`, `dot` and numbers as words.
    package static let spelledOut = Disguise(rawValue: 256)
    package static let spacedOut = Disguise(rawValue: 512)
    package static let leet = Disguise(rawValue: 1024)
    /// Characters that are shown from right to left.
    package static let reversed = Disguise(rawValue: 2048)

    /// Each disguise with its words, in the order in which they are told.
    private static let descriptions: [(Disguise, String)] = [
        (.percentEncoding, "percent-encoding"), (.htmlEntities, "HTML entities"), (.base64, "base64"),
        (.hexadecimal, "hexadecimal"), (.compatibilityForms, "full-width or styled forms"),
        (.otherDigits, "digits of another script"), (.invisibleCharacters, "invisible characters"),
        (.confusables, "letters that look like others"), (.spelledOut, "spelled-out signs"),
        (.spacedOut, "spaced-out characters"), (.leet, "digits in place of letters"),
        (.reversed, "a reversed direction"),
    ]

    /// The view of the text that this amounts to, in words: `as written`, or what was undone.
    package var view: String {
        isEmpty ? "as written" : "without " + parts.joined(separator: " and ")
    }

    /// Words to end a match's reason with, empty if nothing was hidden.
    var words: String {
        isEmpty ? "" : ", after undoing " + parts.joined(separator: " and ")
    }

    private var parts: [String] { Self.descriptions.filter { contains($0.0) }.map(\.1) }
}
