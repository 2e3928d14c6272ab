internal import Text

/// Text that stands in another as base64 (RFC 4648, both alphabets) or hexadecimal.
enum EncodedText {
    /// The shortest runs that are decoded: shorter ones spell words and short hashes.
    private static let shortestBase64 = 10
    private static let shortestHex = 12

    /// The texts that runs of `text` decode to, as far as they are readable.
    /// - Complexity: O(*n*).
    static func decode(in text: NormalizedText, _ features: TextFeatures) -> [NormalizedText] {
        guard
            features.hasCapitals && features.count >= shortestBase64 || features.longestHexRun >= shortestHex
        else { return [] }
        let bits = features.hasClasses ? base64Bits(text.units, features.classes) : nil
        if let bits, !mayHoldRun(bits) { return [] }
        return text.units.withUnsafeBufferPointer { decode($0, bits, of: text, hasCapitals: features.hasCapitals) }
    }

    /// The characters of base64, a bit each.
    private static func base64Bits(_ units: [Unit], _ classes: UnitClasses) -> UInt64 {
        classes.words | UnitClasses.places(of: classes.signs, in: units, where: isBase64)
    }

    /// Whether a run of bits is long enough: of two, four, eight and ten.
    private static func mayHoldRun(_ bits: UInt64) -> Bool {
        let twos = bits & bits >> 1
        let fours = twos & twos >> 2
        return fours & fours >> 4 & twos >> 8 != 0
    }

    private static func decode(
        _ units: UnsafeBufferPointer<Unit>, _ bits: UInt64?, of text: NormalizedText, hasCapitals: Bool
    ) -> [NormalizedText] {
        var decoded: [NormalizedText] = []
        var position = 0
        while let run = nextRun(in: units, bits, from: &position, hasCapitals: hasCapitals) {
            let origin = text.originalRange(of: run.range)
            let disguise = text.disguise(in: run.range).union(run.isHex ? .hexadecimal : .base64)
            decoded.append(NormalizedText(DecodedBytes(run.bytes, standingFor: origin, disguise: disguise)))
        }
        return decoded
    }

    /// Whether a run of units with capitals decodes to a text.
    static func mayStand(in units: UnsafeBufferPointer<Unit>) -> Bool {
        var position = 0
        return nextRun(in: units, nil, from: &position, hasCapitals: true) != nil
    }

    /// The first run from `position` on that decodes to a text, beyond which it is set; `nil` at the end. `bits` may tell which units are
    /// characters of base64.
    private static func nextRun(
        in units: UnsafeBufferPointer<Unit>, _ bits: UInt64?, from position: inout Int, hasCapitals: Bool
    ) -> Run? {
        while let range = nextBase64(in: units, bits, from: position) {
            position = range.upperBound
            while position < units.count, position < range.upperBound + 2, units[position] == Unit(ascii: "=") {
                position += 1
            }
            if range.count >= shortestBase64,
                let run = firstRun(in: range, padded: position, of: units, hasCapitals: hasCapitals)
            {
                return run
            }
        }
        return nil
    }

    /// The first longest run of characters of base64 at or after `index`.
    private static func nextBase64(
        in units: UnsafeBufferPointer<Unit>, _ bits: UInt64?, from index: Int
    ) -> Range<Int>? {
        if let bits { return UnitClasses.nextRun(of: bits, from: index) }
        guard let start = units[index...].firstIndex(where: isBase64) else { return nil }
        return start..<(units[start...].firstIndex { !isBase64($0) } ?? units.count)
    }

    private static func isBase64(_ unit: Unit) -> Bool {
        unit.isWordCharacter || unit == .plus || unit == .slash || unit == .hyphen || unit == .underscore
    }

    private struct Run {
        var range: Range<Int>
        var bytes: [UInt8]
        var isHex: Bool
    }

