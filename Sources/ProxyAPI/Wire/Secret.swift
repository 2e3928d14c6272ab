/// A password, token or key that no description, dump or mirror ever shows.
///
/// The text is reached through `revealed` alone, so that each use can be found. Two secrets are compared byte by
/// byte, in a time that does not depend on where they differ.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The secret itself, for the one place that sends or stores it.
    package let revealed: String

    package init(_ text: String) {
        revealed = text
    }

    /// Whether there is no text at all.
    package var isEmpty: Bool { revealed.utf8.isEmpty }

    /// The same words for every secret.
    package var description: String { "(secret)" }
    /// The same words for every secret.
    package var debugDescription: String { "(secret)" }
    /// A mirror without children.
    package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }

    /// Compares all bytes of the shorter text whatever they are; only the lengths can be told from the time taken.
    package static func == (left: Secret, right: Secret) -> Bool {
        var difference: UInt8 = left.revealed.utf8.count == right.revealed.utf8.count ? 0 : 1
        for (leftByte, rightByte) in zip(left.revealed.utf8, right.revealed.utf8) {
            difference |= leftByte ^ rightByte
        }
        return difference == 0
    }

    package func hash(into hasher: inout Hasher) {
        for byte in revealed.utf8 { hasher.combine(byte) }
    }
}
