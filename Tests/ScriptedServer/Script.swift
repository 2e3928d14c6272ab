/// What a scripted server does with each request.
package struct Script: Sendable {
    /// Gives the answer to a request; the number is how many came before it.
    let play: @Sendable (ScriptedRequest, Int) -> ScriptedAnswer

    package init(_ play: @escaping @Sendable (ScriptedRequest, Int) -> ScriptedAnswer) {
        self.play = play
    }

    /// The same answer to every request.
    package static func always(_ answer: ScriptedAnswer) -> Script {
        Script { _, _ in answer }
    }

    /// One answer to the first request, and another to all that follow.
    package static func first(_ answer: ScriptedAnswer, then other: ScriptedAnswer) -> Script {
        Script { _, index in index == 0 ? answer : other }
    }
}
