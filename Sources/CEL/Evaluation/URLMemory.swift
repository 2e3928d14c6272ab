internal import Text

/// The URLs that an evaluator met of late, and where their parts stand: most rules about URLs ask for the parts of the same
/// few, and reading one takes longer than comparing it.
struct URLMemory: ~Copyable {
    /// How many are remembered, a power of two.
    private static let capacity = 16
    /// The longest URL that is, in bytes.
    private static let longest = 256

    private struct Entry {
        /// How many bytes it has; zero for none.
        var count = 0
        /// Where its parts stand; `nil` for one that is not plain.
        var parts: PlainURL?
    }

    private let entries: UnsafeMutablePointer<Entry>
    /// The texts of the entries, each of which has room for the longest.
    private let texts: UnsafeMutablePointer<UInt8>

    init() {
        entries = .allocate(capacity: Self.capacity)
        entries.initialize(repeating: Entry(), count: Self.capacity)
        texts = .allocate(capacity: Self.capacity * Self.longest)
    }

    deinit {
        texts.deallocate()
        entries.deallocate()
    }

    /// The parts of a URL, as ``PlainURL`` finds them.
    func parts(of text: TextBytes) -> PlainURL? {
        guard (1...Self.longest).contains(text.count) else { return PlainURL(text) }
        let place = Self.place(of: text)
        let entry = entries + place
        let known = texts + place * Self.longest
        if entry.pointee.count == text.count, TextBytes(start: known, count: text.count).isSame(as: text) {
            return entry.pointee.parts
        }
        let parts = PlainURL(text)
        _ = UnsafeMutableBufferPointer(start: known, count: text.count).update(fromContentsOf: text)
        entry.pointee = Entry(count: text.count, parts: parts)
        return parts
    }

    /// A place that most texts of one Service differ in: of their lengths, middles and ends.
    private static func place(of text: TextBytes) -> Int {
        let sum = UInt(text.count) &* 31 &+ UInt(text[text.count / 2]) &* 7 &+ UInt(text[text.count - 1])
        return Int(truncatingIfNeeded: sum ^ sum >> 4) & (capacity - 1)
    }
}
