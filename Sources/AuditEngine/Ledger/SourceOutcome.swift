/// What became of one source of Services: an account that was asked, or a file.
package struct SourceOutcome: Sendable, Hashable {
    package enum Status: String, CaseIterable, Sendable {
        /// Everything was read.
        case complete
        /// Some records, or the rest of them, could not be read.
        case partial
        /// Nothing could be read.
        case failed
    }

    /// Something that went wrong.
    package struct Fault: Sendable, Hashable {
        /// What kind of thing, such as `not_found`, `unauthorized` or `record_rejected`.
        package let code: String
        /// One line, masked.
        package let message: String
        /// The status of the API's answer, where there was one.
        package let httpStatus: Int?
        /// The vendor's error code, where the answer has one.
        package let apiCode: Int?
        /// The vendor's number of the request, for asking its support.
        package let requestID: String?
        /// How often the request was sent; nil where none was.
        package let attempts: Int?

        package init(
            code: String, message: String, httpStatus: Int? = nil, apiCode: Int? = nil, requestID: String? = nil,
            attempts: Int? = nil
        ) {
            self.code = code
            self.message = message
            self.httpStatus = httpStatus
            self.apiCode = apiCode
            self.requestID = requestID
            self.attempts = attempts
        }
    }

    /// `live`, `file` or `stdin`.
    package let kind: String
    /// The account's label, or the file's path as it was given. Masked.
    package let label: String
    /// The account that was asked; nil for files.
    package let accountSID: String?
    package let status: Status
    /// How many records of Services it gave, those that came twice included.
    package let services: Int
    /// How many records could not be read.
    package let recordsRejected: Int
    /// How many files of a folder were passed over.
    package let skipped: Int
    /// What went wrong; at most `faultCap`, the last of them counting the rest.
    package let faults: [Fault]
    /// What deserves attention though everything was read, a line each, masked.
    package let warnings: [String]

    /// The most faults, and the most warnings, that a report keeps for one source.
    package static var faultCap: Int { 100 }

    package init(
        kind: String, label: String, accountSID: String?, status: Status, services: Int, recordsRejected: Int,
        skipped: Int = 0, faults: [Fault], warnings: [String] = []
    ) {
        self.kind = kind
        self.label = label
        self.accountSID = accountSID
        self.status = status
        self.services = services
        self.recordsRejected = recordsRejected
        self.skipped = skipped
        self.faults = faults
        self.warnings = warnings
    }
}
