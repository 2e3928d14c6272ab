// Values as bytes: in keys, which order as the values do, and in payloads, which are read back.

internal import Text

extension ByteBuilder {
    /// Appends a text to a key: by bytes, a text before those that it begins, none after all.
    mutating func append(ordering text: UnsafeBufferPointer<UInt8>?) {
        guard let text else { return append(2) }
        append(1)
        if text.firstIndex(of: 0, from: 0, before: text.count) == nil {
            append(contentsOf: text)
        } else {
            for byte in text {
                append(byte)
                // A zero is followed by something, so that the end is the least.
                if byte == 0 { append(0xFF) }
            }
        }
        append(number: UInt16(0))
    }

    /// The same for a text that is a string.
    mutating func append(ordering text: String?) {
        guard let text else { return append(2) }
        text.withBytes { append(ordering: $0) }
    }

    /// Appends a text to a payload, as its UTF-8, or that there is none.
    mutating func append(text: UnsafeBufferPointer<UInt8>?) {
        guard let text else { return append(number: UInt32.max) }
        // In one piece, since there are many.
        append(count: 4 + text.count) { room in
            room.storeBytes(of: UInt32(text.count).bigEndian, as: UInt32.self)
            UnsafeMutableRawBufferPointer(rebasing: room[4...]).copyMemory(from: UnsafeRawBufferPointer(text))
        }
    }

    /// Appends a text to a payload.
    mutating func append(text: String?) {
        guard let text else { return append(number: UInt32.max) }
        text.withBytes { append(text: $0) }
    }
}

/// Reads a payload piece by piece, in the order in which it was written. Valid for as long as its bytes are.
struct PayloadReader {
    private let bytes: UnsafeRawBufferPointer
    /// How many bytes were read.
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Calls the body with a reader of a payload.
    @inline(__always)
    static func read<Result>(_ payload: ArraySlice<UInt8>, _ body: (inout PayloadReader) -> Result) -> Result {
        payload.withUnsafeBytes { bytes in
            var reader = PayloadReader(bytes)
            return body(&reader)
        }
    }

    @inline(__always)
    mutating func number<Number: FixedWidthInteger>(as type: Number.Type = Number.self) -> Number {
        let size = MemoryLayout<Number>.size
        // What is on disk may be damaged.
        precondition(bytes.count - position >= size)
        defer { position += size }
        return Number(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Number.self))
    }

    /// The UTF-8 of a text, where it stands; nil for none.
    @inline(__always)
    mutating func utf8() -> UnsafeBufferPointer<UInt8>? {
        let count: UInt32 = number()
        guard count != .max else { return nil }
        precondition(bytes.count - position >= Int(count))
        defer { position += Int(count) }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + Int(count)]).bindMemory(to: UInt8.self)
    }

    mutating func text() -> String? { utf8().map { String(decoding: $0, as: UTF8.self) } }
}
