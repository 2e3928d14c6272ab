/// What up to 64 units are, a bit for each, the first in the lowest.
///
/// Eight characters are told at a time, so that random letters and digits cost no more than others; whatever looks for a run of digits
/// or letters then asks for the next bit, in place of one unit after the other.
struct UnitClasses: Sendable {
    /// The most units that there is a bit for.
    static let limit = UInt64.bitWidth

    /// ASCII digits.
    private(set) var digits: UInt64 = 0
    /// Latin letters.
    private(set) var letters: UInt64 = 0
    /// Latin capitals.
    private(set) var capitals: UInt64 = 0
    /// The letters among hex digits.
    private(set) var hexLetters: UInt64 = 0
    /// Letters of other scripts; in bytes all that are beyond ASCII.
    private(set) var otherLetters: UInt64 = 0
    /// Everything else.
    private(set) var signs: UInt64 = 0

    /// Nothing is known of any unit.
    init() {}

    /// Latin letters and digits.
    var words: UInt64 { letters | digits }

    /// Reads at most ``limit`` units.
    init(_ units: some RandomAccessCollection<Unit>) {
        var place = 0
        var word: UInt64 = 0
        for unit in units {
            word |= UInt64(unit < Self.beyondASCII ? unit : Self.beyondASCII) << UInt64(8 * (place & 7))
            place += 1
            if place & 7 == 0 {
                add(word, at: place - 8)
                word = 0
            }
        }
        if place & 7 != 0 { add(word, at: place & ~7) }
        finish(place)
    }

    /// Reads at most ``limit`` bytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let memory = UnsafeRawBufferPointer(bytes)
        var place = 0
        // Eight bytes are read where there are as many; the last ones begin among those before them, where bits are set already.
        while place < bytes.count, bytes.count >= 8 {
            let start = min(place, bytes.count - 8)
            add(UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: start, as: UInt64.self)), at: start)
            place += 8
        }
        if bytes.count < 8 {
            var word: UInt64 = 0
            for (index, byte) in bytes.enumerated() { word |= UInt64(byte) << UInt64(8 * index) }
            add(word, at: 0)
        }
        finish(bytes.count)
    }

    /// The smallest character that is none of ASCII, which stands for all of them.
    private static let beyondASCII: Unit = 0x80

    @inline(__always)
    private mutating func finish(_ count: Int) {
        // What is beyond the last unit is of no class.
        signs = count == 0 ? 0 : UInt64.max >> UInt64(Self.limit - count) & ~(words | otherLetters)
    }

    /// Takes in eight characters, the first in the lowest byte.
    @inline(__always)
    private mutating func add(_ characters: UInt64, at place: Int) {
        let ascii = characters & ~Self.highBits
        let small = ascii | 0x2020_2020_2020_2020
        let latin = ~characters & Self.highBits
        func bits(_ flags: UInt64) -> UInt64 {
            // Moves the lowest bit of each byte to the highest byte, in their order.
            (((flags >> 7) &* 0x0102_0408_1020_4080) >> 56) << UInt64(place)
        }
        digits |= bits(Self.from("0", in: ascii) & ~Self.after("9", in: ascii) & latin)
        letters |= bits(Self.from("a", in: small) & ~Self.after("z", in: small) & latin)
        capitals |= bits(Self.from("A", in: ascii) & ~Self.after("Z", in: ascii) & latin)
        hexLetters |= bits(Self.from("a", in: small) & ~Self.after("f", in: small) & latin)
        otherLetters |= bits(characters & Self.highBits)
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The highest bit of each byte that is `first` or greater, all of them being below 0x80.
    @inline(__always)
    private static func from(_ first: Unicode.Scalar, in bytes: UInt64) -> UInt64 {
        bytes &+ UInt64(0x80 - first.value) &* 0x0101_0101_0101_0101
    }

    /// The highest bit of each byte that is greater than `last`.
    @inline(__always)
    private static func after(_ last: Unicode.Scalar, in bytes: UInt64) -> UInt64 {
        bytes &+ UInt64(0x7F - last.value) &* 0x0101_0101_0101_0101
    }

    /// A bit for each unit of a range that is not empty.
    @inline(__always)
    static func bits(_ range: Range<Int>) -> UInt64 {
        (UInt64.max >> UInt64(limit - range.count)) << UInt64(range.lowerBound)
    }

    /// Those of the units at `bits` that are of a kind, a bit each.
    @inline(__always)
    static func places(
        of bits: UInt64, in units: [Unit], where isOfKind: (Unit) -> Bool
    ) -> UInt64 {
        var (rest, places) = (bits, UInt64(0))
        while rest != 0 {
            if isOfKind(units[rest.trailingZeroBitCount]) { places |= rest & ~(rest - 1) }
            rest &= rest - 1
        }
        return places
    }

    /// The first longest run of `bits` at or after `index`, at most ``limit``.
    @inline(__always)
    static func nextRun(of bits: UInt64, from index: Int) -> Range<Int>? {
        let rest = bits >> UInt64(truncatingIfNeeded: index)
        guard rest != 0 else { return nil }
        let start = index + rest.trailingZeroBitCount
        return start..<start + (~(bits >> UInt64(start))).trailingZeroBitCount
    }
}
