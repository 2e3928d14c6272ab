/// What the scripted server does with a request.
package struct ScriptedAnswer: Sendable, CustomStringConvertible {
    /// The bytes sent.
    let bytes: [UInt8]
    /// What follows them.
    let ending: Ending

    enum Ending: Sendable {
        /// The connection is kept for the next request.
        case keep
        /// The connection is closed.
        case close
        /// Nothing more is sent, and the connection stays open.
        case hang
    }

    /// The answer's first line, for the names of test cases.
    package var description: String {
        String(decoding: bytes.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self) + ", then \(ending)"
    }

    /// A complete answer.
    package static func answer(
        _ status: Int, _ body: String = "", type: String? = "application/json", headers: [(String, String)] = []
    ) -> ScriptedAnswer {
        var head = "HTTP/1.1 \(status) Scripted\r\n"
        if let type { head += "Content-Type: \(type)\r\n" }
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if status != 204 { head += "Content-Length: \(body.utf8.count)\r\n" }
        return ScriptedAnswer(bytes: Array("\(head)\r\n\(body)".utf8), ending: .keep)
    }

    /// An answer that promises more bytes than it sends, and then breaks off or hangs.
    package static func truncated(_ body: String, promising length: Int, hanging: Bool = false) -> ScriptedAnswer {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(length)\r\n\r\n"
        return ScriptedAnswer(bytes: Array("\(head)\(body)".utf8), ending: hanging ? .hang : .close)
    }

    /// Any bytes, and then the end of the connection.
    package static func raw(_ text: String) -> ScriptedAnswer {
        ScriptedAnswer(bytes: Array(text.utf8), ending: .close)
    }

    /// No answer, ever.
    package static var hang: ScriptedAnswer { ScriptedAnswer(bytes: [], ending: .hang) }
    /// No answer, and the end of the connection.
    package static var close: ScriptedAnswer { ScriptedAnswer(bytes: [], ending: .close) }
}
