internal import JSON
internal import NIOHTTP1
internal import Text

/// A complete answer of the server, not yet judged.
struct Answer: Sendable {
    /// The HTTP status.
    let status: Int
    /// The headers, trailers left out.
    let headers: HTTPHeaders
    /// All bytes of the body.
    let body: [UInt8]

    /// The body of an answer that means success, which is JSON unless it is empty by its status.
    ///
    /// - Throws: Everything else, with the server's words cleaned and `secrets` hidden in them.
    func accepted(for request: APIRequest, hiding secrets: [String]) throws(ExchangeFailure) -> [UInt8] {
        guard request.success.contains(status) else { throw failure(for: request, hiding: secrets) }
        guard status == 204 || isJSON else {
            let type = headers.first(name: "content-type").map { ServerText.clean($0, hiding: secrets) } ?? "no type"
            let error = ProxyAPIError(
                code: .unexpectedAnswer, status: status,
                message: "\(request.summary): \(status) with \(type) instead of JSON; is something in between?")
            throw ExchangeFailure(error: error)
        }
        return body
    }

    /// Whether the answer says that it is JSON: `application/json`, or a type with the suffix `+json`.
    private var isJSON: Bool {
        guard let type = headers.first(name: "content-type") else { return false }
        let essence = type.prefix { $0 != ";" && $0 != " " }.lowercased()
        return essence == "application/json" || essence.hasSuffix("+json")
    }

    private func failure(for request: APIRequest, hiding secrets: [String]) -> ExchangeFailure {
        let report = isJSON ? errorBody : nil
        var words = "\(request.summary): \(status)"
        if let code = report?.code, code != 0 { words += ", error \(code)" }
        let said = report.map { ServerText.clean($0.message, hiding: secrets) } ?? ""
        if !said.isEmpty { words += ": \(said)" }
        let code: ProxyAPIError.Code
        var repetition = ExchangeFailure.Repetition.never
        switch status {
        case 300..<400:
            code = .redirected
            words += " (a redirect; none is followed, for the credentials would go along)"
        case 401:
            code = .unauthorized
            words += " (wrong credentials, another region's, or the account is suspended or closed)"
        case 404: code = .notFound
        case 429:
            code = .rateLimited
            repetition = .always
        case 400..<500: code = .rejected
        case 500..<600:
            code = .serverFailed
            repetition = .ifSafe
        default: code = .unexpectedAnswer
        }
        let moreInfo = report?.moreInfo.flatMap { $0.hasPrefix("https://") ? $0 : nil }
        let error = ProxyAPIError(
            code: code, status: status, apiCode: report.flatMap { $0.code == 0 ? nil : $0.code }, message: words,
            requestID: requestID,
            moreInfo: moreInfo.map { ServerText.clean($0, hiding: secrets) })
        let retryAfter = RetryPolicy.retryAfter(
            headers.first(name: "retry-after"), date: headers.first(name: "date"))
        return ExchangeFailure(error: error, repetition: repetition, retryAfter: retryAfter)
    }

    /// The vendor's number of the request, if the answer has a well-formed one.
    private var requestID: String? {
        guard let id = headers.first(name: "twilio-request-id"), id.utf8.count == 34, id.hasPrefix("RQ") else {
            return nil
        }
        let isPlain = id.utf8.dropFirst(2).allSatisfy { byte in
            byte.isDigit
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
        }
        return isPlain ? id : nil
    }

    /// The error that the body describes; nil where it describes none.
    private var errorBody: APIErrorBody? {
        do throws(WireError) {
            return try APIErrorBody(json: JSONValue.answer(body), httpStatus: status)
        } catch {
            return nil
        }
    }
}
