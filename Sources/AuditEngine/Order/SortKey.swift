// Values as bytes: in keys, which order as the values do, and in payloads, which are read back.

internal import Text

extension ByteBuilder {
    /// Appends a text to a key: by bytes, a text before those that it begins, none after all.
    mutating func append(ordering text: String?) {
        guard let text else { return append(2) }
        append(1)
        text.withBytes { bytes in
            if bytes.firstIndex(of: 0, from: 0, before: bytes.count) == nil { return append(contentsOf: bytes) }
            for byte in bytes {
                append(byte)
                // A zero is followed by something, so that the end is the least.
                if byte == 0 { append(0xFF) }
            }
        }
        append(number: UInt16(0))
    }

    /// Appends a text to a payload, as its UTF-8.
    mutating func append(text: UnsafeBufferPointer<UInt8>) {
        append(number: UInt32(text.count))
        append(contentsOf: text)
    }

    /// Appends a text to a payload.
    mutating func append(text: String?) {
        guard let text else { return append(number: UInt32.max) }
        append(number: UInt32(text.utf8.count))
        append(text)
    }
}

/// Reads a payload piece by piece, in the order in which it was written.
struct PayloadReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func number<Number: FixedWidthInteger>(as type: Number.Type = Number.self) -> Number {
        defer { position += MemoryLayout<Number>.size }
        return Number(
            bigEndian: bytes[position..<position + MemoryLayout<Number>.size].withUnsafeBytes {
                $0.loadUnaligned(as: Number.self)
            })
    }

    /// The bytes that ``text()`` would read.
    mutating func rawText() -> ArraySlice<UInt8> {
        let start = position
        let count: UInt32 = number()
        if count != .max { position += Int(count) }
        return bytes[start..<position]
    }

    mutating func text() -> String? {
        let count: UInt32 = number()
        guard count != .max else { return nil }
        defer { position += Int(count) }
        return String(decoding: bytes[position..<position + Int(count)], as: UTF8.self)
    }
}
