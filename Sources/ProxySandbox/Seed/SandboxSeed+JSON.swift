package import JSON
import ProxyAPI
import ServiceModel

/// The document form of a seed:
/// `{"accounts": [{"sid", "auth_token", "friendly_name", "owner_account_sid", "status", "date_created",
/// "api_keys": [{"sid", "secret", "type": "standard" or "main"}], "services": [a Service as the API writes it]}]}`,
/// where all but an account's `sid` and `auth_token` and a key's `sid` and `secret` may be left out.
extension SandboxSeed {
    /// Reads a seed document.
    ///
    /// - Throws: `.invalidSeed` with the line and column of a fault in the JSON, or the path of the value that cannot
    ///   be used, such as `accounts[1].services[3].default_ttl`. No value is quoted, since it may be a secret.
    package init(bytes: [UInt8]) throws(SandboxError) {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue.parse(bytes)
        } catch {
            throw SandboxError(code: .invalidSeed, message: "\(error)")
        }
        try self.init(json: json)
    }

    /// Reads a seed document that is already parsed.
    ///
    /// - Throws: `.invalidSeed` with the path of the value that cannot be used.
    package init(json: JSONValue) throws(SandboxError) {
        let document = SeedValue(json, path: "")
        try document.requireObject(names: ["accounts"])
        var accounts: [Account] = []
        for value in try document.elements("accounts") { accounts.append(try Account(value)) }
        self.init(accounts: accounts)
        try requireDistinctNames()
    }

    /// Refuses two accounts, keys of all accounts, or Services of one account, with the same SID.
    private func requireDistinctNames() throws(SandboxError) {
        var users: Set<SID> = []
        for (index, account) in accounts.enumerated() {
            guard users.insert(account.sid).inserted else {
                throw SandboxError(code: .invalidSeed, message: "accounts[\(index)].sid: is that of an account before")
            }
            for (keyIndex, key) in account.apiKeys.enumerated() where !users.insert(key.sid).inserted {
                throw SandboxError(
                    code: .invalidSeed,
                    message: "accounts[\(index)].api_keys[\(keyIndex)].sid: is that of an API key before")
            }
            var services: Set<[UInt8]> = []
            for (place, service) in account.services.enumerated() {
                guard let sid = service[text: .sid], !services.insert(Array(sid.utf8)).inserted else { continue }
                throw SandboxError(
                    code: .invalidSeed,
                    message: "accounts[\(index)].services[\(place)].sid: is that of a Service before")
            }
        }
    }
}

extension SandboxSeed.Account {
    fileprivate init(_ value: SeedValue) throws(SandboxError) {
        try value.requireObject(names: [
            "sid", "auth_token", "friendly_name", "owner_account_sid", "status", "date_created", "api_keys", "services",
        ])
        self.init(
            sid: try value.sid("sid", kind: .account), authToken: try value.secret("auth_token"),
            friendlyName: try value.text("friendly_name"), ownerAccountSID: try value.optionalAccountSID())
        if let text = try value.text("status") {
            status = AccountStatus(text)
            guard AccountStatus.known.contains(status) else {
                throw value.refuse("status", "must be active, suspended or closed")
            }
        }
        if let text = try value.text("date_created") {
            guard let instant = Timestamp(text) else { throw value.refuse("date_created", "must be an RFC 3339 time") }
            dateCreated = instant
        }
        for key in try value.elements("api_keys") { apiKeys.append(try SandboxSeed.APIKey(key)) }
        for service in try value.elements("services") { services.append(try service.service()) }
    }
}

extension SandboxSeed.APIKey {
    fileprivate init(_ value: SeedValue) throws(SandboxError) {
        try value.requireObject(names: ["sid", "secret", "type"])
        let type = try value.text("type") ?? "standard"
        guard type == "standard" || type == "main" else { throw value.refuse("type", "must be standard or main") }
        self.init(
            sid: try value.sid("sid", kind: .apiKey), secret: try value.secret("secret"), isMain: type == "main")
    }
}

/// A value of a seed document with its path.
private struct SeedValue {
    private let json: JSONValue
    private let path: String

    init(_ json: JSONValue, path: String) {
        self.json = json
        self.path = path
    }

    func refuse(_ name: String, _ reason: String) -> SandboxError {
        let place = path.isEmpty ? name : "\(path).\(name)"
        return SandboxError(code: .invalidSeed, message: "\(place): \(reason)")
    }

    func requireObject(names: [String]) throws(SandboxError) {
        guard case .object(let members) = json else {
            throw SandboxError(
                code: .invalidSeed, message: (path.isEmpty ? "the document" : path + ":") + " must be an object")
        }
        for member in members where !names.contains(where: { $0.utf8.elementsEqual(member.name.utf8) }) {
            // The name is not shown: a misplaced quote can make a secret a name.
            let place = path.isEmpty ? "the document" : path
            throw SandboxError(
                code: .invalidSeed,
                message: "\(place) has an unknown member; known are \(names.joined(separator: ", "))")
        }
    }

    func elements(_ name: String) throws(SandboxError) -> [SeedValue] {
        switch json[name] {
        case nil, .null?: return []
        case .array(let elements)?:
            let prefix = path.isEmpty ? name : "\(path).\(name)"
            return elements.enumerated().map { SeedValue($0.element, path: "\(prefix)[\($0.offset)]") }
        default: throw refuse(name, "must be an array")
        }
    }

    func text(_ name: String) throws(SandboxError) -> String? {
        switch json[name] {
        case nil, .null?: nil
        case .string(let text)?: text
        default: throw refuse(name, "must be a string")
        }
    }

    func sid(_ name: String, kind: SID.Kind) throws(SandboxError) -> SID {
        guard let sid = try text(name).flatMap({ SID($0, kind: kind) }) else {
            throw refuse(name, "must be \(kind.rawValue) and 32 hexadecimal digits")
        }
        return sid
    }

    func optionalAccountSID() throws(SandboxError) -> SID? {
        try text("owner_account_sid") == nil ? nil : try sid("owner_account_sid", kind: .account)
    }

    func secret(_ name: String) throws(SandboxError) -> Secret {
        guard let text = try text(name), !text.isEmpty else { throw refuse(name, "must be a text that is not empty") }
        return Secret(text)
    }

    /// Reads a Service, which unlike one of the API's own may be without `sid`.
    func service() throws(SandboxError) -> Service {
        do throws(Service.ReadingError) {
            return try Service(json: json)
        } catch {
            let place = error.field.map { "\(path).\($0.name)" } ?? path
            throw SandboxError(code: .invalidSeed, message: "\(place): \(error.reason)")
        }
    }
}
