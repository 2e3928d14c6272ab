/// A record, or a part of a source that may have held records, that could not be read.
///
/// The reason never quotes what a field holds, which may be personal data or a secret.
package struct RecordRejection: Sendable, Hashable, CustomStringConvertible {
    /// The file's path as the user would write it, or the account's label.
    package let source: String
    /// The line on which the record begins or at which the text goes wrong, from 1; nil where a line means nothing.
    package let line: Int?
    /// The number of the API's page, from 1; nil for files.
    package let page: Int?
    /// The record's position in its file or page, from 0; nil where no single record is meant.
    package let index: Int?
    /// One line.
    package let reason: String

    package init(source: String, line: Int? = nil, page: Int? = nil, index: Int? = nil, reason: String) {
        self.source = source
        self.line = line
        self.page = page
        self.index = index
        self.reason = reason
    }

    /// One line, such as `services.ndjson:12: record 3: callback_url: expected a string, found a number`.
    package var description: String {
        let line = line.map { ":\($0)" } ?? page.map { ": page \($0)" } ?? ""
        let index = index.map { "record \($0): " } ?? ""
        return "\(source)\(line): \(index)\(reason)"
    }
}
