/// The limits within which the client works. The defaults are for the vendor's service; tests give shorter ones.
package struct ClientSettings: Sendable {
    /// What the client calls itself, such as `proxy-audit/1.0`.
    package var userAgent: String
    /// How long making a connection, with TLS, may take.
    package var connectTimeout: Duration = .seconds(10)
    /// How long a server may be silent in the midst of an answer.
    package var idleTimeout: Duration = .seconds(30)
    /// How long one try of a request may take from when it leaves to the last byte of its answer.
    package var requestTimeout: Duration = .seconds(60)
    /// The largest body that is read, in bytes; a page of 1000 Services takes about 1 MB.
    package var largestBody = 32 << 20
    /// How many requests may be under way at once; the API limits concurrency, not rate. Others wait, and no clock of
    /// theirs runs meanwhile.
    package var requestsInFlight = 8
    /// How often and when a request is repeated.
    package var retries = RetryPolicy()

    /// Makes the settings for the vendor's service.
    package init(userAgent: String) {
        self.userAgent = userAgent
    }
}
