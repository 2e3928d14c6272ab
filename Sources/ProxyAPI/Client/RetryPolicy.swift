internal import ServiceModel

/// How often and when a request is repeated: the vendor's own advice, with the clock and the dice as parameters.
package struct RetryPolicy: Sendable {
    /// How often a request is sent at most, the first time included; at least 1.
    package var tries = 5
    /// The delay before the second try, which doubles with each further one.
    package var firstDelay: Duration = .milliseconds(100)
    /// The longest delay that doubling leads to.
    package var longestDelay: Duration = .seconds(30)
    /// The longest delay that a server's `Retry-After` leads to.
    package var longestRetryAfter: Duration = .seconds(60)
    /// A number from 0 up to, but not including, 1.
    package var random: @Sendable () -> Double = { Double.random(in: 0..<1) }
    /// Waits, and throws where the task is cancelled meanwhile.
    package var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// Makes the policy of the vendor's advice, with the system's clock and dice.
    package init() {}

    /// How long to wait after a failure.
    ///
    /// `Retry-After` counts first. Otherwise the delay has doubled `failures - 1` times, and from half of it to all of
    /// it is waited, at random, so that clients that failed together do not come back together.
    ///
    /// - Parameter failures: How many tries failed so far; 1 and more.
    package func delay(failures: Int, retryAfter: Duration?) -> Duration {
        if let retryAfter { return min(max(retryAfter, .zero), longestRetryAfter) }
        var delay = firstDelay
        var doublings = failures - 1
        // Ends at the longest delay, long before an absurd count does.
        while doublings > 0, delay > .zero, delay < longestDelay {
            delay *= 2
            doublings -= 1
        }
        return min(delay, longestDelay) * (0.5 + 0.5 * min(max(random(), 0), 1))
    }

    /// Reads the header `Retry-After`: seconds, or an HTTP date, which is measured against the answer's own `Date`.
    ///
    /// nil where there is none that can be read; a date without a `Date` to measure against counts as none.
    static func retryAfter(_ value: String?, date: String?) -> Duration? {
        guard let value else { return nil }
        if !value.isEmpty, value.utf8.count <= 9, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return Int(value).map { .seconds($0) }
        }
        guard let due = InternetDate.parse(value), let now = date.flatMap(InternetDate.parse) else { return nil }
        return .seconds(due.seconds - now.seconds)
    }
}
