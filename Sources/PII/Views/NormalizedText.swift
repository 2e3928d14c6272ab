/// A text with its cheap disguises undone, as ``Unit``s, and the way back to the original's offsets.
struct NormalizedText: Sendable {
    /// The characters to look at.
    let units: [Unit]

    /// Where each unit stands in the original; `nil` when every unit is the byte at its own index.
    private let origins: [Origin]?

    /// The units that a right-to-left override shows in reverse.
    private let override: Range<Int>?

    struct Origin: Sendable {
        /// UTF-8 offsets in the original text.
        var start: Int
        var end: Int
        var disguise: Disguise
    }

    /// Normalizes `text`; texts of plain ASCII without escapes are taken as they are.
    /// - Complexity: O(*n*) in the number of UTF-8 bytes, in time and memory.
    init(_ text: String) {
        var text = text
        self = text.withUTF8 { NormalizedText($0) }
    }

    /// Normalizes bytes of which `classes` tells what they are.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnitClasses) {
        var isPlain = classes.otherLetters == 0
        var signs = classes.signs
        while signs != 0 {
            let byte = bytes[signs.trailingZeroBitCount]
            if Self.isControl(byte) || DecodedBytes.beginsEscape(byte) { isPlain = false }
            signs &= signs - 1
        }
        if isPlain {
            self.init(plain: bytes)
        } else {
            self.init(bytes)
        }
    }

    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

    /// Takes ASCII characters as they are.
    private init(plain bytes: UnsafeBufferPointer<UInt8>) {
        // An array made with its elements asks for the type of its storage each time.
        var units: [Unit] = []
        units.reserveCapacity(bytes.count)
        withUnsafeTemporaryAllocation(of: Unit.self, capacity: bytes.count) { plain in
            for index in 0..<bytes.count { plain.initializeElement(at: index, to: Unit(bytes[index])) }
            units.append(contentsOf: UnsafeBufferPointer(plain))
        }
        self.init(units: units, origins: nil)
    }

    /// Normalizes UTF-8; bytes that are none separate.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        // All bytes are read, many at a time, rather than up to the first that decides.
        var (bits, escapes) = (UInt8(0), UInt8(0))
        for index in 0..<bytes.count {
            bits |= bytes[index]
            escapes |= DecodedBytes.beginsEscape(bytes[index]) ? 1 : 0
        }
        let isASCII = bits < 0x80
        if escapes != 0 {
            self.init(DecodedBytes(undoingEscapesIn: bytes))
        } else if isASCII {
            self.init(units: bytes.map { Self.isControl($0) ? .gap : Unit($0) }, origins: nil)
        } else {
            self.init(withoutEscapes: bytes)
        }
    }

    /// Normalizes UTF-8 in which every character stands for itself.
    private init(withoutEscapes bytes: UnsafeBufferPointer<UInt8>) {
        var builder = Builder(capacity: bytes.count)
        var position = 0
        while position < bytes.count {
            let (scalar, length) = DecodedBytes.scalar(at: position, of: bytes)
            let origin = Origin(start: position, end: position + length, disguise: [])
            builder.append(scalar, origin: origin)
            position += length
        }
        builder.replaceConfusables()
        self.init(units: builder.units, origins: builder.origins, override: builder.override)
    }

    /// Normalizes bytes that were decoded from a text.
    init(_ decoded: DecodedBytes) {
        var builder = Builder(capacity: decoded.bytes.count)
        var position = 0
        while position < decoded.bytes.count {
            let (scalar, length) = decoded.scalar(at: position)
            let end = position + length
            let origin = Origin(
                start: decoded.starts[position], end: decoded.ends[end - 1], disguise: decoded.disguises[position])
            builder.append(scalar, origin: origin)
            position = end
        }
        builder.replaceConfusables()
        self.init(units: builder.units, origins: builder.origins, override: builder.override)
    }

    /// A text of units that were made from another text's.
    init(units: [Unit], origins: [Origin]?, override: Range<Int>? = nil) {
        self.units = units
        self.origins = origins
        self.override = override
    }

    /// The text in the order in which it is shown, where that is another; `nil` if it is not.
    /// - Complexity: O(*n*).
    var reversed: NormalizedText? {
        guard let override, !override.isEmpty else { return nil }
        let order = (0..<override.lowerBound).map(\.self) + override.reversed() + (override.upperBound..<units.count)
        return NormalizedText(
            units: order.map { units[$0] },
            origins: order.map { index in
                var origin = origin(of: index)
                if override.contains(index) { origin.disguise.insert(.reversed) }
                return origin
            })
    }

    /// Whether something may have been undone to see it.
    var isDisguised: Bool { origins != nil }

    /// Where the unit at `index` comes from.
    func origin(of index: Int) -> Origin {
        origins?[index] ?? Origin(start: index, end: index + 1, disguise: [])
    }

    /// The range of the original text, in UTF-8 offsets, that the units at `range` were made from.
    func originalRange(of range: Range<Int>) -> Range<Int> {
        guard let origins, !range.isEmpty else { return range }
        let (first, last) = (origins[range.lowerBound], origins[range.upperBound - 1])
        return min(first.start, last.start)..<max(first.end, last.end)
    }

    /// What was undone to see the units at `range`.
    func disguise(in range: Range<Int>) -> Disguise {
        guard let origins, let first = range.first else { return [] }
        // Invisible characters before the first unit lie outside the range.
        var disguise = origins[first].disguise.subtracting(.invisibleCharacters)
        for index in range.dropFirst() { disguise.formUnion(origins[index].disguise) }
        return disguise
    }
}

