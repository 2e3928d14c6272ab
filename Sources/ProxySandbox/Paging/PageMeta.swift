package import JSON

/// The `meta` object of a page: where the page stands in its list. All URLs are absolute.
package struct PageMeta: Sendable, Hashable {
    /// The index of the page, from 0; for the client's own state only.
    package var page: Int
    /// How many records a page holds at most.
    package var pageSize: Int
    /// The URL of the first page.
    package var firstPageURL: String?
    /// nil on the first page.
    package var previousPageURL: String?
    /// The URL of this page.
    package var url: String?
    /// nil on the last page.
    package var nextPageURL: String?
    /// The name of the property that holds the records, such as `services`.
    package var key: String

    package init(
        page: Int, pageSize: Int, firstPageURL: String?, previousPageURL: String?, url: String?, nextPageURL: String?,
        key: String
    ) {
        self.page = page
        self.pageSize = pageSize
        self.firstPageURL = firstPageURL
        self.previousPageURL = previousPageURL
        self.url = url
        self.nextPageURL = nextPageURL
        self.key = key
    }

    /// Writes the object in the API's order.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("first_page_url", firstPageURL)
        writer.member("key", key)
        writer.member("next_page_url", nextPageURL)
        writer.member("page", page)
        writer.member("page_size", pageSize)
        writer.member("previous_page_url", previousPageURL)
        writer.member("url", url)
        writer.endObject()
    }
}
