import ProxyAPI
internal import Text

/// The paging parameters of a list request, valid.
struct PageRequest: Sendable {
    /// How many records the page holds at most, 1 to `SandboxPolicy.largestPageSize`.
    let size: Int
    /// The page's number, from 0: the client's own state, which is only written back.
    let index: Int
    /// Where the page stands.
    let anchor: PageAnchor
    /// The token as it was given, for the page's own URL.
    let token: String?

    /// Reads `PageSize`, `Page` and `PageToken`; of a parameter that is given twice the last counts.
    ///
    /// - Throws: the API's error for a parameter that is not valid.
    init(
        _ query: [(name: String, value: String)], list: String, identifiers: SandboxIdentifiers, policy: SandboxPolicy
    ) throws(APIProblem) {
        func last(_ name: String) -> String? { query.last { $0.name == name }?.value }
        size =
            try last("PageSize").map { text throws(APIProblem) in try PageRequest.size(text, policy) }
            ?? SandboxPolicy.defaultPageSize
        index =
            try last("Page").map { text throws(APIProblem) in
                guard let index = PageRequest.wholeNumber(text) else { throw .invalidPage }
                return index
            } ?? 0
        token = last("PageToken")
        guard let token else {
            guard index == 0 else { throw .missingPageToken }
            anchor = .start
            return
        }
        guard let anchor = PageToken.anchor(token, list: list, identifiers: identifiers) else {
            throw .invalidPageToken
        }
        self.anchor = anchor
    }

    private static func size(_ text: String, _ policy: SandboxPolicy) throws(APIProblem) -> Int {
        guard isDigits(text), let size = wholeNumber(text) ?? (text.isEmpty ? nil : Int.max), size > 0 else {
            throw .invalidPageSize
        }
        guard size > SandboxPolicy.largestPageSize else { return size }
        switch policy.oversizedPage {
        case .refused: throw .pageSizeTooLarge
        case .clamped: return SandboxPolicy.largestPageSize
        }
    }

    private static func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0.isDigit }
    }

    /// A number of digits alone, without a sign; nil also where it is beyond `Int`.
    private static func wholeNumber(_ text: String) -> Int? {
        isDigits(text) ? Int(text) : nil
    }

    /// The query of a page of the same list: `PageSize=50&Page=1&PageToken=…`.
    static func query(size: Int, index: Int, token: String?) -> String {
        var fields = [("PageSize", String(size)), ("Page", String(index))]
        if let token { fields.append(("PageToken", token)) }
        return FormURLEncoding.encode(fields)
    }
}
