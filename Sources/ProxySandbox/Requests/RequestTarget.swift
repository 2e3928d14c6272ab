import HTTPTypes
import ProxyAPI

/// A request's target: its path, what that names, and its query.
struct RequestTarget: Sendable {
    /// The path as it was sent, without the query.
    let path: String
    let route: SandboxRoute
    private let encodedQuery: [UInt8]

    /// Splits a target in origin form, such as `/v1/Services?PageSize=20`.
    init(_ target: String) {
        let bytes = Array(target.utf8)
        let mark = bytes.firstIndex(of: UInt8(ascii: "?"))
        path = String(decoding: bytes[..<(mark ?? bytes.endIndex)], as: UTF8.self)
        encodedQuery = mark.map { Array(bytes[($0 + 1)...]) } ?? []
        route = SandboxRoute(path: path)
    }

    /// The query's parameters, in order.
    ///
    /// - Throws: the API's error for a query that is not URL-encoded UTF-8.
    func query() throws(APIProblem) -> [(name: String, value: String)] {
        do throws(WireError) {
            return try FormURLEncoding.decode(encodedQuery)
        } catch {
            throw .malformedRequest("Malformed query: \(error.message).")
        }
    }

    /// What faults see in a request with this target.
    func operation(_ method: HTTPRequest.Method) -> FaultScript.Operation {
        switch (route, method) {
        case (.services, .get), (.accounts, .get): .list
        case (.services, .post): .create
        case (.service, .get), (.service, .post): .single
        default: .other
        }
    }
}
