import HTTPTypes
import Hummingbird

/// Reads request bodies within the sandbox's limits.
struct RequestBodyReader: Sendable {
    let limits: SandboxLimits

    /// What came of a body.
    enum Outcome: Sendable {
        case complete([UInt8])
        /// Larger than the limit, but read to its end.
        case tooLarge
        /// So large that the connection must be closed.
        case endless
        /// So slow that the connection must be closed.
        case tooSlow
    }

    /// Reads a request's body to its end, or until a limit is passed.
    ///
    /// - Throws: What the connection fails with, such as a client that goes away in the middle.
    /// - Complexity: linear in the body's length, with memory for `SandboxLimits.bodyBytes` at most.
    func read(_ request: Request) async throws -> Outcome {
        let declared = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard declared <= limits.discardedBytes else { return .endless }
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: limits.bodyTime)
        var body: [UInt8] = []
        var total = 0
        for try await chunk in request.body {
            // Each chunk's own wait is bounded by the connection's idle time.
            guard clock.now < deadline else { return .tooSlow }
            total += chunk.readableBytes
            guard total <= limits.discardedBytes else { return .endless }
            if total <= limits.bodyBytes { body.append(contentsOf: chunk.readableBytesView) }
        }
        return total <= limits.bodyBytes ? .complete(body) : .tooLarge
    }
}
