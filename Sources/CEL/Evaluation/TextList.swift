/// Texts and nulls in a list, each where it stands. Macros pass such lists on to each other, since making a ``CELValue`` of
/// each text and a list of those would take longer than most macros do.
///
/// Its memory belongs to a ``TextRoom``, as that of the texts that were made does: valid as they are.
struct TextList: @unchecked Sendable {
    private typealias Item = TextBytes?

    private let memory: UnsafeMutableRawPointer
    private(set) var count = 0

    /// Makes an empty list in memory that is aligned for it.
    fileprivate init(_ memory: UnsafeMutableRawPointer) { self.memory = memory }

    fileprivate static let alignment = MemoryLayout<Item>.alignment
    fileprivate static let stride = MemoryLayout<Item>.stride

    /// Adds a text or null. There must be room for it.
    @inline(__always)
    mutating func append(_ text: TextBytes?) {
        memory.storeBytes(of: text, toByteOffset: count * Self.stride, as: Item.self)
        count += 1
    }

    /// A text, or `nil` for null.
    @inline(__always)
    subscript(index: Int) -> TextBytes? {
        precondition(index >= 0 && index < count)
        return memory.load(fromByteOffset: index * Self.stride, as: Item.self)
    }

    /// The same as values.
    var values: [CELValue] { (0..<count).map { self[$0].map { .string(String($0)) } ?? .null } }
}

extension TextRoom {
    /// Makes an empty list with room for so many texts.
    mutating func makeList(capacity: Int) -> TextList {
        TextList(makeMemory(capacity * TextList.stride, alignment: TextList.alignment))
    }
}
