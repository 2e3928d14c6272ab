/// One request of the API, as the client describes it before it is sent.
struct APIRequest: Sendable {
    /// The methods that the API has.
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    let method: Method
    /// Where the request goes.
    let origin: Origin
    /// Starts with `/`.
    let path: String
    /// Encoded, without `?`.
    var query: String?
    /// An encoded form.
    var form: String?
    /// The statuses that mean success.
    let success: Set<Int>

    /// The absolute URL.
    var url: String { "\(origin)\(path)" + (query.map { "?\($0)" } ?? "") }
    /// The request in a message: method and URL without the query, which may hold a token.
    var summary: String { "\(method.rawValue) \(origin)\(path)" }
    /// Whether sending the request twice does no more than sending it once.
    var isSafe: Bool { method == .get }
}

extension APIRequest {
    /// The error of an answer that means success and yet cannot be read.
    func unexpected(_ reason: String) -> ProxyAPIError {
        ProxyAPIError(
            code: .unexpectedAnswer, message: "\(summary): the answer is not as described: \(ServerText.clean(reason))")
    }
}
