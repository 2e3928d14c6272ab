internal import JSON

/// Tells what an object without any field of a Service is, by the members that it has.
struct ForeignObject {
    private var code: Int64?
    private var status: Int64?
    private var met: Set<Marker> = []
    /// What the vendor's list has that stands in the object.
    private var elements: String?

    /// Members that tell what an object is.
    private enum Marker: String {
        case code, status, message, title, detail
        case plannedValues = "planned_values"
        case resourceChanges = "resource_changes"
        case encryptedData = "encrypted_data"
        case modules
        case schemaVersion = "schema_version"
        case findings
        case runs
        case signature = "$schema"
        case accounts, calls, messages, sessions, conversations, conferences, recordings, interactions, participants
        case phoneNumbers = "phone_numbers"
        case incomingPhoneNumbers = "incoming_phone_numbers"

        /// What a list has, if this member holds one of the vendor's lists.
        var elements: String? {
            switch self {
            case .accounts, .calls, .messages, .conversations, .conferences, .recordings: rawValue
            case .sessions, .interactions, .participants:
                "Proxy \(rawValue.prefix(1).uppercased())\(rawValue.dropFirst())"
            case .phoneNumbers, .incomingPhoneNumbers: "phone numbers"
            case .code, .status, .message, .title, .detail, .plannedValues, .resourceChanges, .encryptedData, .modules,
                .schemaVersion, .findings, .runs, .signature:
                nil
            }
        }
    }

    /// Passes the value of a member.
    mutating func pass(_ name: String, of reader: inout JSONReader) throws(JSONError) {
        guard let marker = Marker(rawValue: name) else { return try reader.passDistinctValue() }
        met.insert(marker)
        if elements == nil, let name = marker.elements, try reader.peek() == .array { elements = name }
        guard marker == .code || marker == .status, try reader.peek() == .number else {
            return try reader.passDistinctValue()
        }
        let number = try reader.passInteger()
        if marker == .code { code = number } else { status = number }
    }

    /// What the object is and what to do instead, to be put behind `not a Service`; nil where nothing tells.
    var reason: String? {
        if met.contains(.plannedValues) || met.contains(.resourceChanges) {
            return " but a Terraform plan, which says what may come to be; give the output of 'terraform show -json'"
        }
        if met.contains(.encryptedData) {
            return " but encrypted Terraform state; give the output of 'tofu show -json' or 'terraform show -json'"
        }
        if met.contains(.modules) {
            return " but Terraform state of an old version; give the output of 'terraform show -json'"
        }
        if met.contains(.schemaVersion), met.contains(.findings) { return " but a report of proxy-audit" }
        if met.contains(.runs), met.contains(.signature) { return " but a SARIF report" }
        if let code, !met.isDisjoint(with: [.message, .title, .detail]) {
            return " but the API's error \(code)" + (status.map { " (HTTP status \($0))" } ?? "")
        }
        return elements.map { " but a list of \($0)" }
    }
}
