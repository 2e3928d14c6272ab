import HTTPTypes

/// What a request's path names.
enum SandboxRoute: Sendable, Hashable {
    /// `/v1/Services`
    case services
    /// `/v1/Services/{Sid}`, decoded.
    case service(String)
    /// `/2010-04-01/Accounts.json`
    case accounts
    /// `/2010-04-01/Accounts/{Sid}.json`, decoded.
    case account(String)
    /// Any other path.
    case unknown

    /// Reads a path without its query.
    init(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        self =
            switch (parts.count, parts.first, parts.dropFirst().first) {
            case (2, "v1", "Services"): .services
            case (3, "v1", "Services"): PathSegment.decode(parts[2]).map(SandboxRoute.service) ?? .unknown
            case (2, "2010-04-01", "Accounts.json"): .accounts
            case (3, "2010-04-01", "Accounts") where parts[2].hasSuffix(".json"):
                PathSegment.decode(String(parts[2].dropLast(5))).map(SandboxRoute.account) ?? .unknown
            default: .unknown
            }
    }

    /// The methods that the path takes; none where it is unknown.
    var methods: [HTTPRequest.Method] {
        switch self {
        case .services: [.get, .head, .post, .options]
        case .service: [.get, .head, .post, .delete, .options]
        case .accounts, .account: [.get, .head, .options]
        case .unknown: []
        }
    }
}
