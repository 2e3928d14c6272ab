/// Bytes that grow at their end, for writers that add many small parts.
///
/// What an array does for each part that is appended (whether it is shared, whether there is room, a call) takes longer
/// than copying a few bytes. Here the room is an array that is larger than what was written, and a part is stored into it.
package struct ByteBuilder: Sendable {
    /// The bytes that were written, and after them room for more.
    @usableFromInline
    internal var room: [UInt8] = []

    /// How many bytes were written.
    @usableFromInline
    package internal(set) var count = 0

    package init() {}

    package var isEmpty: Bool { count == 0 }

    /// How many bytes of memory there are, those that are free included.
    package var capacity: Int { room.count }

    /// All that was written.
    package var bytes: ArraySlice<UInt8> { room[..<count] }

    /// A part of what was written.
    package subscript(range: Range<Int>) -> ArraySlice<UInt8> {
        precondition(range.upperBound <= count)
        return room[range]
    }

    /// Calls the body with all that was written.
    @inline(__always)
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        room.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }

    /// Takes all bytes away, and keeps the room.
    package mutating func removeAll() { count = 0 }

    /// Takes the bytes after the first `count` away.
    package mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= self.count)
        self.count = count
    }

    @inlinable
    package mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        room[count] = byte
        count += 1
    }

    @inlinable
    package mutating func append(contentsOf bytes: UnsafeRawBufferPointer) {
        append(count: bytes.count) { $0.copyMemory(from: bytes) }
    }

    @inlinable
    package mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        append(contentsOf: UnsafeRawBufferPointer(bytes))
    }

    package mutating func append(contentsOf bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { append(contentsOf: $0) }
    }

    /// Appends the UTF-8 of a text.
    @inlinable
    package mutating func append(_ text: String) {
        text.withBytes { append(contentsOf: $0) }
    }

    /// Appends a number, most significant byte first, so that bytes order as numbers without a sign do.
    @inlinable
    package mutating func append(number: some FixedWidthInteger) {
        let number = number.bigEndian
        append(count: number.bitWidth / 8) { $0.storeBytes(of: number, as: type(of: number)) }
    }

    /// Appends so many bytes, all of which the closure writes.
    @inlinable
    @inline(__always)
    package mutating func append(count more: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void) {
        makeRoom(for: more)
        let start = count
        room.withUnsafeMutableBytes { write(UnsafeMutableRawBufferPointer(rebasing: $0[start..<start + more])) }
        count += more
    }

    /// Appends so many times a byte.
    package mutating func append(repeating byte: UInt8, count repetitions: Int) {
        makeRoom(for: repetitions)
        for index in count..<count + repetitions { room[index] = byte }
        count += repetitions
    }

    @inlinable
    @inline(__always)
    internal mutating func makeRoom(for more: Int) {
        if room.count - count < more { grow(by: more) }
    }

    @usableFromInline
    @inline(never)
    internal mutating func grow(by more: Int) {
        let size = max(2 * room.count, count + more, 64)
        room.append(contentsOf: repeatElement(0, count: size - room.count))
    }
}
