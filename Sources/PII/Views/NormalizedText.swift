/// A text with its cheap disguises undone, one ``Unit`` a character, and the way back to the original's offsets.
struct NormalizedText: Sendable {
    /// The characters to look at.
    private(set) var units: [Unit]

    /// Where each unit stands in the original, in UTF-8 offsets; `nil` when every unit is the byte at its own index.
    private var origins: [Origin]?

    private struct Origin: Sendable {
        var start: Int
        var end: Int
        var disguise: Disguise
    }

    /// Normalizes `text`; texts of plain ASCII without `%` are taken as they are.
    /// - Complexity: O(*n*) in the number of UTF-8 bytes, in time and memory.
    init(_ text: String) {
        let bytes = Array(text.utf8)
        if !bytes.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") }) {
            units = bytes
            origins = nil
            return
        }
        var decoded = PercentDecoding(bytes)
        decoded.decodeOnce()
        // A second time for what was encoded twice, as `%2540` for `@`.
        decoded.decodeOnce()
        units = []
        var origins: [Origin] = []
        units.reserveCapacity(decoded.bytes.count)
        origins.reserveCapacity(decoded.bytes.count)
        var invisibleSince: Int?
        var position = 0
        while position < decoded.bytes.count {
            let (scalar, length) = decoded.scalar(at: position)
            let end = position + length
            let start = position
            position = end
            let (unit, disguise) = scalar.map { Self.unit(of: $0, after: units.last ?? Unit.gap) } ?? (Unit.gap, [])
            guard let unit else {
                invisibleSince = invisibleSince ?? start
                continue
            }
            units.append(unit)
            var origin = Origin(start: decoded.starts[start], end: decoded.ends[end - 1], disguise: disguise)
            if origin.end - origin.start > length { origin.disguise.insert(.percentEncoding) }
            if invisibleSince != nil { origin.disguise.insert(.invisibleCharacters) }
            invisibleSince = nil
            origins.append(origin)
        }
        self.origins = origins
    }

    /// The range of the original text, in UTF-8 offsets, that the units at `range` were made from.
    func originalRange(of range: Range<Int>) -> Range<Int> {
        guard let origins, !range.isEmpty else { return range }
        return origins[range.lowerBound].start..<origins[range.upperBound - 1].end
    }

    /// What was undone to see the units at `range`.
    func disguise(in range: Range<Int>) -> Disguise {
        guard let origins, let first = range.first else { return [] }
        // Invisible characters before the first unit lie outside the range.
        var disguise = origins[first].disguise.subtracting(.invisibleCharacters)
        for index in range.dropFirst() { disguise.formUnion(origins[index].disguise) }
        return disguise
    }

    /// The unit for a character, or no unit for one that cannot be seen; `previous` tells what a combining mark sits on.
    private static func unit(of scalar: Unicode.Scalar, after previous: Unit) -> (unit: Unit?, disguise: Disguise) {
        let value = scalar.value
        if value < 0x80 { return (Unit(value), []) }
        if (0xFF01...0xFF5E).contains(value) { return (Unit(value - 0xFEE0), .wideForms) }
        switch value {
        case 0x3002, 0xFF61: return (.dot, .wideForms)
        case 0xFE6B: return (.at, .wideForms)
        case 0xFE62: return (.plus, .wideForms)
        case 0x2212: return (.hyphen, [])
        case 0x4E00...0x9FFF: return (.otherLetter, [])
        default: break
        }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return (nil, []) }
        switch properties.generalCategory {
        case .decimalNumber:
            guard let number = properties.numericValue, (0...9).contains(number) else { return (.gap, []) }
            return (Unit.zero + Unit(number), .otherDigits)
        case .spaceSeparator: return (.space, [])
        case .dashPunctuation: return (.hyphen, [])
        case .enclosingMark: return (nil, [])
        case .nonspacingMark, .spacingMark: return (previous == .otherLetter ? .otherLetter : .latinLetter, [])
        default: break
        }
        guard properties.isAlphabetic else { return (.gap, []) }
        let isLatin = (0xAA...0x24F).contains(value) || (0x1E00...0x1EFF).contains(value)
        return (isLatin ? .latinLetter : .otherLetter, [])
    }
}
