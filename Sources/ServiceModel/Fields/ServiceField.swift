/// The table of Service properties: one row a property, which rules, sources, reports and the sandbox all read.
///
/// The order of the cases is the order in which the API writes the properties, and a raw value is the property's slot in
/// a record and in the message type that rules see as `service`.
package enum ServiceField: Int, CaseIterable, Sendable {
    case sid, accountSID, chatInstanceSID, uniqueName, defaultTTL, callbackURL, geoMatchLevel
    case numberSelectionBehavior, interceptCallbackURL, outOfSessionCallbackURL, dateCreated, dateUpdated, url, links

    /// What is to be known of a property. A new property is a case and a row, and nothing else.
    private var declaration: Row {
        switch self {
        case .sid: Row("sid", .identifier(.service))
        case .accountSID: Row("account_sid", .identifier(.account))
        case .chatInstanceSID: Row("chat_instance_sid", .identifier(.chatInstance), isSettable: true)
        case .uniqueName: Row("unique_name", .name, isSettable: true)
        case .defaultTTL: Row("default_ttl", .number, isNullable: false, isSettable: true)
        case .callbackURL: Row("callback_url", .callback, isSettable: true)
        case .geoMatchLevel:
            Row(
                "geo_match_level",
                .enumeration(["area-code", "overlay", "radius", "country", "extended-area-code"]), isSettable: true)
        case .numberSelectionBehavior:
            Row("number_selection_behavior", .enumeration(["avoid-sticky", "prefer-sticky"]), isSettable: true)
        case .interceptCallbackURL: Row("intercept_callback_url", .callback, isSettable: true)
        case .outOfSessionCallbackURL: Row("out_of_session_callback_url", .callback, isSettable: true)
        case .dateCreated: Row("date_created", .date)
        case .dateUpdated: Row("date_updated", .date)
        case .url: Row("url", .resource)
        case .links: Row("links", .links, isNullable: false)
        }
    }

    /// The rows by raw value, each made once.
    private static let rows = allCases.map(\.declaration)

    /// How many properties there are, which is how many slots a record has.
    static let count = allCases.count

    /// The properties that hold a text that is no date.
    static let texts = FieldSet { $0.valueType == .string }
    /// The properties that hold an integer.
    static let integers = FieldSet { $0.valueType == .integer }
    /// The properties that a Service may be without.
    static let nullables = FieldSet(where: \.isNullable)

    private struct Row {
        let name: String
        let role: Role
        let valueType: ValueType
        let isNullable: Bool
        let isSettable: Bool
        let isDistinctive: Bool

        init(_ name: String, _ role: Role, isNullable: Bool = true, isSettable: Bool = false) {
            self.name = name
            self.role = role
            valueType =
                switch role {
                case .identifier, .name, .callback, .enumeration, .resource: .string
                case .number: .integer
                case .date: .timestamp
                case .links: .stringMap
                }
            self.isNullable = isNullable
            self.isSettable = isSettable
            isDistinctive =
                switch role {
                case .name, .number, .callback, .enumeration, .identifier(.chatInstance): true
                case .identifier, .date, .resource, .links: false
                }
        }
    }

    /// What a property is for, from which follows what it may hold and how it is masked.
    package enum Role: Sendable, Hashable {
        /// The SID of a resource of this kind.
        case identifier(SID.Kind)
        /// A text of the user's own, where personal data must not be and often is.
        case name
        /// A count of seconds.
        case number
        /// A URL that the vendor's servers call.
        case callback
        /// One of these texts, or a newer one: the API may add values at any time.
        case enumeration([String])
        /// An RFC 3339 date-time.
        case date
        /// The URL of the resource itself.
        case resource
        /// The URLs of related resources by name.
        case links
    }

    /// What a property holds.
    package enum ValueType: Sendable {
        /// UTF-8 text.
        case string
        /// A signed 64-bit integer.
        case integer
        /// An RFC 3339 date-time.
        case timestamp
        /// An object whose values are all texts.
        case stringMap
    }

    /// The property's name in the API's JSON, such as `unique_name`.
    package var name: String { ServiceField.rows[rawValue].name }

    /// What the property is for.
    package var role: Role { ServiceField.rows[rawValue].role }

    /// Whether a Service that was read may be without the property.
    ///
    /// The API never leaves out `geo_match_level` and `number_selection_behavior`, but files do.
    package var isNullable: Bool { ServiceField.rows[rawValue].isNullable }

    /// Whether a create or update request can set the property.
    package var isSettable: Bool { ServiceField.rows[rawValue].isSettable }

    /// The property with a name of the API's JSON; nil where there is none.
    package init?(name: String) {
        guard let index = ServiceField.rows.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
            return nil
        }
        self.init(rawValue: index)
    }

    /// What the property holds, which follows from its role.
    package var valueType: ValueType { ServiceField.rows[rawValue].valueType }

    /// The value of a Service that was created without one, for an enumeration; nil for other properties.
    package var defaultText: String? {
        switch self {
        case .geoMatchLevel: "country"
        case .numberSelectionBehavior: "prefer-sticky"
        default: nil
        }
    }

    /// The texts that the API's documents name; empty where it may hold any.
    package var knownValues: [String] {
        if case .enumeration(let known) = role { known } else { [] }
    }

    /// Whether only a Service of the Proxy API has such a property, so that an object with it is one.
    package var isDistinctive: Bool { ServiceField.rows[rawValue].isDistinctive }

    /// The property's name in the exports of the vendor's command line and Node library, such as `uniqueName`.
    package var camelCaseName: String {
        let words = name.split(separator: "_")
        return words.prefix(1).joined() + words.dropFirst().map(ServiceField.capitalized).joined()
    }

    /// The property's name in the vendor's .NET library, such as `UniqueName`; requests name it so too.
    package var pascalCaseName: String { name.split(separator: "_").map(ServiceField.capitalized).joined() }

    /// The parameter of a create or update request that sets the property, such as `UniqueName`; nil for the others.
    package var formParameter: String? { isSettable ? pascalCaseName : nil }

    /// The longest `unique_name` that the API accepts, in characters (code points).
    package static var longestUniqueName: Int { 191 }

    /// The properties that hold a callback URL, in the order of the table.
    package static let callbacks = allCases.filter { $0.role == .callback }

    private static func capitalized(_ word: Substring) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
