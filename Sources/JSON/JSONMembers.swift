internal import Text

/// Writes the members of one object, without blanks, into room that was made for all of them beforehand: for the elements
/// of long lists, where to ask for each member whether it is the first, and whether there is room, takes longer than to
/// write it.
///
/// A ``JSONWriter`` makes one, in ``JSONWriter/objectOnOneLine(room:_:)``. Behind each member and element there is a comma,
/// in whose place the bracket comes that ends what it is in.
///
/// Public, as Swift inlines nothing of a type that is the package's into its other modules.
public struct JSONMembers: ~Copyable {
    /// Where the next byte is written, and the end of the room, which stays where it is for as long as this is there.
    @usableFromInline
    internal var next: UnsafeMutableRawPointer
    @usableFromInline
    internal let end: UnsafeMutableRawPointer

    /// The most bytes that one byte of a text is written as: six, as in `\u0000`.
    public static var longestEscape: Int { 6 }

    /// - Parameter room: What does not fit in it is not written: the program ends.
    init(_ room: UnsafeMutableRawBufferPointer) {
        guard let base = room.baseAddress else { preconditionFailure("no room") }
        next = base
        end = base + room.count
    }

    /// Goes past so many bytes, and gives where they are to be written.
    @inlinable
    @inline(__always)
    internal mutating func take(_ count: Int) -> UnsafeMutableRawPointer {
        precondition(count >= 0 && count <= end - next)
        let start = next
        next = start + count
        return start
    }

    @inlinable
    @inline(__always)
    internal mutating func put(_ byte: UInt8) { take(1).storeBytes(of: byte, as: UInt8.self) }

    /// Writes the key of what is written next.
    @inlinable
    @inline(__always)
    internal mutating func key(_ name: JSONName) {
        let count = name.text.utf8CodeUnitCount
        let room = take(count + 3)
        room.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
        (room + 1).copyMemory(from: name.text.utf8Start, byteCount: count)
        (room + 1 + count).storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
        (room + 2 + count).storeBytes(of: UInt8(ascii: ":"), as: UInt8.self)
    }

    /// Writes a member whose value is a text of this UTF-8, or null.
    @inlinable
    @inline(__always)
    public mutating func member(_ name: JSONName, utf8 text: UnsafeBufferPointer<UInt8>?) {
        key(name)
        if let text { value(text) } else { null() }
    }

    /// Writes a member whose value is a text.
    @inlinable
    @inline(__always)
    public mutating func member(_ name: JSONName, _ text: String) {
        key(name)
        value(text)
    }

    /// Writes a member whose value is an integer, or null.
    @inlinable
    @inline(__always)
    public mutating func member(_ name: JSONName, _ number: Int?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    /// Writes members again, as they were written once.
    @inlinable
    public mutating func members(_ written: [UInt8]) {
        let room = take(written.count)
        written.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: room, count: $0.count).copyMemory(from: $0) }
    }

    /// What is written of members, for those that many objects have.
    ///
    /// - Parameter room: For so many bytes.
    public static func written(room: Int, _ members: (inout JSONMembers) -> Void) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: room + 1) { room, count in
            let room = UnsafeMutableRawBufferPointer(room)
            var object = JSONMembers(room)
            members(&object)
            count = room.count - (object.end - object.next)
        }
    }

    /// Begins the object that is the value of a member.
    @inlinable
    @inline(__always)
    public mutating func beginObject(_ name: JSONName) {
        key(name)
        beginObject()
    }

    /// Begins an object that is an element of an array.
    @inlinable
    @inline(__always)
    public mutating func beginObject() { put(UInt8(ascii: "{")) }

    @inlinable
    @inline(__always)
    public mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Begins the array that is the value of a member.
    @inlinable
    @inline(__always)
    public mutating func beginArray(_ name: JSONName) {
        key(name)
        put(UInt8(ascii: "["))
    }

    @inlinable
    @inline(__always)
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// Ends an object or array that was begun, so that a byte was written.
    @inlinable
    @inline(__always)
    internal mutating func end(_ bracket: UInt8) {
        if (next - 1).load(as: UInt8.self) == UInt8(ascii: ",") { next -= 1 }
        let room = take(2)
        room.storeBytes(of: bracket, as: UInt8.self)
        (room + 1).storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
    }

    @inlinable
    @inline(__always)
    internal mutating func null() {
        let room = take(5)
        room.storeBytes(of: UInt32(0x6E75_6C6C).bigEndian, as: UInt32.self)
        (room + 4).storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
    }

    @usableFromInline
    internal mutating func value(_ text: UnsafeBufferPointer<UInt8>) {
        let count = text.count
        let start = next
        let room = take(count + 3)
        room.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
        // Most texts are ASCII that needs no escape: it is looked for while they are copied.
        guard text.copyPlainText(to: UnsafeMutableRawBufferPointer(start: room + 1, count: count)) else {
            next = start
            return escape(text)
        }
        (room + 1 + count).storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
        (room + 2 + count).storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
    }

    @usableFromInline
    internal mutating func value(_ text: String) { text.withBytes { value($0) } }

    @inline(never)
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var escaped = ByteBuilder()
        escaped.append(quoted: text)
        escaped.append(UInt8(ascii: ","))
        let room = take(escaped.count)
        escaped.withBytes { room.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(room), byteCount: $0.count) }
    }

    @usableFromInline
    internal mutating func value(_ number: Int) {
        let digits = number.decimalCount
        let room = take(digits + 1)
        number.copyDecimal(to: UnsafeMutableRawBufferPointer(start: room, count: digits))
        (room + digits).storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
    }
}
