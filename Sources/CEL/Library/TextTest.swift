internal import Text

/// The tests of whether a text holds another.
enum TextTest: String, Sendable, CaseIterable {
    /// `a.startsWith(b)`
    case startsWith
    /// `a.endsWith(b)`
    case endsWith
    /// `a.contains(b)`
    case contains

    /// Whether the text passes.
    func holds(_ text: String, _ part: String) -> Bool {
        text.withBytes { text in part.withBytes { holds(text, $0) } }
    }

    /// The same for what is at hand as bytes.
    @inline(__always)
    func holds(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .startsWith: text.startsWith(part)
        case .endsWith: text.endsWith(part)
        case .contains: ByteSearch.first(part, in: text, from: 0) != nil
        }
    }

    /// The steps for the length of a text of so many bytes, beside the one for the call.
    @inline(__always)
    func cost(ofBytes count: Int) -> Int { count / 10 }
}
