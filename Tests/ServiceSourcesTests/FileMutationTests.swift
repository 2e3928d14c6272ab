import JSON
import SeededGenerator
import ServiceModel
import ServiceSources
import Testing

/// Damages files at random, from seeds, and reads them in pieces of several sizes: nothing may crash, and the pieces
/// must make no difference.
@Suite struct FileMutationTests {
    @Test(arguments: InputShape.allCases, 0..<6)
    func damagedFilesReadTheSameInAllPieces(_ shape: InputShape, _ seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(shape.rawValue.utf8.count))
        let files = try TemporaryFiles()
        let sound = shape.bytes(JSONValue.samples(4))
        let junk = Array("{}[]\",:0\\\n e\u{0}é<".utf8) + [0xFF]
        for _ in 0..<4 {
            var bytes = sound
            for _ in 0...random.next(below: 2) {
                let index = random.next(below: bytes.count)
                switch random.next(below: 4) {
                case 0: bytes.remove(at: index)
                case 1: bytes[index] = junk[random.next(below: junk.count)]
                case 2: bytes.removeSubrange(index..<min(index + random.next(below: 200), bytes.count))
                default: bytes.insert(junk[random.next(below: junk.count)], at: index)
                }
            }
            let path = try files.write(bytes)
            let whole = await Reading(path: path, limits: FileReadingLimits(chunk: 8192, record: 1500))
            for chunk in [1, 37] {
                let pieces = await Reading(path: path, limits: FileReadingLimits(chunk: chunk, record: 1500))
                #expect(pieces == whole, "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }
}
