internal import Synchronization

/// Lets so many requests be under way at a time, and the others wait their turn in the order in which they came.
///
/// It stands before the pool of connections, so that nothing ever waits there: a request that waits here has not been
/// sent, and no clock of its runs.
final class RequestGate: Sendable {
    private struct State {
        var free: Int
        var nextTicket = 0
        /// Those who wait, by their tickets, the first first.
        var waiting: [(ticket: Int, continuation: CheckedContinuation<Bool, Never>)] = []
        /// Tickets that were cancelled before they waited.
        var cancelled: Set<Int> = []
    }

    private let state: Mutex<State>

    /// - Parameter limit: How many requests may be under way; at least 1.
    init(limit: Int) {
        state = Mutex(State(free: max(limit, 1)))
    }

    /// Runs `body` when it is its turn.
    ///
    /// - Returns: nil where the task was cancelled before that; `body` was not run then.
    func withTurn<Value: Sendable>(_ body: () async -> Value) async -> Value? {
        guard await takeTurn() else { return nil }
        defer { giveBack() }
        return await body()
    }

    private func takeTurn() async -> Bool {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isAtOnce: Bool? = state.withLock { state in
                    if state.cancelled.remove(ticket) != nil { return false }
                    if state.free > 0 {
                        state.free -= 1
                        return true
                    }
                    state.waiting.append((ticket, continuation))
                    return nil
                }
                if let isAtOnce { continuation.resume(returning: isAtOnce) }
            }
        } onCancel: {
            let continuation = state.withLock { state in
                guard let index = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
                    state.cancelled.insert(ticket)
                    return nil as CheckedContinuation<Bool, Never>?
                }
                return state.waiting.remove(at: index).continuation
            }
            continuation?.resume(returning: false)
        }
    }

    private func giveBack() {
        let next = state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil as CheckedContinuation<Bool, Never>?
            }
            return state.waiting.removeFirst().continuation
        }
        next?.resume(returning: true)
    }
}
