import Testing

@testable import AuditEngine

/// Entries come out in the order of their keys, wherever they were kept meanwhile.
@Suite struct ExternalSorterTests {
    @Test(arguments: [0, 1, 64, 1000, 1 << 20], [0, 1, 2, 17, 500])
    func sortsAsTheStandardLibraryDoes(budget: Int, count: Int) throws {
        var generator = Sequence(state: UInt64(budget &* 31 &+ count))
        var expected: [(key: [UInt8], payload: [UInt8])] = []
        var sorter = ExternalSorter(budget: budget)
        for number in 0..<count {
            // Few different bytes, so that keys share beginnings, and one is often the beginning of another.
            let length = Int(generator.next() % 12)
            var key = (0..<length).map { _ in [0, 1, 0x7F, 0xFF][Int(generator.next() % 4)] as UInt8 }
            // Unique, so that the order is one.
            key += [UInt8(number >> 8), UInt8(number & 0xFF)]
            let payload = Array(repeating: UInt8(number & 0xFF), count: Int(generator.next() % 200))
            var buffer = EntryBuffer()
            buffer.append {
                $0 += key
            } payload: {
                $0 += payload
            }
            try sorter.append(buffer)
            expected.append((key, payload))
        }
        expected.sort { $0.key.lexicographicallyPrecedes($1.key) }
        #expect(sorter.count == count)
        let sorted = try sorter.finish()
        // It can be gone through more than once.
        for _ in 0..<2 {
            var cursor = sorted.makeCursor()
            for (key, payload) in expected {
                let entry = try #require(try cursor.next())
                #expect(Array(entry.key) == key)
                #expect(Array(entry.payload) == payload)
            }
            #expect(try cursor.next() == nil)
        }
    }

    /// Numbers that are the same for the same seed.
    private struct Sequence {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
