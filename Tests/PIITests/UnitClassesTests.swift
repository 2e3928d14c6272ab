import SeededGenerator
import Testing

@testable import PII

/// What is told of many units at once is what each of them is, and what is left out by it would not be found.
@Suite struct UnitClassesTests {
    private static let texts: [[Unit]] = {
        var generator = SeededGenerator(seed: 6_401)
        let units: [Unit] = (0..<0x80).map(\.self) + [0x80, 0xE9, 0x430, 0x540D, 0xC11C, 0x2_0000]
        let names = LabelledName.all.map { NormalizedText($0.name).units }
        let common = Array("aeinorst019 -_.ABZ".unicodeScalars.map(\.value))
        return names
            + (0..<6_000).map { index in
                let alphabet = index.isMultiple(of: 2) ? units : common
                return (0..<index % 70).map { _ in alphabet.randomElement(using: &generator) ?? .gap }
            }
    }()

    private static func bits(_ units: [Unit], _ condition: (Unit) -> Bool) -> UInt64 {
        units.enumerated().reduce(0) { $0 | (condition($1.element) ? 1 << UInt64($1.offset) : 0) }
    }

    private func expect(_ classes: UnitClasses, areOf units: [Unit]) {
        #expect(classes.digits == Self.bits(units, \.isDigit), "\(units)")
        #expect(classes.letters == Self.bits(units, \.isLetter), "\(units)")
        #expect(classes.capitals == Self.bits(units, \.isUppercase), "\(units)")
        #expect(classes.hexLetters == Self.bits(units) { $0.isHexDigit && !$0.isDigit }, "\(units)")
        #expect(classes.otherLetters == Self.bits(units, \.isOtherLetter), "\(units)")
        #expect(classes.signs == Self.bits(units) { !$0.isWordCharacter && !$0.isOtherLetter }, "\(units)")
    }

    @Test func eachUnitIsOfItsClass() {
        for units in Self.texts where units.count <= UnitClasses.limit { expect(UnitClasses(units), areOf: units) }
    }

    @Test func bytesAreOfTheClassesOfTheirUnits() {
        for units in Self.texts where units.count <= UnitClasses.limit {
            let bytes = units.map { UInt8(min($0, 0x80)) }
            bytes.withUnsafeBufferPointer { expect(UnitClasses($0), areOf: bytes.map { Unit($0) }) }
        }
    }

    @Test func textsThatAreTakenAsTheyAreAreNormalized() {
        for units in Self.texts where units.count <= UnitClasses.limit && !units.contains(where: \.isOtherLetter) {
            let bytes = units.map { UInt8($0) }
            bytes.withUnsafeBufferPointer {
                #expect(NormalizedText($0, UnitClasses($0)).units == NormalizedText($0).units, "\(units)")
            }
        }
    }

    @Test func hintsOfShortTextsAreThoseOfLongOnes() {
        var differs = 0
        for units in Self.texts where units.count <= UnitClasses.limit && !units.contains(where: \.isOtherLetter) {
            units.withUnsafeBufferPointer { units in
                let hints = WordHints(units, UnitClasses(units))
                #expect(hints == WordHints(units, nil), "\(Array(units))")
                if hints != [], hints != .all { differs += 1 }
            }
        }
        #expect(differs > 1_000)
    }

    @Test func runsAreFound() {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<200 {
            let bits = generator.next() & generator.next() | (Bool.random(using: &generator) ? 1 << 63 : 0)
            var (position, seen) = (0, UInt64(0))
            while let run = UnitClasses.nextRun(of: bits, from: position) {
                #expect(run.lowerBound >= position && UnitClasses.bits(run) & ~bits == 0)
                #expect(run.upperBound == 64 || bits >> UInt64(run.upperBound) & 1 == 0)
                seen |= UnitClasses.bits(run)
                position = run.upperBound
            }
            #expect(seen == bits)
        }
    }
}
