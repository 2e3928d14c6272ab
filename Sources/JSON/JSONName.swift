internal import Text

/// The name of a member that is written in the program, and needs no escape.
///
/// Public, as Swift inlines nothing of a type that is the package's into its other modules.
public struct JSONName: ExpressibleByStringLiteral, Sendable {
    @usableFromInline let text: StaticString

    /// Takes a literal of ASCII without escapes.
    @inlinable
    public init(stringLiteral text: StaticString) {
        assert(Self.isPlain(text), "a name that needs an escape")
        self.text = text
    }

    /// Its UTF-8, there for as long as the program is.
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    @usableFromInline
    static func isPlain(_ text: StaticString) -> Bool {
        let bytes = JSONName(text).bytes
        return bytes.endOfPlainText(from: 0, before: bytes.count, or: 0x7F) == bytes.count
    }

    private init(_ text: StaticString) { self.text = text }
}
