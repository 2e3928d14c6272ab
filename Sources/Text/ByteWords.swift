// Bytes of a range of ASCII characters, looked for eight at a time: "Bit Twiddling Hacks" (Sean Eron Anderson, public domain),
// "Determine if a word has a byte between m and n". The sums carry nothing from byte to byte, so each bit is right.

/// A range of ASCII characters, to be looked for in words of eight bytes.
private struct ASCIIRange {
    let range: ClosedRange<UInt8>
    private let toFirst: UInt64
    private let toBeyond: UInt64

    static let bytes = 8
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highest: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    init(_ range: ClosedRange<UInt8>) {
        precondition(range.upperBound < 0x80)
        self.range = range
        toFirst = UInt64(0x80 &- range.lowerBound) &* Self.ones
        toBeyond = UInt64(0x7F &- range.upperBound) &* Self.ones
    }

    /// One in each byte of a word that is in the range.
    @inline(__always)
    func members(of word: UInt64) -> UInt64 {
        let low = word & ~Self.highest
        return ((low &+ toFirst) & ~(low &+ toBeyond) & ~word & Self.highest) &>> 7
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether any byte is in a range of ASCII characters.
    package func contains(ascii range: ClosedRange<UInt8>) -> Bool {
        if count < ASCIIRange.bytes {
            for byte in self where range.contains(byte) { return true }
            return false
        }
        let (bytes, range) = (UnsafeRawBufferPointer(self), ASCIIRange(range))
        var found: UInt64 = 0
        var index = 0
        let last = count &- ASCIIRange.bytes
        while index < last {
            found |= range.members(of: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index &+= ASCIIRange.bytes
        }
        // The last bytes together, some of them for the second time.
        return found | range.members(of: bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self)) != 0
    }

    /// How many bytes are in a range of ASCII characters.
    package func count(ascii range: ClosedRange<UInt8>) -> Int {
        let (bytes, ascii) = (UnsafeRawBufferPointer(self), ASCIIRange(range))
        var found = 0
        var index = 0
        while count &- index >= ASCIIRange.bytes {
            found &+= ascii.members(of: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)).nonzeroBitCount
            index &+= ASCIIRange.bytes
        }
        while index < count {
            if range.contains(self[index]) { found &+= 1 }
            index &+= 1
        }
        return found
    }

    /// Copies the bytes to room elsewhere that is at least as large, with some bits changed of those in a range of ASCII
    /// characters.
    package func copy(
        to room: UnsafeMutableBufferPointer<UInt8>, changing bits: UInt8, of range: ClosedRange<UInt8>
    ) {
        precondition(room.count >= count)
        if count < ASCIIRange.bytes {
            for index in 0..<count {
                let byte = self[index]
                room.initializeElement(at: index, to: range.contains(byte) ? byte ^ bits : byte)
            }
            return
        }
        let (bytes, target) = (UnsafeRawBufferPointer(self), UnsafeMutableRawBufferPointer(room))
        let ascii = ASCIIRange(range)
        let last = count &- ASCIIRange.bytes
        var index = 0
        while true {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let changed = word ^ ascii.members(of: word) &* UInt64(bits)
            target.storeBytes(of: changed, toByteOffset: index, as: UInt64.self)
            if index == last { return }
            // The last bytes together, some of them for the second time.
            index = Swift.min(index &+ ASCIIRange.bytes, last)
        }
    }
}
