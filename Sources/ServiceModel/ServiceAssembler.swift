internal import JSON

/// Puts a Service together from the members of a JSON object, as they come.
///
/// The first fault is kept and the members after it are still taken, so that a reader can go on to the object's end.
struct ServiceAssembler {
    private var service = Service()
    private var failure: ServiceDecodingError?
    private let dialect: ServiceDialect
    /// One bit for each field met, by its index.
    private var met: UInt32 = 0
    private var terraformID: String?
    private(set) var usesCamelCase = false

    init(dialect: ServiceDialect) {
        self.dialect = dialect
    }

    /// Whether the field has been met, null or not.
    func hasMet(_ field: ServiceField) -> Bool { met & 1 << UInt32(field.rawValue) != 0 }

    /// Takes a member that the table of fields knows.
    mutating func take(_ match: ServiceFieldNames.Match, _ value: JSONValue) {
        if hasMet(match.field) { return fail(.repeated(match.field)) }
        met |= 1 << UInt32(match.field.rawValue)
        if match.spelling == .camelCase { usesCamelCase = true }
        do throws(ServiceDecodingError) {
            try set(match.field, value)
        } catch {
            fail(error)
        }
    }

    /// Takes a member with any other name.
    mutating func take(unknown name: String, _ value: JSONValue) {
        if dialect == .terraform, name == "id" {
            if case .string(let id) = value { terraformID = id }
            return
        }
        service.unknownFields.append(Service.UnknownField(name: name, json: value.jsonText))
    }

    /// The Service, once all members have been taken.
    consuming func finish() throws(ServiceDecodingError) -> Service {
        if service.sid == nil, let terraformID, !terraformID.isEmpty {
            service.sid = terraformID
        } else if !hasMet(.sid) {
            throw apiError ?? .notAService
        }
        if let failure { throw failure }
        return service
    }

    private mutating func fail(_ error: ServiceDecodingError) {
        if failure == nil { failure = error }
    }

    private mutating func set(_ field: ServiceField, _ value: JSONValue) throws(ServiceDecodingError) {
        switch field {
        case .sid: service.sid = try text(field, value)
        case .accountSID: service.accountSID = try text(field, value)
        case .chatInstanceSID: service.chatInstanceSID = try text(field, value)
        case .uniqueName: service.uniqueName = try text(field, value)
        case .defaultTTL: service.defaultTTL = try integer(field, value) ?? 0
        case .callbackURL: service.callbackURL = try text(field, value)
        case .geoMatchLevel: service.geoMatchLevel = try text(field, value).map(GeoMatchLevel.init)
        case .numberSelectionBehavior:
            service.numberSelectionBehavior = try text(field, value).map(NumberSelectionBehavior.init)
        case .interceptCallbackURL: service.interceptCallbackURL = try text(field, value)
        case .outOfSessionCallbackURL: service.outOfSessionCallbackURL = try text(field, value)
        case .dateCreated: service.dateCreated = try instant(field, value)
        case .dateUpdated: service.dateUpdated = try instant(field, value)
        case .url: service.url = try text(field, value)
        case .links: service.links = try links(value)
        }
    }

    private func text(_ field: ServiceField, _ value: JSONValue) throws(ServiceDecodingError) -> String? {
        switch value {
        case .null: return nil
        case .string(let text): return dialect == .terraform && text.isEmpty ? nil : text
        default: throw .wrongType(field, expected: .string, found: value.kind)
        }
    }

    private func integer(_ field: ServiceField, _ value: JSONValue) throws(ServiceDecodingError) -> Int64? {
        switch value {
        case .null: return nil
        case .number(let number):
            guard let integer = number.integer else { throw .notAnInteger(field) }
            return integer
        case .string(let text) where dialect == .terraform:
            guard let integer = Int64(text) else { throw .notAnInteger(field) }
            return integer
        default: throw .wrongType(field, expected: .number, found: value.kind)
        }
    }

    private func instant(_ field: ServiceField, _ value: JSONValue) throws(ServiceDecodingError) -> Timestamp? {
        guard let text = try text(field, value) else { return nil }
        guard let instant = Timestamp(text) else { throw .notADate(field) }
        return instant
    }

    private func links(_ value: JSONValue) throws(ServiceDecodingError) -> [Service.Link] {
        switch value {
        case .null: return []
        case .object(let members):
            var links: [Service.Link] = []
            links.reserveCapacity(members.count)
            for member in members {
                switch member.value {
                case .null: continue
                case .string(let url): links.append(Service.Link(name: member.name, url: url))
                default: throw .link(found: member.value.kind)
                }
            }
            if links.count > 1 {
                links.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            }
            return links
        default: throw .wrongType(.links, expected: .object, found: value.kind)
        }
    }

    /// The error that the object describes, as `{code, message, status}` or by RFC 9457, if it describes one.
    private var apiError: ServiceDecodingError? {
        func number(_ name: String) -> Int64? {
            service.unknownFields.first { $0.name == name }.flatMap { Int64($0.json) }
        }
        guard let code = number("code"),
            service.unknownFields.contains(where: { ["message", "title", "detail"].contains($0.name) })
        else { return nil }
        return .apiError(code: code, status: number("status"))
    }
}
