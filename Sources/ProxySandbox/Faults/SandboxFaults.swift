package import ServiceModel

/// What a sandbox does wrong on purpose, so that clients can be seen to cope.
///
/// The rules are a script: for each request the first rule that covers it and is not yet spent takes effect, alone.
/// Requests without valid credentials belong to no account and meet no fault.
package struct SandboxFaults: Sendable, Hashable {
    /// The rules, in the order in which they are tried.
    package var rules: [Rule]

    package init(_ rules: [Rule] = []) {
        self.rules = rules
    }

    /// One thing that goes wrong, for whom and how often.
    package struct Rule: Sendable, Hashable {
        /// The account whose requests are covered; nil for every account.
        package var account: SID?
        package var kind: Kind
        /// How many requests pass unharmed first.
        package var after: Int
        /// How many requests are harmed; nil for all that follow.
        package var count: Int?

        package init(account: SID? = nil, kind: Kind, after: Int = 0, count: Int? = nil) {
            self.account = account
            self.kind = kind
            self.after = after
            self.count = count
        }
    }

    /// What goes wrong.
    package enum Kind: Sendable, Hashable {
        /// 429 with code 20429, not processed; `retryAfter` in seconds, nil without the header.
        case tooManyRequests(retryAfter: Int?)
        /// 500 with code 20500, not processed.
        case serverError
        /// 503 with code 20503, not processed; `retryAfter` in seconds, nil without the header.
        case unavailable(retryAfter: Int?)
        /// The connection is closed without an answer; the request is not processed.
        case closedConnection
        /// The answer comes after the time given.
        case delay(Duration)
        /// The request is processed; half of the body is sent, then the connection is closed.
        case truncatedBody
        /// Services in the answer belong to another account than the one that asked.
        case foreignAccount
        /// A list's next link is the link of the same page.
        case repeatedNextLink
        /// A list's next link leads to another host.
        case foreignNextLink
        /// A create request is refused with 80506, as new customers' are.
        case creationRestricted
    }

    /// The account that `foreignAccount` puts into records.
    package static var foreignAccountSID: String { "AC" + String(repeating: "f0", count: 16) }
    /// The base of the URLs that `foreignNextLink` puts into lists; nothing answers there (RFC 2606).
    package static var foreignBaseURL: String { "http://elsewhere.invalid" }
}
