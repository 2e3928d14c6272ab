import SeededGenerator
import Testing

@testable import CEL

/// Texts in the room of an evaluation stay what they are until they are given back.
@Suite struct TextRoomTests {
    @Test(arguments: 1...20) func textsStayUntilTheyAreReleased(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        TextRoom.with { room in
            var room = room
            defer { room.releaseAll() }
            var held: [(bytes: TextBytes, text: String, mark: TextRoom.Mark)] = []
            for step in 0..<400 {
                if generator.next(below: 3) == 0, !held.isEmpty {
                    let kept = generator.next(below: held.count)
                    room.release(to: held[kept].mark)
                    held.removeSubrange(kept...)
                } else {
                    let length = [0, 1, 15, 16, 200, 3000, 40_000][generator.next(below: 7)]
                    let text = "\(step)" + String(repeating: "é", count: length)
                    let mark = room.mark
                    held.append((room.copy(text), text, mark))
                }
                for (bytes, text, _) in held { #expect(bytes.elementsEqual(text.utf8)) }
            }
        }
    }

    @Test func aLongListTakesNoMoreRoomThanAnElement() throws {
        var environment = CELEnvironment()
        environment.declare(variable: "list", type: .list(.string))
        environment.declare(variable: "big", type: .string)
        var variables = CELVariables(for: environment)
        variables["big"] = .string(String(repeating: "a", count: 1 << 18))
        variables["list"] = .list(Array(repeating: .string("b"), count: 400))
        var program = try environment.compile("list.exists(e, big.startsWith('b') || big == e)")
        program.costLimit = .max
        // A hundred megabytes, if each copy were kept.
        #expect(try program.evaluateCondition(variables) == false)
    }
}
