import Foundation
import PIIFuzzing
import SeededGenerator
import Testing

/// What the fuzzer found once stays mended, and hostile texts are read in linear time.
@Suite struct DetectorPropertyTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Fuzz/Regressions").standardizedFileURL

    /// The names of the files of inputs that showed a fault of the detector, and some that are hard for it.
    static let regressions: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? [])
        .filter { $0.hasPrefix("pii-") }.sorted()

    @Test func thereAreRegressions() {
        #expect(!Self.regressions.isEmpty)
    }

    @Test(arguments: regressions) func whatWasFoundStaysMended(name: String) throws {
        let input = try Data(contentsOf: Self.folder.appending(path: name))
        #expect(DetectorProperties(Array(input)).violations == [])
    }

    @Test func arbitraryBytesBreakNothing() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let input = (0..<generator.next(below: 200)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            #expect(DetectorProperties(input).violations == [], "\(input)")
        }
    }
}

/// Apart, and one after the other, since they are timed.
@Suite(.serialized) struct LinearTimeTests {
    /// Four times as long takes four times as long if time is linear, and sixteen times if it is quadratic.
    @Test(arguments: HostileText.all) func timeGrowsWithTheText(_ text: HostileText) {
        let (ratio, seconds) = text.growth(from: 2_000, by: 4, rounds: 2, isMasking: false)
        #expect(ratio < 10, "\(text): \(seconds) s")
    }
}
