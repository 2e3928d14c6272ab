import NIOConcurrencyHelpers
import Testing

@testable import ProxyAPI

@Suite("Requests in flight")
struct RequestGateTests {
    /// What is under way, and the most that ever was.
    private struct Load {
        var now = 0
        var most = 0
        var done = 0
    }

    @Test("Never more than the limit are under way, and all have their turn", arguments: [1, 3, 64])
    func limit(limit: Int) async {
        let gate = RequestGate(limit: limit)
        let load = NIOLockedValueBox(Load())
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    _ = await gate.withTurn {
                        load.withLockedValue {
                            $0.now += 1
                            $0.most = max($0.most, $0.now)
                        }
                        for _ in 0..<3 { await Task.yield() }
                        load.withLockedValue {
                            $0.now -= 1
                            $0.done += 1
                        }
                    }
                }
            }
        }
        let last = load.withLockedValue { $0 }
        #expect(last.most <= limit && last.now == 0 && last.done == 200)
    }

    @Test("A limit below one lets one pass")
    func nothing() async {
        #expect(await RequestGate(limit: 0).withTurn { 7 } == 7)
    }

    @Test("Who is cancelled while waiting has no turn, and the next in line has it")
    func cancelled() async {
        let gate = RequestGate(limit: 1)
        let (held, release) = (AsyncStream<Void>.makeStream(), AsyncStream<Void>.makeStream())
        let first = Task {
            await gate.withTurn {
                held.continuation.finish()
                for await _ in release.stream {}
                return 1
            }
        }
        for await _ in held.stream {}
        let second = Task { await gate.withTurn { 2 } }
        let third = Task { await gate.withTurn { 3 } }
        second.cancel()
        #expect(await second.value == nil)
        release.continuation.finish()
        #expect(await first.value == 1)
        #expect(await third.value == 3)
        #expect(await gate.withTurn { 4 } == 4)
    }

    @Test("Who is cancelled before asking has no turn, and takes none away")
    func cancelledBefore() async {
        let gate = RequestGate(limit: 1)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await gate.withTurn { 1 }
        }
        #expect(await task.value == nil)
        #expect(await gate.withTurn { 2 } == 2)
    }
}
