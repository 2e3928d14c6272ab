import HTTPTypes
import JSON
import ProxyAPI

/// An error of the API, as it is answered; each has one function or property here, with the vendor's code and words.
struct APIProblem: Error, Sendable {
    let body: APIErrorBody
    var headers: HTTPFields = [:]

    private init(status: Int, code: Int, _ message: String) {
        body = APIErrorBody(code: code, message: message, status: status)
    }

    /// No or wrong credentials, or those of an account that is not active.
    static var unauthenticated: APIProblem {
        var problem = APIProblem(status: 401, code: 20003, "Authenticate")
        problem.headers[.wwwAuthenticate] = #"Basic realm="Twilio API""#
        return problem
    }

    /// Nothing is there, or nothing that the account may see.
    ///
    /// - Parameter path: The path as requested; the API's own texts leave its version out.
    static func notFound(path: String) -> APIProblem {
        let resource = path.utf8.starts(with: "/v1/".utf8) ? String(path.dropFirst(3)) : path
        let shown = resource.unicodeScalars.prefix(200).reduce(into: "") { $0.unicodeScalars.append($1) }
        return APIProblem(status: 404, code: 20404, "The requested resource \(shown) was not found")
    }

    static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> APIProblem {
        var problem = APIProblem(status: 405, code: 20004, "Method not allowed")
        problem.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
        return problem
    }

    static var bodyTooLarge: APIProblem {
        APIProblem(status: 413, code: 20413, "The request body is too large")
    }

    static var bodyTooSlow: APIProblem {
        APIProblem(status: 408, code: 20408, "The request body took too long")
    }

    /// A form or query that is not URL-encoded UTF-8, or a body of another media type.
    static func malformedRequest(_ reason: String) -> APIProblem {
        APIProblem(status: 400, code: 20001, reason)
    }

    static var missingUniqueName: APIProblem {
        APIProblem(status: 400, code: 20001, "Missing required parameter UniqueName in the post body")
    }

    static func nameTaken(status: Int) -> APIProblem {
        APIProblem(status: status, code: 80602, "Service UniqueName must be unique.")
    }

    static func invalidParameter(_ name: String, _ reason: String) -> APIProblem {
        APIProblem(status: 400, code: 80701, "'\(name)' is invalid. \(reason)")
    }

    static var invalidPageSize: APIProblem { APIProblem(status: 400, code: 20001, "Invalid PageSize.") }
    static var invalidPage: APIProblem { APIProblem(status: 400, code: 20001, "Invalid Page.") }
    static var pageSizeTooLarge: APIProblem { APIProblem(status: 400, code: 20007, "Page size too large") }
    static var invalidPageToken: APIProblem { APIProblem(status: 400, code: 21481, "Invalid PageToken") }
    static var missingPageToken: APIProblem {
        APIProblem(status: 400, code: 20001, "PageToken is required for paging.")
    }

    static func creationRestricted(status: Int) -> APIProblem {
        APIProblem(status: status, code: 80506, "Service Creation is restricted for new customers")
    }

    static func tooManyRequests(retryAfter: Int?) -> APIProblem {
        var problem = APIProblem(status: 429, code: 20429, "Too Many Requests")
        problem.headers[.retryAfter] = retryAfter.map { String($0) }
        return problem
    }

    static var serverError: APIProblem { APIProblem(status: 500, code: 20500, "Internal Server Error") }

    static func unavailable(retryAfter: Int?) -> APIProblem {
        var problem = APIProblem(status: 503, code: 20503, "Service Unavailable")
        problem.headers[.retryAfter] = retryAfter.map { String($0) }
        return problem
    }

    /// The error's JSON.
    var json: [UInt8] {
        var writer = JSONWriter()
        body.write(to: &writer)
        return writer.bytes
    }
}
