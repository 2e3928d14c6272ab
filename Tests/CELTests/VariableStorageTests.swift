import Testing

@testable import CEL

/// Messages in variables are read where they stand.
@Suite struct VariableStorageTests {
    private final class Token: Sendable {}

    /// A message too large to be held where its existential stands.
    private struct LargeMessage: CELMessage {
        let token: Token
        let first = 1, second = 2, third = 3, fourth = 4

        var typeName: String { "large" }

        func value(at slot: Int) -> CELValue { .int(Int64([first, second, third, fourth][slot])) }
    }

    private struct SmallMessage: CELMessage {
        let token: Token

        var typeName: String { "small" }

        func value(at slot: Int) -> CELValue { .string("small \(slot)") }
    }

    @Test func messagesAreReadAndReleased() {
        weak var token: Token?
        do {
            let held = Token()
            token = held
            var storage = VariableStorage(count: 3)
            storage.set(.message(LargeMessage(token: held)), at: 0)
            storage.set(.message(SmallMessage(token: held)), at: 2)
            for _ in 0..<3 {
                storage.withMemory { memory in
                    #expect(memory.slots.messages[0].integer(at: 3) == 4)
                    #expect(memory.slots.messages[1].value(at: 0) == .null)
                    #expect(memory.slots.messages[2].text(at: 1) == "small 1")
                    #expect(memory.slots.messages[2].isSet(at: 0) == true)
                }
            }
            // A copy is one of its own once either changes.
            let copy = storage
            storage.set(.int(1), at: 0)
            storage.set(nil, at: 2)
            copy.withMemory { memory in
                #expect(memory.slots.messages[0].integer(at: 3) == 4)
                #expect(memory.slots.messages[2].text(at: 1) == "small 1")
            }
            storage.withMemory { memory in
                #expect(memory.slots.messages[0].value(at: 3) == .null)
                #expect(memory.slots.values[0] == .int(1) && memory.slots.values[2] == nil)
            }
        }
        #expect(token == nil)
    }
}
