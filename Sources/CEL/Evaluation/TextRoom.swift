internal import Text

/// The UTF-8 of a text where it stands: in a message, or in the ``TextRoom`` of the evaluation.
///
/// Valid for as long as the evaluation lasts, and in the room no longer than until that is released to an earlier mark.
/// Nodes pass texts on like this, since making a `String` of each would take longer than most tests of them.
typealias TextBytes = UnsafeBufferPointer<UInt8>

/// Memory for the texts that an evaluation makes on its way.
///
/// What comes last is given back first: a node that has used a text releases the room to where it was before, so that
/// walking through a long list takes no more of it than one element does. The first part is on the stack.
struct TextRoom {
    private static let stackSize = 1024
    private static let chunkSize = 1 << 14

    /// What is free of the chunk in use.
    private var free: UnsafeMutableBufferPointer<UInt8>
    /// The newest chunk beyond the stack, which begins with the address of the one before. No array: that would be released
    /// after each evaluation, and most need no chunk.
    private var chunk: UnsafeMutableRawPointer?

    /// A place to go back to.
    struct Mark {
        fileprivate let free: UnsafeMutableBufferPointer<UInt8>
        fileprivate let chunk: UnsafeMutableRawPointer?
    }

    /// Makes a room of memory, which must be there for as long as it is.
    init(_ memory: UnsafeMutableBufferPointer<UInt8>) { free = memory }

    /// Calls the body with a room, which the body must release to the mark that it has at first.
    @inline(__always)
    static func with<Result>(_ body: (TextRoom) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: stackSize) { body(TextRoom($0)) }
    }

    /// Where the room is now.
    @inline(__always)
    var mark: Mark { Mark(free: free, chunk: chunk) }

    /// Gives back what was made since a mark.
    @inline(__always)
    mutating func release(to mark: Mark) {
        if chunk != mark.chunk { drop(downTo: mark.chunk) }
        free = mark.free
    }

    /// Gives back all memory.
    @inline(__always)
    mutating func releaseAll() {
        if chunk != nil { drop(downTo: nil) }
    }

    @inline(never)
    private mutating func drop(downTo kept: UnsafeMutableRawPointer?) {
        while let last = chunk, last != kept {
            chunk = last.load(as: UnsafeMutableRawPointer?.self)
            last.deallocate()
        }
    }

    /// Makes a text of so many bytes, all of which the closure writes.
    @inline(__always)
    mutating func make(_ count: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Void) -> TextBytes {
        if free.count < count { grow(count) }
        let text = UnsafeMutableBufferPointer(rebasing: free[..<count])
        free = UnsafeMutableBufferPointer(rebasing: free[count...])
        write(text)
        return TextBytes(text)
    }

    /// Makes memory that is no text.
    mutating func makeMemory(_ count: Int, alignment: Int) -> UnsafeMutableRawPointer {
        let size = count + alignment
        if free.count < size { grow(size) }
        let memory = free.baseAddress.map { UnsafeMutableRawPointer($0).alignedUp(toMultipleOf: alignment) }
        free = UnsafeMutableBufferPointer(rebasing: free[size...])
        guard let memory else { preconditionFailure("A room has memory.") }
        return memory
    }

    /// The bytes of a text, which need not be kept.
    @inline(__always)
    mutating func copy(_ text: String) -> TextBytes {
        text.withBytes { bytes in make(bytes.count) { _ = $0.initialize(fromContentsOf: bytes) } }
    }

    @inline(never)
    private mutating func grow(_ count: Int) {
        let header = MemoryLayout<UnsafeMutableRawPointer?>.stride
        let size = max(count, Self.chunkSize)
        let next = UnsafeMutableRawPointer.allocate(
            byteCount: header + size, alignment: MemoryLayout<UnsafeMutableRawPointer?>.alignment)
        next.storeBytes(of: chunk, as: UnsafeMutableRawPointer?.self)
        chunk = next
        free = UnsafeMutableBufferPointer(
            start: (next + header).bindMemory(to: UInt8.self, capacity: size), count: size)
    }
}

extension String {
    /// The text that bytes are which came from a text.
    init(_ bytes: TextBytes) { self.init(decoding: bytes, as: UTF8.self) }
}
