package import JSON

/// One page of the 2010 API's list of accounts. Its URIs are paths relative to the API's host.
package struct AccountPage: Sendable, Hashable {
    /// The accounts, in the page's order.
    package var accounts: [Account]
    /// The index of the page, from 0.
    package var page: Int
    /// How many accounts a page holds at most.
    package var pageSize: Int
    /// The 0-based places of the first and the last account in the whole list.
    package var start: Int
    package var end: Int
    /// The path of the first page.
    package var firstPageURI: String?
    /// nil on the first page.
    package var previousPageURI: String?
    /// The path of this page.
    package var uri: String?
    /// nil on the last page.
    package var nextPageURI: String?

    package init(
        accounts: [Account], page: Int, pageSize: Int, start: Int, end: Int, firstPageURI: String?,
        previousPageURI: String?, uri: String?, nextPageURI: String?
    ) {
        self.accounts = accounts
        self.page = page
        self.pageSize = pageSize
        self.start = start
        self.end = end
        self.firstPageURI = firstPageURI
        self.previousPageURI = previousPageURI
        self.uri = uri
        self.nextPageURI = nextPageURI
    }

    /// Reads the body of a list answer. Numbers that are absent are 0, and an empty next URI is none.
    ///
    /// One account that cannot be read fails the page: an account left out would be one that nobody looks at.
    ///
    /// - Throws: `.notJSON` or `.wrongShape`.
    package init(bytes: [UInt8]) throws(WireError) {
        let json = try JSONValue.answer(bytes)
        var accounts: [Account] = []
        for (index, record) in try json.elements("accounts").enumerated() {
            do throws(WireError) {
                accounts.append(try Account(json: record))
            } catch {
                throw WireError(code: error.code, message: "account \(index): \(error.message)")
            }
        }
        let next = try json.text("next_page_uri")
        self.init(
            accounts: accounts, page: try json.wholeNumber("page") ?? 0,
            pageSize: try json.wholeNumber("page_size") ?? 0, start: try json.wholeNumber("start") ?? 0,
            end: try json.wholeNumber("end") ?? 0, firstPageURI: try json.text("first_page_uri"),
            previousPageURI: try json.text("previous_page_uri"), uri: try json.text("uri"),
            nextPageURI: next?.isEmpty == true ? nil : next)
    }

    /// Writes the page as the 2010 API does, with the accounts' auth tokens.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("accounts")
        writer.beginArray()
        for account in accounts { account.write(to: &writer) }
        writer.endArray()
        writer.member("end", end)
        writer.member("first_page_uri", firstPageURI)
        writer.member("next_page_uri", nextPageURI)
        writer.member("page", page)
        writer.member("page_size", pageSize)
        writer.member("previous_page_uri", previousPageURI)
        writer.member("start", start)
        writer.member("uri", uri)
        writer.endObject()
    }
}
