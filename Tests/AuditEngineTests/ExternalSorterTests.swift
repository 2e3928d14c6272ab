import SeededGenerator
import Testing
import Text

@testable import AuditEngine

/// Entries come out in the order of their keys and payloads, wherever they were kept meanwhile.
@Suite struct ExternalSorterTests {
    @Test(arguments: [0, 1, 64, 1000, 1 << 20], [0, 1, 2, 17, 500])
    func sortsAsTheStandardLibraryDoes(budget: Int, count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(budget &* 31 &+ count))
        var expected: [(key: [UInt8], payload: [UInt8])] = []
        var sorter = ExternalSorter(budget: budget)
        for number in 0..<count {
            // Few different bytes, so that keys share beginnings, and one is often the beginning of another.
            let length = generator.next(below: 12)
            var key = (0..<length).map { _ in [0, 1, 0x7F, 0xFF][generator.next(below: 4)] as UInt8 }
            // Keys are mostly unique; the payloads of those that are not order them.
            if generator.next(below: 4) > 0 { key += [UInt8(number >> 8), UInt8(number & 0xFF)] }
            let payload = Array(repeating: UInt8(number & 0xFF), count: generator.next(below: 200))
            var buffer = EntryBuffer()
            buffer.append {
                $0.append(contentsOf: key[...])
            } payload: {
                $0.append(contentsOf: payload[...])
            }
            try sorter.append(buffer)
            expected.append((key, payload))
        }
        expected.sort { left, right in
            left.key == right.key
                ? left.payload.lexicographicallyPrecedes(right.payload) : left.key.lexicographicallyPrecedes(right.key)
        }
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
}
