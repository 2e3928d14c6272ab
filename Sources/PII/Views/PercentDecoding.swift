/// Bytes in the course of percent-decoding (RFC 3986, section 2.1), each with its place in the original text.
struct PercentDecoding {
    private(set) var bytes: [UInt8]
    /// The offset in the original at which the text of the byte with the same index starts.
    private(set) var starts: [Int]
    /// The offset in the original at which the text of the byte with the same index ends.
    private(set) var ends: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        starts = Array(0..<bytes.count)
        ends = Array(1..<(bytes.count + 1))
    }

    /// Replaces each `%` and two hex digits by the byte they stand for; anything else stays.
    mutating func decodeOnce() {
        guard bytes.contains(UInt8(ascii: "%")) else { return }
        var write = 0
        var read = 0
        while read < bytes.count {
            var byte = bytes[read]
            let start = starts[read]
            var last = read
            if byte == UInt8(ascii: "%"), read + 2 < bytes.count,
                let high = Self.hexValue(bytes[read + 1]), let low = Self.hexValue(bytes[read + 2])
            {
                byte = high << 4 | low
                last = read + 2
            }
            bytes[write] = byte
            starts[write] = start
            ends[write] = ends[last]
            write += 1
            read = last + 1
        }
        bytes.removeSubrange(write...)
        starts.removeSubrange(write...)
        ends.removeSubrange(write...)
    }

    /// The character that starts at `position`, and its length in bytes; none of length 1 where the bytes are no UTF-8.
    func scalar(at position: Int) -> (Unicode.Scalar?, length: Int) {
        let lead = bytes[position]
        if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
        let length: Int
        var value: UInt32
        let smallest: UInt32
        switch lead {
        case 0xC2...0xDF: (length, value, smallest) = (2, UInt32(lead & 0x1F), 0x80)
        case 0xE0...0xEF: (length, value, smallest) = (3, UInt32(lead & 0x0F), 0x800)
        case 0xF0...0xF4: (length, value, smallest) = (4, UInt32(lead & 0x07), 0x10000)
        default: return (nil, 1)
        }
        guard position + length <= bytes.count else { return (nil, 1) }
        for index in position + 1..<position + length {
            guard bytes[index] & 0xC0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
        return (scalar, length)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
        default: nil
        }
    }
}
