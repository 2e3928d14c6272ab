package import JSON

/// The JSON body of an answer that reports an error.
///
/// Reads both the API's own form (`code, message, more_info, status`) and RFC 9457 (`type, title, status, code,
/// detail`), which newer services answer; writes the API's own. The texts come from the server as they are: a
/// `ProxyAPIError` shows them only cleaned and shortened.
package struct APIErrorBody: Sendable, Hashable {
    /// The vendor's error code, such as 20404; 0 where the answer has none.
    package var code: Int
    /// What went wrong, in the server's words.
    package var message: String
    /// The page that explains the code.
    package var moreInfo: String?
    /// The HTTP status that the body names.
    package var status: Int

    package init(code: Int, message: String, moreInfo: String?, status: Int) {
        self.code = code
        self.message = message
        self.moreInfo = moreInfo
        self.status = status
    }

    /// Makes the body for a code of the vendor's list, with the page of that code.
    package init(code: Int, message: String, status: Int) {
        self.init(
            code: code, message: message, moreInfo: "https://www.twilio.com/docs/errors/\(code)", status: status)
    }

    /// Reads a body of either form.
    ///
    /// - Parameter httpStatus: The status of the answer, for bodies that do not repeat it.
    /// - Throws: `.wrongShape` where the value has neither a message nor a code.
    package init(json: JSONValue, httpStatus: Int = 0) throws(WireError) {
        let code = try json.wholeNumber("code")
        let message: String?
        if let own = try json.text("message") {
            message = own
        } else if let detail = try json.text("detail") {
            message = detail
        } else {
            message = try json.text("title")
        }
        guard json.isObject, code != nil || message != nil else {
            throw WireError(code: .wrongShape, message: "not an error object")
        }
        let type = try json.text("type").flatMap { $0 == "about:blank" ? nil : $0 }
        self.init(
            code: code ?? 0, message: message ?? "", moreInfo: try json.text("more_info") ?? type,
            status: try json.wholeNumber("status") ?? httpStatus)
    }

    /// Writes the API's own form.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("code", code)
        writer.member("message", message)
        writer.member("more_info", moreInfo)
        writer.member("status", status)
        writer.endObject()
    }
}
