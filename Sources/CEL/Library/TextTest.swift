/// The tests of whether a text holds another.
enum TextTest: String, Sendable, CaseIterable {
    /// `a.startsWith(b)`
    case startsWith
    /// `a.endsWith(b)`
    case endsWith
    /// `a.contains(b)`
    case contains

    /// Whether the text passes.
    @inline(__always)
    func holds(_ text: String, _ part: String) -> Bool {
        switch self {
        case .startsWith: text.startsWithBytes(of: part)
        case .endsWith: text.endsWithBytes(of: part)
        case .contains: text.withBytes { text in part.withBytes { ByteSearch.first($0, in: text, from: 0) != nil } }
        }
    }

    /// The steps for the text's length, beside the one for the call.
    @inline(__always)
    func cost(of text: String) -> Int { text.utf8.count / 10 }
}
