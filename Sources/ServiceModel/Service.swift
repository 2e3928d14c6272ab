/// The Service resource of the Proxy API, with every property of its description.
///
/// A Service is what was read, faithful enough to be judged: SIDs and URLs are texts that may be malformed (rules
/// say so), enumeration values may be unknown, and properties that this version does not know are kept.
/// `nil` means null, absent or, for exports that write unset URLs as `""`, unset.
package struct Service: Sendable, Hashable {
    /// The Service's identifier, `KS` and 32 hexadecimal digits where it is well-formed.
    package var sid: String?
    /// The account that created the Service, `AC…` where it is well-formed. Terraform state does not hold it.
    package var accountSID: String?
    /// The Chat Service instance that the Service manages, `IS…`; one instance belongs to one Service.
    package var chatInstanceSID: String?
    /// The application's own name for the Service: unique in its account, 191 characters at most, without personal data.
    package var uniqueName: String?
    /// The time in seconds that a Session lives after its last interaction; 0 is unlimited, and so is an absent value.
    package var defaultTTL: Int64
    /// Called when the status of an interaction changes.
    package var callbackURL: String?
    /// Called on each interaction; only an answer of 403 blocks the interaction.
    package var interceptCallbackURL: String?
    /// Called when a call or message arrives for a closed or unknown Session.
    package var outOfSessionCallbackURL: String?
    /// How near a proxy number must be to the participant's number.
    package var geoMatchLevel: GeoMatchLevel?
    /// Whether a participant keeps a proxy number.
    package var numberSelectionBehavior: NumberSelectionBehavior?
    /// When the Service was created.
    package var dateCreated: Timestamp?
    /// When the Service was last changed.
    package var dateUpdated: Timestamp?
    /// The absolute URL of the resource.
    package var url: String?
    /// The URLs of related resources, such as `sessions`, sorted by name.
    package var links: [Link]
    /// Properties that the API's description does not name, in the order met, each with its JSON text.
    package var unknownFields: [UnknownField]

    /// The URL of one related resource.
    package struct Link: Sendable, Hashable {
        package var name: String
        package var url: String

        package init(name: String, url: String) {
            self.name = name
            self.url = url
        }
    }

    /// A property that this version of the tool does not know.
    package struct UnknownField: Sendable, Hashable {
        package var name: String
        /// The value as JSON text.
        package var json: String

        package init(name: String, json: String) {
            self.name = name
            self.json = json
        }
    }

    /// Makes a Service in which nothing but `sid` and the defaults given is set.
    package init(
        sid: String? = nil, accountSID: String? = nil, chatInstanceSID: String? = nil, uniqueName: String? = nil,
        defaultTTL: Int64 = 0, callbackURL: String? = nil, interceptCallbackURL: String? = nil,
        outOfSessionCallbackURL: String? = nil, geoMatchLevel: GeoMatchLevel? = nil,
        numberSelectionBehavior: NumberSelectionBehavior? = nil, dateCreated: Timestamp? = nil,
        dateUpdated: Timestamp? = nil, url: String? = nil, links: [Link] = [], unknownFields: [UnknownField] = []
    ) {
        self.sid = sid
        self.accountSID = accountSID
        self.chatInstanceSID = chatInstanceSID
        self.uniqueName = uniqueName
        self.defaultTTL = defaultTTL
        self.callbackURL = callbackURL
        self.interceptCallbackURL = interceptCallbackURL
        self.outOfSessionCallbackURL = outOfSessionCallbackURL
        self.geoMatchLevel = geoMatchLevel
        self.numberSelectionBehavior = numberSelectionBehavior
        self.dateCreated = dateCreated
        self.dateUpdated = dateUpdated
        self.url = url
        self.links = links
        self.unknownFields = unknownFields
    }

    /// The longest `unique_name` that the API accepts, in characters (code points).
    package static var longestUniqueName: Int { 191 }
}

extension Service {
    /// A field's value in one Service.
    package enum Value: Sendable, Hashable {
        case null
        case string(String)
        case integer(Int64)
        case timestamp(Timestamp)
        case stringMap([Service.Link])
    }

    /// The value of one field; `.null` where it is unset.
    package func value(of field: ServiceField) -> Value {
        func string(_ text: String?) -> Value { text.map(Value.string) ?? .null }
        func instant(_ instant: Timestamp?) -> Value { instant.map(Value.timestamp) ?? .null }
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
