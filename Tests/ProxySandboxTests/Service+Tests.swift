import JSON
import ProxySandbox
import ServiceModel

/// Services as tests write them down.
extension Service {
    init(
        sid: String? = nil, accountSID: String? = nil, chatInstanceSID: String? = nil, uniqueName: String? = nil,
        defaultTTL: Int64? = nil, callbackURL: String? = nil, interceptCallbackURL: String? = nil,
        outOfSessionCallbackURL: String? = nil, geoMatchLevel: String? = nil, numberSelectionBehavior: String? = nil,
        dateCreated: Timestamp? = nil, dateUpdated: Timestamp? = nil, url: String? = nil,
        links: [FieldValue.Link]? = nil
    ) {
        self.init()
        let texts: [(ServiceField, String?)] = [
            (.sid, sid), (.accountSID, accountSID), (.chatInstanceSID, chatInstanceSID), (.uniqueName, uniqueName),
            (.callbackURL, callbackURL), (.interceptCallbackURL, interceptCallbackURL),
            (.outOfSessionCallbackURL, outOfSessionCallbackURL), (.geoMatchLevel, geoMatchLevel),
            (.numberSelectionBehavior, numberSelectionBehavior), (.url, url),
        ]
        for (field, text) in texts { self[text: field] = text }
        if let defaultTTL { self[.defaultTTL] = .integer(defaultTTL) }
        if let dateCreated { self[.dateCreated] = .timestamp(dateCreated) }
        if let dateUpdated { self[.dateUpdated] = .timestamp(dateUpdated) }
        if let links { self[.links] = .links(links) }
    }

    var sid: String? { self[text: .sid] }
    var accountSID: String? { self[text: .accountSID] }
    var url: String? { self[text: .url] }

    var uniqueName: String? {
        get { self[text: .uniqueName] }
        set { self[text: .uniqueName] = newValue }
    }

    var defaultTTL: Int64? {
        get { if case .integer(let seconds) = self[.defaultTTL] { seconds } else { nil } }
        set { self[.defaultTTL] = newValue.map(FieldValue.integer) ?? .null }
    }

    var dateCreated: Timestamp? { if case .timestamp(let date) = self[.dateCreated] { date } else { nil } }

    var dateUpdated: Timestamp? {
        get { if case .timestamp(let date) = self[.dateUpdated] { date } else { nil } }
        set { self[.dateUpdated] = newValue.map(FieldValue.timestamp) ?? .null }
    }
}

struct UnreadableAnswer: Error {}

extension PageMeta {
    /// Reads the `meta` of a page that the sandbox answered.
    init(json: JSONValue) throws {
        func text(_ name: String) -> String? { if case .string(let text)? = json[name] { text } else { nil } }
        func number(_ name: String) -> Int {
            if case .number(let number)? = json[name] { Int(number.integer ?? 0) } else { 0 }
        }
        guard json["next_page_url"] != nil, let key = text("key") else { throw UnreadableAnswer() }
        self.init(
            page: number("page"), pageSize: number("page_size"), firstPageURL: text("first_page_url"),
            previousPageURL: text("previous_page_url"), url: text("url"), nextPageURL: text("next_page_url"), key: key)
    }
}

extension ServicePage {
    /// Reads a page that the sandbox answered.
    init(bytes: [UInt8]) throws {
        let json = try JSONValue.parse(bytes)
        guard case .array(let services)? = json["services"], let meta = json["meta"] else { throw UnreadableAnswer() }
        self.init(services: try services.map { try Service(json: $0) }, meta: try PageMeta(json: meta))
    }
}