    /// What a run decodes to as a whole, or the first of the parts between signs that are also used as separators.
    private static func firstRun(
        in run: Range<Int>, padded: Int, of units: UnsafeBufferPointer<Unit>, hasCapitals: Bool
    ) -> Run? {
        func decoded(_ whole: Range<Int>) -> Run? {
            // `0x` says what follows.
            let isMarked =
                units[whole.lowerBound] == .zero && whole.count > 2
                && units[whole.lowerBound + 1] | 0x20 == Unit(ascii: "x")
            let range = isMarked ? whole.dropFirst(2) : whole
            if range.count >= shortestHex, range.count.isMultiple(of: 2), let bytes = hex(units[range]),
                isReadable(bytes)
            {
                return Run(range: range, bytes: bytes, isHex: true)
            }
            if hasCapitals, range.count >= shortestBase64, let bytes = base64(units[range]), isReadable(bytes) {
                let end = range.upperBound == run.upperBound ? padded : range.upperBound
                return Run(range: range.lowerBound..<end, bytes: bytes, isHex: false)
            }
            return nil
        }
        if let whole = decoded(run) { return whole }
        var (start, last) = (run.lowerBound, run.lowerBound)
        for index in run.lowerBound...run.upperBound
        where index == run.upperBound || !units[index].isWordCharacter && units[index] != .plus {
            if start < index, start..<index != run, let part = decoded(start..<index) { return part }
            (last, start) = (start, index + 1)
        }
        // After a word and a separator the rest may be base64 that has the same sign inside.
        guard let first = run.first(where: { units[$0] == .hyphen || units[$0] == .underscore }),
            first + 1 < run.upperBound, first + 1 < last
        else { return nil }
        return decoded(first + 1..<run.upperBound)
    }

    private static func hex(_ units: Slice<UnsafeBufferPointer<Unit>>) -> [UInt8]? {
        // Nearly all numbers and hashes decode to some control, so that no array is made before that is known.
        guard decodeHex(units, to: { _ in }) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(units.count / 2)
        _ = decodeHex(units) { bytes.append($0) }
        return bytes
    }

    /// Gives each byte to `take`; whether all are there, and none is a control, which is never readable.
    private static func decodeHex(_ units: Slice<UnsafeBufferPointer<Unit>>, to take: (UInt8) -> Void) -> Bool {
        var high: UInt8?
        for unit in units {
            guard unit.isHexDigit else { return false }
            let digit = UInt8(truncatingIfNeeded: unit.isDigit ? unit &- 0x30 : (unit | 0x20) &- 0x57)
            if let first = high {
                let byte = first << 4 | digit
                guard byte >= 0x20, byte != 0x7F else { return false }
                take(byte)
                high = nil
            } else {
                high = digit
            }
        }
        return true
    }

    private static func base64(_ units: Slice<UnsafeBufferPointer<Unit>>) -> [UInt8]? {
        guard units.count % 4 != 1 else { return nil }
        // Text that was encoded has capitals and small letters; words and numbers have not.
        guard units.contains(where: \.isUppercase), units.contains(where: { $0.isLowercase || $0.isDigit }) else {
            return nil
        }
        // Nearly all words decode to some control, so that no array is made before that is known.
        var bytes: [UInt8] = []
        guard decode(units, to: { _ in }) else { return nil }
        bytes.reserveCapacity(units.count * 3 / 4)
        _ = decode(units) { bytes.append($0) }
        return bytes
    }

    /// Gives each byte to `take`; whether all are there, and none is a control.
    private static func decode(_ units: Slice<UnsafeBufferPointer<Unit>>, to take: (UInt8) -> Void) -> Bool {
        var buffer: UInt32 = 0
        var bits = 0
        for unit in units {
            guard let value = base64Value(unit) else { return false }
            buffer = buffer << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                let byte = UInt8(truncatingIfNeeded: buffer >> UInt32(bits))
                guard byte >= 0x20, byte != 0x7F else { return false }
                take(byte)
            }
        }
        return buffer & (1 << UInt32(bits) - 1) == 0
    }

    private static func base64Value(_ unit: Unit) -> UInt32? {
        if unit.isUppercase { return unit - 0x41 }
        if unit.isLowercase { return unit - 0x61 + 26 }
        if unit.isDigit { return unit - 0x30 + 52 }
        switch unit {
        case .plus, .hyphen: return 62
        case .slash, .underscore: return 63
        default: return nil
        }
    }

    /// Whether bytes are UTF-8 of which nearly all are letters, digits, and signs that names have.
    private static func isReadable(_ bytes: [UInt8]) -> Bool {
        // Objects of JSON are tokens, and hold claims rather than names.
        guard bytes.count >= 6, bytes[0] != UInt8(ascii: "{"), let text = String(validating: bytes, as: UTF8.self)
        else { return false }
        var plain = 0
        var others = 0
        for scalar in text.unicodeScalars {
            switch Folding(scalar.value) {
            case .gap: return false
            case .unit(let unit, _, _):
                let isPlain =
                    unit.isWordCharacter || unit.isOtherLetter
                    || [.space, .at, .dot, .hyphen, .underscore, .plus].contains(unit)
                plain += isPlain ? 1 : 0
                others += isPlain ? 0 : 1
            case .sequence, .nothing: plain += 1
            }
        }
        return others * 6 <= plain
    }
}
