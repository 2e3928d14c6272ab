import HTTPTypes
import JSON
import ProxyAPI

/// An answer before it goes out: status, headers of its own, and all of its body.
struct SandboxAnswer: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields = [:]
    /// JSON, or nothing.
    var body: [UInt8] = []
    var delivery = Delivery.whole

    /// How much of the answer the client gets.
    enum Delivery: Sendable {
        case whole
        /// All of it, and then the connection is closed.
        case wholeThenClosed
        /// The head and half of the body, and then the connection is closed.
        case half
        /// Nothing; the connection is closed.
        case none
    }

    init(status: HTTPResponse.Status, headers: HTTPFields = [:]) {
        self.status = status
        self.headers = headers
    }

    /// An answer with a JSON body.
    init(status: HTTPResponse.Status, _ write: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        write(&writer)
        self.status = status
        body = writer.bytes
    }

    init(_ problem: APIProblem) {
        status = HTTPResponse.Status(code: problem.body.status)
        headers = problem.headers
        body = problem.json
    }
}
