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

    /// Keys that begin alike, up to far beyond the eight bytes that are compared at a time, and end where they may: some with
    /// zeros, which are also what stands for bytes after an end.
    private static func entries(shared: Int, count: Int, seed: UInt64) -> [(key: [UInt8], payload: [UInt8])] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            var key = (0..<shared).map { UInt8($0 & 0xFF) }
            key += (0..<generator.next(below: 26)).map { _ in [0, 0, 0, 1, 0xFF][generator.next(below: 5)] as UInt8 }
            if generator.next(below: 8) == 0 { key = Array(key.prefix(generator.next(below: key.count + 1))) }
            return (key, (0..<generator.next(below: 3)).map { _ in UInt8(generator.next(below: 3)) })
        }
    }

    private static func sorted(
        _ entries: [(key: [UInt8], payload: [UInt8])], budget: Int, inBuffersOf size: Int
    ) throws -> SortedEntries {
        var sorter = ExternalSorter(budget: budget)
        for start in stride(from: 0, to: entries.count, by: size) {
            var buffer = EntryBuffer()
            for (key, payload) in entries[start..<min(start + size, entries.count)] {
                buffer.append {
                    $0.append(contentsOf: key[...])
                } payload: {
                    $0.append(contentsOf: payload[...])
                }
            }
            try sorter.append(buffer)
        }
        return try sorter.finish()
    }

    private static func all(_ cursor: consuming SortedEntries.Cursor) throws -> [[[UInt8]]] {
        var cursor = cursor
        var all: [[[UInt8]]] = []
        while let entry = try cursor.next() { all.append([Array(entry.key), Array(entry.payload)]) }
        return all
    }

    @Test(arguments: [0, 3, 8, 36, 120, 128, 300], [0, 2000, 1 << 20])
    func sortsKeysThatBeginAlike(shared: Int, budget: Int) throws {
        let entries = Self.entries(shared: shared, count: 700, seed: UInt64(shared))
        let expected = entries.sorted { left, right in
            left.key == right.key
                ? left.payload.lexicographicallyPrecedes(right.payload) : left.key.lexicographicallyPrecedes(right.key)
        }
        let sorted = try Self.sorted(entries, budget: budget, inBuffersOf: 37)
        #expect(try Self.all(sorted.makeCursor()) == expected.map { [$0.key, $0.payload] })
    }

    /// Many keys, as random as digests, or different in a few bits only, from the first of them or the last.
    @Test(arguments: [511, 512, 3000], [UInt64.max, 0xFFFF, 0xFF_FFFF_0000, 0x8000_0000_0000_0001, 1 << 63, 0x1F0, 0])
    func sortsManyKeys(count: Int, different: UInt64) throws {
        var generator = SeededGenerator(seed: different &+ UInt64(count))
        let entries = (0..<count).map { number in
            let first = 0x0123_4567_89AB_CDEF ^ (generator.next() & different)
            let key = (0..<8).map { UInt8(truncatingIfNeeded: first >> UInt64(56 - 8 * $0)) }
            let rest = (0..<generator.next(below: 10)).map { _ in UInt8(generator.next(below: 256)) }
            return (key: key + rest, payload: [UInt8(generator.next(below: 4))])
        }
        let expected = entries.sorted { left, right in
            left.key == right.key
                ? left.payload.lexicographicallyPrecedes(right.payload) : left.key.lexicographicallyPrecedes(right.key)
        }
        let sorted = try Self.sorted(entries, budget: 1 << 30, inBuffersOf: 1000)
        #expect(try Self.all(sorted.makeCursor()) == expected.map { [$0.key, $0.payload] })
    }

    /// Entries of one buffer stand in several chunks of memory, and some need more than one has.
    @Test(arguments: [0, 1 << 30])
    func sortsMoreThanAChunkOfMemoryHolds(budget: Int) throws {
        var generator = SeededGenerator(seed: 11)
        let entries = (0..<700).map { number in
            let size = number % 97 == 96 ? 150_000 : generator.next(below: 900)
            // As many begin alike as are sorted by what follows.
            let key = [UInt8(generator.next(below: 3))] + (0..<20).map { _ in UInt8(generator.next(below: 2)) }
            return (key: key, payload: (0..<size).map { UInt8(truncatingIfNeeded: $0 &* number) })
        }
        let expected = entries.sorted { left, right in
            left.key == right.key
                ? left.payload.lexicographicallyPrecedes(right.payload) : left.key.lexicographicallyPrecedes(right.key)
        }
        let sorted = try Self.sorted(entries, budget: budget, inBuffersOf: 400)
        #expect(try Self.all(sorted.makeCursor()) == expected.map { [$0.key, $0.payload] })
    }

    /// What is passed over is alone, and what is not alone is never passed over, in memory and on disk.
    @Test(arguments: [0, 1 << 20], [UInt64(1), 2, 3])
    func passesOverEntriesThatAreAlone(budget: Int, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let entries = (0..<300).map { number in
            // Some are shared by many.
            let last = generator.next(below: 3) == 0 ? generator.next(below: 3) : generator.next(below: 256)
            let first: [UInt8] = [0, 0, 0, 0, 0, 0, UInt8(generator.next(below: 2)), UInt8(last)]
            return (key: first + [UInt8(number & 0xFF)], payload: [UInt8(generator.next(below: 256))])
        }
        let sorted = try Self.sorted(entries, budget: budget, inBuffersOf: 50)
        let all = try Self.all(sorted.makeCursor())
        let counts = Dictionary(grouping: all) { Array($0[0].prefix(8)) }.mapValues(\.count)
        var cursor = sorted.makeCursor()
        var found: [[[UInt8]]] = []
        // Only those of which the seventh byte is zero.
        cursor.passLoneEntries { $0 >> 8 & 0xFF == 0 }
        while let entry = try cursor.next() {
            found.append([Array(entry.key), Array(entry.payload)])
            cursor.passLoneEntries { $0 >> 8 & 0xFF == 0 }
        }
        let kept = all.filter { $0[0][6] == 1 || counts[Array($0[0].prefix(8)), default: 0] > 1 }
        #expect(found == (budget == 0 ? all : kept))
        #expect(kept.count < all.count && kept.count > counts.count / 2)
    }
}
