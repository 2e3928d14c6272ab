internal import Text

/// The bytes of a text in the course of decoding, each with its place in the original text.
struct DecodedBytes: Sendable {
    private(set) var bytes: [UInt8]
    /// The offset in the original at which the text of the byte with the same index starts.
    private(set) var starts: [Int]
    /// The offset in the original at which the text of the byte with the same index ends.
    private(set) var ends: [Int]
    /// What was undone for the byte with the same index.
    private(set) var disguises: [Disguise]

    /// Bytes that all stand for one place of the original, as decoded base64 does.
    init(_ bytes: [UInt8], standingFor range: Range<Int>, disguise: Disguise) {
        self.bytes = bytes
        starts = Array(repeating: range.lowerBound, count: bytes.count)
        ends = Array(repeating: range.upperBound, count: bytes.count)
        disguises = Array(repeating: disguise, count: bytes.count)
        decodeEscapes()
    }

    /// Percent-encoding (RFC 3986, section 2.1), HTML's character references and `\\x` escapes are undone, up to twice.
    init(undoingEscapesIn bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = Array(bytes)
        starts = Array(0..<bytes.count)
        ends = Array(1..<(bytes.count + 1))
        disguises = Array(repeating: [], count: bytes.count)
        decodeEscapes()
    }

    /// Twice, for what was encoded twice, as `%2540` for `@`.
    private mutating func decodeEscapes() {
        if decodeOnce() { _ = decodeOnce() }
    }

    /// Replaces each escape by what it stands for; anything else stays. Gives whether there was one.
    private mutating func decodeOnce() -> Bool {
        guard bytes.contains(where: Self.beginsEscape) else { return false }
        var write = 0
        var read = 0
        var hasEscapes = false
        while read < bytes.count {
            let escape = escape(at: read)
            guard let escape else {
                move(from: read, to: write)
                write += 1
                read += 1
                continue
            }
            hasEscapes = true
            // An escape is never shorter than what it stands for, so that writing never overtakes reading.
            let (start, end) = (starts[read], ends[read + escape.length - 1])
            let disguise = disguises[read].union(escape.disguise)
            for byte in escape.bytes {
                bytes[write] = byte
                starts[write] = start
                ends[write] = end
                disguises[write] = disguise
                write += 1
            }
            read += escape.length
        }
        bytes.removeSubrange(write...)
        starts.removeSubrange(write...)
        ends.removeSubrange(write...)
        disguises.removeSubrange(write...)
        return hasEscapes
    }

    /// Whether a byte may begin an escape.
    @inline(__always)
    static func beginsEscape(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\")
    }

    private mutating func move(from source: Int, to target: Int) {
        guard source != target else { return }
        bytes[target] = bytes[source]
        starts[target] = starts[source]
        ends[target] = ends[source]
        disguises[target] = disguises[source]
    }

    private struct Escape {
        var bytes: [UInt8]
        var length: Int
        var disguise: Disguise
    }

    private func escape(at index: Int) -> Escape? {
        switch bytes[index] {
        case UInt8(ascii: "%"):
            guard index + 2 < bytes.count, let high = bytes[index + 1].hexDigitValue,
                let low = bytes[index + 2].hexDigitValue
            else { return nil }
            return Escape(bytes: [high << 4 | low], length: 3, disguise: .percentEncoding)
        case UInt8(ascii: "\\"):
            guard index + 3 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
                let high = bytes[index + 2].hexDigitValue,
                let low = bytes[index + 3].hexDigitValue
            else { return nil }
            return Escape(bytes: [high << 4 | low], length: 4, disguise: .hexadecimal)
        case UInt8(ascii: "&"):
            guard let reference = CharacterReference(in: bytes, at: index) else { return nil }
            return Escape(
                bytes: Array(String(reference.scalar).utf8), length: reference.length, disguise: .htmlEntities)
        default: return nil
        }
    }

    /// The character that starts at `position`, and its length in bytes; none of length 1 where the bytes are no UTF-8.
    func scalar(at position: Int) -> (Unicode.Scalar?, length: Int) { Self.scalar(at: position, of: bytes) }

    /// The same of any bytes.
    static func scalar<Bytes: RandomAccessCollection>(
        at position: Int, of bytes: Bytes
    ) -> (Unicode.Scalar?, length: Int) where Bytes.Element == UInt8, Bytes.Index == Int {
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
        guard position + length <= bytes.endIndex else { return (nil, 1) }
        for index in position + 1..<position + length {
            guard bytes[index] & 0xC0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
        return (scalar, length)
    }
}
