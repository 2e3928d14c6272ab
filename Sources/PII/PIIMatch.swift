/// A piece of personal data found in a text.
///
/// Nothing in a match but ``range``, read together with the text, leads back to the personal data:
/// ``reason`` and ``masked`` may stand in any report.
package struct PIIMatch: Sendable, Hashable {
    /// What was found.
    package let kind: PIIKind

    /// Where it stands in the text that was searched, in UTF-8 offsets; both ends lie on Unicode scalar boundaries.
    package let range: Range<Int>

    /// How sure the detector is, above 0 and below 1.
    package let confidence: Double

    /// Why this was taken for personal data, in words and without any part of it but a country's code.
    package let reason: String

    /// The value with everything hidden that could identify a person; plain ASCII, and no match itself.
    package let masked: String

    /// What was undone to see it: the view of the text that it was found in.
    package let disguise: Disguise

    /// The level that ``confidence`` amounts to.
    package var level: PIILevel { PIILevel(confidence: confidence) }
}
