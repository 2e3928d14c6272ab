import SeededGenerator
import Testing
import Text

@Suite struct ByteBuilderTests {
    @Test(arguments: 1...20) func partsStandInOrder(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var builder = ByteBuilder()
        var expected: [UInt8] = []
        for _ in 0..<200 {
            let part = (0..<generator.next(below: 90)).map { _ in UInt8(generator.next(below: 256)) }
            switch generator.next(below: 9) {
            case 0:
                builder.append(contentsOf: part[...])
                expected += part
            case 1:
                builder.append(0x2C)
                expected.append(0x2C)
            case 2:
                let number = UInt32(truncatingIfNeeded: generator.next())
                builder.append(number: number)
                expected += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
            case 3:
                builder.append("dé\u{0}")
                expected += Array("dé\u{0}".utf8)
            case 4:
                var other = ByteBuilder()
                other.append(contentsOf: part[...])
                builder.append(contentsOf: other, in: part.count / 4..<part.count / 2)
                expected += part[part.count / 4..<part.count / 2]
                builder.append(atMost: part.count + 7) { room in
                    room.copyBytes(from: part)
                    return part.count
                }
                expected += part
            case 5:
                let number = Int(truncatingIfNeeded: generator.next() >> UInt64(generator.next(below: 64)))
                builder.append(decimal: number)
                expected += Array("\(number)".utf8)
            case 6:
                builder.append(repeating: 0x20, count: part.count)
                expected += Array(repeating: 0x20, count: part.count)
            case 7:
                builder.trim()
                #expect(builder.capacity <= max(builder.count * 5 / 4, builder.count))
            default:
                guard generator.next(below: 20) == 0 else { continue }
                builder.removeAll()
                expected = []
            }
            #expect(builder.count == expected.count)
        }
        #expect(Array(builder.bytes) == expected)
        #expect(builder.withBytes { Array($0) } == expected)
        let middle = expected.count / 3..<expected.count / 2
        #expect(Array(builder[middle]) == Array(expected[middle]))
    }

    @Test func aCopyKeepsWhatItHas() {
        var builder = ByteBuilder()
        builder.append("one")
        let copy = builder
        builder.removeAll()
        builder.append("two")
        #expect(Array(copy.bytes) == Array("one".utf8))
        #expect(Array(builder.bytes) == Array("two".utf8))
    }

    @Test func nothingIsNothing() {
        var builder = ByteBuilder()
        builder.append(contentsOf: UnsafeRawBufferPointer(start: nil, count: 0))
        builder.append("")
        #expect(builder.isEmpty && builder.bytes.isEmpty)
        #expect(builder.withBytes { $0.count } == 0)
    }
}
