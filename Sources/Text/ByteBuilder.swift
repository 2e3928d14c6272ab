/// Bytes that grow at their end, for writers that add many small parts.
///
/// What an array does for each part that is appended (whether it is shared, whether there is room, a call) takes longer
/// than copying a few bytes. Here the room is an array that is larger than what was written, and a part is stored into it.
///
/// Public, as Swift inlines nothing of a type that is the package's into its other modules.
public struct ByteBuilder: Sendable {
    /// The bytes that were written, and after them room for more.
    @usableFromInline
    internal var room: [UInt8] = []

    /// How many bytes were written.
    @usableFromInline
    internal var end = 0

    @inlinable
    public init() {}

    /// Has room for so many bytes, of which none is touched before it is written.
    public init(capacity: Int) { resize(to: capacity) }

    /// How many bytes were written.
    @inlinable
    public var count: Int { end }

    @inlinable
    public var isEmpty: Bool { end == 0 }

    /// How many bytes of memory there are, those that are free included.
    @inlinable
    public var capacity: Int { room.count }

    /// All that was written.
    @inlinable
    public var bytes: ArraySlice<UInt8> { room[..<end] }

    /// A part of what was written.
    @inlinable
    public subscript(range: Range<Int>) -> ArraySlice<UInt8> {
        precondition(range.upperBound <= end)
        return room[range]
    }

    /// Calls the body with all that was written.
    @inlinable
    @inline(__always)
    public func withBytes<Result, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try room.withUnsafeBytes { room -> Swift.Result<Result, Failure> in
            do throws(Failure) {
                return .success(try body(UnsafeRawBufferPointer(rebasing: room[..<end])))
            } catch {
                return .failure(error)
            }
        }.get()
    }

    /// Takes all bytes away, and keeps the room.
    @inlinable
    public mutating func removeAll() { end = 0 }

    /// Takes the bytes after the first `count` away.
    public mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= end)
        end = count
    }

    /// Gives back most of the room that is free, if that is much.
    public mutating func trim() {
        if room.count - end > end / 4 { resize(to: end) }
    }

    @inlinable
    @inline(__always)
    public mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        room[end] = byte
        end += 1
    }

    @inlinable
    @inline(__always)
    public mutating func append(contentsOf bytes: UnsafeRawBufferPointer) {
        append(count: bytes.count) { $0.copyMemory(from: bytes) }
    }

    @inlinable
    @inline(__always)
    public mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        append(contentsOf: UnsafeRawBufferPointer(bytes))
    }

    @inlinable
    public mutating func append(contentsOf bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { append(contentsOf: $0) }
    }

    /// Appends what another wrote.
    @inlinable
    public mutating func append(contentsOf other: ByteBuilder) {
        other.room.withUnsafeBytes { append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[..<other.end])) }
    }

    /// Appends a part of what another wrote.
    @inlinable
    public mutating func append(contentsOf other: ByteBuilder, in range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= other.end)
        other.room.withUnsafeBytes { append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// Appends the UTF-8 of a text.
    @inlinable
    public mutating func append(_ text: String) {
        text.withBytes { append(contentsOf: $0) }
    }

    /// Appends a number, most significant byte first, so that bytes order as numbers without a sign do.
    @inlinable
    @inline(__always)
    public mutating func append(number: some FixedWidthInteger) {
        let number = number.bigEndian
        append(count: number.bitWidth / 8) { $0.storeBytes(of: number, as: type(of: number)) }
    }

    /// Appends a number as decimal digits, after a minus sign where it is below zero.
    public mutating func append(decimal number: Int) {
        append(count: number.decimalCount) { number.copyDecimal(to: $0) }
    }

    /// Appends so many bytes, all of which the closure writes.
    @inlinable
    @inline(__always)
    public mutating func append(count more: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void) {
        makeRoom(for: more)
        let start = end
        room.withUnsafeMutableBytes { write(UnsafeMutableRawBufferPointer(rebasing: $0[start..<start + more])) }
        end += more
    }

    /// Appends up to so many bytes: as many as the closure says that it wrote, from the beginning of the room.
    @inlinable
    @inline(__always)
    public mutating func append(atMost more: Int, _ write: (UnsafeMutableRawBufferPointer) -> Int) {
        makeRoom(for: more)
        let start = end
        let written = room.withUnsafeMutableBytes {
            write(UnsafeMutableRawBufferPointer(rebasing: $0[start..<start + more]))
        }
        precondition(written >= 0 && written <= more)
        end += written
    }

    /// Appends so many times a byte.
    public mutating func append(repeating byte: UInt8, count repetitions: Int) {
        makeRoom(for: repetitions)
        for index in end..<end + repetitions { room[index] = byte }
        end += repetitions
    }

    @inlinable
    @inline(__always)
    internal mutating func makeRoom(for more: Int) {
        if room.count - end < more { grow(by: more) }
    }

    @usableFromInline
    @inline(never)
    internal mutating func grow(by more: Int) {
        resize(to: max(2 * room.count, end + more, 64))
    }

    /// Makes the room so large. What is free of it is not touched: nothing reads it before it is written.
    private mutating func resize(to size: Int) {
        room = [UInt8](unsafeUninitializedCapacity: size) { new, count in
            withBytes { UnsafeMutableRawBufferPointer(new).copyMemory(from: $0) }
            count = size
        }
    }
}