extension NormalizedText {
    /// Collects units with their origins.
    private struct Builder {
        var units: [Unit] = []
        var origins: [Origin] = []
        /// The Latin letter that a unit of another script looks like, 0 for none; none at all up to the first that does.
        private var skeletons: [Unit] = []
        private var followsInvisible = false
        /// Where the first right-to-left override begins and ends.
        private var overrideStart: Int?
        private var overrideEnd: Int?

        /// The units that a right-to-left override (U+202E) reaches, up to the mark that ends it (U+202C).
        var override: Range<Int>? { overrideStart.map { $0..<max($0, overrideEnd ?? units.count) } }

        init(capacity: Int) {
            units.reserveCapacity(capacity)
            origins.reserveCapacity(capacity)
        }

        /// Takes in a character; none where the bytes are no UTF-8.
        mutating func append(_ scalar: Unicode.Scalar?, origin: Origin) {
            if scalar == "\u{202E}" {
                overrideStart = overrideStart ?? units.count
            } else if scalar == "\u{202C}", overrideStart != nil {
                overrideEnd = overrideEnd ?? units.count
            }
            append(scalar.map { Folding($0.value) } ?? .gap, origin: origin)
        }

        private mutating func append(_ folding: Folding, origin: Origin) {
            var origin = origin
            switch folding {
            case .gap: append(Unit.gap, skeleton: 0, origin)
            case .nothing(let isDisguise): followsInvisible = followsInvisible || isDisguise
            case .unit(let unit, let isDisguise, let skeleton):
                if isDisguise { origin.disguise.insert(unit.isDigit ? .otherDigits : .compatibilityForms) }
                append(unit, skeleton: skeleton, origin)
            case .sequence(var sequence, let isDisguise):
                if isDisguise { origin.disguise.insert(.compatibilityForms) }
                while sequence != 0 {
                    append(sequence & 0x7F, skeleton: 0, origin)
                    sequence >>= 7
                }
            }
        }

        private mutating func append(_ unit: Unit, skeleton: Unit, _ origin: Origin) {
            var origin = origin
            if followsInvisible { origin.disguise.insert(.invisibleCharacters) }
            followsInvisible = false
            units.append(unit)
            origins.append(origin)
            if skeleton != 0 || !skeletons.isEmpty {
                while skeletons.count + 1 < units.count { skeletons.append(0) }
                skeletons.append(skeleton)
            }
        }

        /// Replaces letters of other scripts by the Latin ones that they look like, in words that also have Latin letters.
        mutating func replaceConfusables() {
            guard !skeletons.isEmpty else { return }
            var position = 0
            while position < units.count {
                guard units[position].isLetter || units[position].isOtherLetter else {
                    position += 1
                    continue
                }
                let start = position
                var hasLatin = false
                var mayReplace = true
                while position < units.count, units[position].isLetter || units[position].isOtherLetter {
                    if units[position].isLetter {
                        hasLatin = true
                    } else if skeletons[position] == 0 {
                        mayReplace = false
                    }
                    position += 1
                }
                guard hasLatin, mayReplace else { continue }
                for index in start..<position where units[index].isOtherLetter {
                    units[index] = skeletons[index]
                    origins[index].disguise.insert(.confusables)
                }
            }
        }
    }
}
