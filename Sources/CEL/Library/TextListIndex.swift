/// The texts of a constant list, prepared to be looked for all at once.
struct TextListIndex: Sendable {
    /// By groups of ``TextSetIndex/capacity`` texts in order; `nil` for a group of texts too long for an index.
    private let groups: [TextSetIndex?]
    /// The number of texts.
    let count: Int

    /// Makes an index of the UTF-8 of texts.
    init(_ texts: [[UInt8]], at place: TextSetIndex.Place) {
        count = texts.count
        groups = stride(from: 0, to: texts.count, by: TextSetIndex.capacity).map { start in
            TextSetIndex(Array(texts[start..<min(start + TextSetIndex.capacity, texts.count)]), at: place)
        }
    }

    /// Which of a group's texts may stand in another: those that do, or all of a group without an index.
    @inline(__always)
    func candidates(ofGroup group: Int, in text: UnsafeBufferPointer<UInt8>) -> TextSetIndex.Members {
        groups[group]?.members(in: text) ?? .max
    }
}
