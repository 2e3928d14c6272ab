/// A try that failed, and whether another may follow.
struct ExchangeFailure: Error {
    /// When a request may be sent again.
    enum Repetition {
        /// The next try would fail in the same way.
        case never
        /// The server may have acted on the request: only where acting twice is harmless.
        case ifSafe
        /// The server did not act on the request.
        case always
    }

    /// What the caller is told where no other try follows.
    let error: ProxyAPIError
    /// Whether another try may follow.
    var repetition: Repetition = .never
    /// The wait that the server asks for.
    var retryAfter: Duration?

    /// Whether the request may be sent again.
    func allowsRepeating(_ request: APIRequest) -> Bool {
        switch repetition {
        case .never: false
        case .ifSafe: request.isSafe
        case .always: true
        }
    }
}
