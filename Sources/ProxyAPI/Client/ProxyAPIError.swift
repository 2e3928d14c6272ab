/// Why an operation of the API did not succeed.
package struct ProxyAPIError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of thing went wrong.
    package enum Code: String, Sendable, CaseIterable {
        /// A base URL, region or edge is not one, or would send credentials in clear.
        case invalidEndpoint
        /// No connection could be made, or it broke off.
        case connectionFailed
        /// The server's certificate could not be verified, or TLS failed otherwise.
        case tlsFailed
        /// A time limit of `ClientSettings` was reached.
        case timedOut
        /// The task was cancelled.
        case cancelled
        /// Status 3xx; redirects are never followed.
        case redirected
        /// Status 401.
        case unauthorized
        /// Status 404.
        case notFound
        /// Status 429, after all tries.
        case rateLimited
        /// Any other status 4xx.
        case rejected
        /// Status 5xx, after all tries where the request may be repeated.
        case serverFailed
        /// The answer is not what the API is described to give: no JSON, another shape, an unknown status.
        case unexpectedAnswer
        /// The body is larger than `ClientSettings.largestBody`.
        case answerTooLarge
        /// A page's link leads elsewhere, so that following it would send the credentials there.
        case unsafeLink
        /// A page's link leads to a page that was read before.
        case repeatedLink
        /// The list has more pages than any list of the API can have.
        case tooManyPages
    }

    /// What kind of thing went wrong.
    package let code: Code
    /// The HTTP status, where there was an answer.
    package let status: Int?
    /// The vendor's error code, such as 20404, where the answer has one.
    package let apiCode: Int?
    /// One line, without credentials; the server's words in it are cleaned and shortened.
    package let message: String
    /// The vendor's number of the request, `RQ` and 32 hexadecimal digits, where the answer has one.
    package let requestID: String?
    /// How often the request was sent.
    package let attempts: Int
    /// The vendor's page about `apiCode`; an https URL.
    package let moreInfo: String?

    package init(
        code: Code, status: Int? = nil, apiCode: Int? = nil, message: String, requestID: String? = nil,
        attempts: Int = 1, moreInfo: String? = nil
    ) {
        self.code = code
        self.status = status
        self.apiCode = apiCode
        self.message = message
        self.requestID = requestID
        self.attempts = attempts
        self.moreInfo = moreInfo
    }

    /// The message.
    package var description: String { message }

    /// The same error after so many tries, which its message tells where there was more than one.
    func after(tries: Int) -> ProxyAPIError {
        ProxyAPIError(
            code: code, status: status, apiCode: apiCode, message: message + (tries > 1 ? " (\(tries) tries)" : ""),
            requestID: requestID, attempts: tries, moreInfo: moreInfo)
    }
}
