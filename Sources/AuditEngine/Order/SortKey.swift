// Values as bytes: in keys, which order as the values do, and in payloads, which are read back.

internal import Text

extension [UInt8] {
    /// Adds a number, most significant byte first, so that bytes order as numbers do.
    mutating func append(number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }

    /// Adds a text to a key: by bytes, a text before those that it begins, none after all.
    mutating func append(ordering text: String?) {
        guard let text else { return append(2) }
        append(1)
        text.withBytes { bytes in
            if !bytes.contains(0) { return append(contentsOf: bytes) }
            for byte in bytes {
                append(byte)
                // A zero is followed by something, so that the end is the least.
                if byte == 0 { append(0xFF) }
            }
        }
        append(0)
        append(0)
    }

    /// Adds a text to a payload.
    mutating func append(text: String?) {
        guard let text else { return append(number: UInt32.max) }
        append(number: UInt32(text.utf8.count))
        text.withBytes { append(contentsOf: $0) }
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

    mutating func text() -> String? {
        let count: UInt32 = number()
        guard count != .max else { return nil }
        defer { position += Int(count) }
        return String(decoding: bytes[position..<position + Int(count)], as: UTF8.self)
    }
}
