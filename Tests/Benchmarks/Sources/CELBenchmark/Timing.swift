internal import Foundation

/// How long one run of a loop's body takes.
struct Timing {
    /// Nanoseconds of the fastest round.
    let least: Double
    /// Nanoseconds of the middle round.
    let median: Double

    static let rounds = 21
    private static let timesEachRound = 500_000

    /// Times two loops in turn, so that a busy machine is as busy for both.
    ///
    /// - Parameter first: Runs its body as often as it is told; what it returns must depend on each run.
    static func ofBoth(_ first: (Int) -> Int, _ second: (Int) -> Int) -> (Timing, Timing) {
        var firstRounds: [Double] = []
        var secondRounds: [Double] = []
        var sum = 0
        for _ in 0..<rounds {
            firstRounds.append(nanoseconds { sum &+= first(timesEachRound) })
            secondRounds.append(nanoseconds { sum &+= second(timesEachRound) })
        }
        // Used, so that no loop is left out.
        precondition(sum >= 0)
        return (Timing(firstRounds), Timing(secondRounds))
    }

    private init(_ rounds: [Double]) {
        let sorted = rounds.sorted()
        least = sorted[0]
        median = sorted[sorted.count / 2]
    }

    private static func nanoseconds(_ body: () -> Void) -> Double {
        let start = processorTime()
        body()
        return (processorTime() - start) / Double(timesEachRound)
    }

    /// The thread's processor time in nanoseconds: what others run meanwhile does not count.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
}

extension Double {
    /// The number with one digit after the point.
    var oneDecimal: String { String(format: "%.1f", self) }
}

extension String {
    /// The text with blanks up to a width.
    func padded(to width: Int, atStart: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - count))
        return atStart ? blanks + self : self + blanks
    }
}
