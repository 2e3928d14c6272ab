internal import Foundation
import PIIFuzzing

/// Times hostile texts of a megabyte: ends with 1 where time grows faster than the text.
@main struct PIITime {
    private static let factor = 8
    /// Twice as much as linear, for caches and the tables of long lists.
    private static let limit = 16.0

    static func main() {
        var failures = 0
        for text in HostileText.all {
            let (ratio, seconds) = text.growth(from: 125_000, by: factor, rounds: 2, isMasking: true)
            if ratio > limit { failures += 1 }
            let figures = String(format: "%7.3f s a megabyte, %5.1f times an eighth", seconds, ratio)
            print("\(figures)  \(text)\(ratio > limit ? "  TOO SLOW" : "")")
        }
        print("\(HostileText.all.count) patterns, \(failures) too slow")
        exit(failures == 0 ? 0 : 1)
    }
}
