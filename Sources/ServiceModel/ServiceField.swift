/// One row of the table of Service properties that rules, sources and reports all read.
///
/// The raw value is the property's name in the API's JSON. The order of the cases is the order in which the API
/// writes them, and a field's `index` is its slot in the message type that rules see as `service`.
package enum ServiceField: String, CaseIterable, Sendable {
    case sid
    case accountSID = "account_sid"
    case chatInstanceSID = "chat_instance_sid"
    case uniqueName = "unique_name"
    case defaultTTL = "default_ttl"
    case callbackURL = "callback_url"
    case geoMatchLevel = "geo_match_level"
    case numberSelectionBehavior = "number_selection_behavior"
    case interceptCallbackURL = "intercept_callback_url"
    case outOfSessionCallbackURL = "out_of_session_callback_url"
    case dateCreated = "date_created"
    case dateUpdated = "date_updated"
    case url
    case links

    /// What a field holds.
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

    /// A field's value in one Service.
    package enum Value: Sendable, Hashable {
        case null
        case string(String)
        case integer(Int64)
        case timestamp(Timestamp)
        case stringMap([Service.Link])
    }

    /// The property's name in the API's JSON, such as `unique_name`.
    package var name: String { rawValue }

    /// The position in `allCases`.
    package var index: Int {
        switch self {
        case .sid: 0
        case .accountSID: 1
        case .chatInstanceSID: 2
        case .uniqueName: 3
        case .defaultTTL: 4
        case .callbackURL: 5
        case .geoMatchLevel: 6
        case .numberSelectionBehavior: 7
        case .interceptCallbackURL: 8
        case .outOfSessionCallbackURL: 9
        case .dateCreated: 10
        case .dateUpdated: 11
        case .url: 12
        case .links: 13
        }
    }

    /// The field at a position in `allCases`, or `nil` where there is none. A table would be slower.
    package init?(index: Int) {
        switch index {
        case 0: self = .sid
        case 1: self = .accountSID
        case 2: self = .chatInstanceSID
        case 3: self = .uniqueName
        case 4: self = .defaultTTL
        case 5: self = .callbackURL
        case 6: self = .geoMatchLevel
        case 7: self = .numberSelectionBehavior
        case 8: self = .interceptCallbackURL
        case 9: self = .outOfSessionCallbackURL
        case 10: self = .dateCreated
        case 11: self = .dateUpdated
        case 12: self = .url
        case 13: self = .links
        default: return nil
        }
    }

    /// The property's name in the exports of the vendor's command line and Node library, such as `uniqueName`.
    package var camelCaseName: String {
        var name = ""
        var startsWord = false
        for character in rawValue {
            if character == "_" {
                startsWord = true
            } else {
                name += startsWord ? character.uppercased() : String(character)
                startsWord = false
            }
        }
        return name
    }

    /// The parameter of a create or update request that sets the property, such as `UniqueName`; nil for the others.
    package var formParameter: String? {
        switch self {
        case .chatInstanceSID, .uniqueName, .defaultTTL, .callbackURL, .geoMatchLevel, .numberSelectionBehavior,
            .interceptCallbackURL, .outOfSessionCallbackURL:
            let name = camelCaseName
            return name.prefix(1).uppercased() + name.dropFirst()
        case .sid, .accountSID, .dateCreated, .dateUpdated, .url, .links:
            return nil
        }
    }

    package var valueType: ValueType {
        switch self {
        case .defaultTTL: .integer
        case .dateCreated, .dateUpdated: .timestamp
        case .links: .stringMap
        case .sid, .accountSID, .chatInstanceSID, .uniqueName, .callbackURL, .geoMatchLevel,
            .numberSelectionBehavior, .interceptCallbackURL, .outOfSessionCallbackURL, .url:
            .string
        }
    }

    /// Whether a Service that was read may be without the property.
    ///
    /// The API never leaves out `geo_match_level` and `number_selection_behavior`, but files do.
    package var isNullable: Bool {
        switch self {
        case .defaultTTL, .links: false
        default: true
        }
    }

    /// The three properties that hold a callback URL, in the order of the table.
    package static var callbacks: [ServiceField] { [.callbackURL, .interceptCallbackURL, .outOfSessionCallbackURL] }
}

extension Service {
    /// The value of one field; `.null` where it is unset.
    package func value(of field: ServiceField) -> ServiceField.Value {
        func string(_ text: String?) -> ServiceField.Value { text.map(ServiceField.Value.string) ?? .null }
        func instant(_ instant: Timestamp?) -> ServiceField.Value { instant.map(ServiceField.Value.timestamp) ?? .null }
        return switch field {
        case .sid: string(sid)
        case .accountSID: string(accountSID)
        case .chatInstanceSID: string(chatInstanceSID)
        case .uniqueName: string(uniqueName)
        case .defaultTTL: .integer(defaultTTL)
        case .callbackURL: string(callbackURL)
        case .geoMatchLevel: string(geoMatchLevel?.text)
        case .numberSelectionBehavior: string(numberSelectionBehavior?.text)
        case .interceptCallbackURL: string(interceptCallbackURL)
        case .outOfSessionCallbackURL: string(outOfSessionCallbackURL)
        case .dateCreated: instant(dateCreated)
        case .dateUpdated: instant(dateUpdated)
        case .url: string(url)
        case .links: .stringMap(links)
        }
    }
}
