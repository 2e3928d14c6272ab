/// Where a record was found, for whoever has to look at it there.
package struct Provenance: Sendable, Hashable, CustomStringConvertible {
    /// The file's path as the user gave it, or the account's label.
    package let source: String
    /// The line on which the record begins, from 1; nil for what came over the API.
    package let line: Int?
    /// The number of the API's page, from 1; nil for files.
    package let page: Int?
    /// The record's position in its file or page, from 0.
    package let record: Int
    /// The resource's address in Terraform, such as `twilio_proxy_services_v1.rides`; nil elsewhere.
    package let address: String?

    package init(source: String, line: Int? = nil, page: Int? = nil, record: Int, address: String? = nil) {
        self.source = source
        self.line = line
        self.page = page
        self.record = record
        self.address = address
    }

    /// One line, such as `services.ndjson:12, record 3`.
    package var description: String {
        let place = line.map { ":\($0)" } ?? page.map { ", page \($0)" } ?? ""
        return "\(source)\(place), record \(record)" + (address.map { ", \($0)" } ?? "")
    }
}
