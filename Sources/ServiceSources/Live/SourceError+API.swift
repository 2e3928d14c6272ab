internal import ProxyAPI

extension SourceError {
    /// The failure of an account whose API calls failed.
    init(_ error: ProxyAPIError, of source: LiveSource) {
        let code: Code =
            switch error.code {
            case .invalidEndpoint: .configuration
            case .connectionFailed, .tlsFailed, .timedOut: .unreachable
            case .cancelled: .interrupted
            case .unauthorized: .unauthorized
            case .notFound, .rateLimited, .rejected, .serverFailed: .apiError
            case .redirected, .unexpectedAnswer, .answerTooLarge, .unsafeLink, .repeatedLink, .tooManyPages:
                .invalidAnswer
            }
        self.init(
            code, "\(source.name): \(error.message)", httpStatus: error.status, apiCode: error.apiCode,
            requestID: error.requestID, attempts: error.attempts)
    }
}
