package import JSON
package import ServiceModel

/// An account of the 2010 API: a parent or one of its subaccounts.
///
/// `friendly_name` is an e-mail address by default, so it is personal data and belongs in no message; `auth_token`
/// is a secret.
package struct Account: Sendable, Hashable {
    /// The account's identifier, `AC…`.
    package var sid: SID
    /// The parent's identifier; an account that is its own parent names itself.
    package var ownerAccountSID: SID?
    /// Personal data more often than not.
    package var friendlyName: String?
    /// Whether the account may be used.
    package var status: AccountStatus
    /// `Trial` or `Full`.
    package var type: String?
    /// The account's own auth token; nil where the answer has none or an empty one.
    package var authToken: Secret?
    /// RFC 2822, as in `Thu, 30 Jul 2015 20:00:00 +0000`; kept as text.
    package var dateCreated: String?
    /// RFC 2822, as in `Thu, 30 Jul 2015 20:00:00 +0000`; kept as text.
    package var dateUpdated: String?
    /// The path of the resource, relative to the API's host.
    package var uri: String?
    /// The paths of related resources, in the order met.
    package var subresourceURIs: [FieldValue.Link]

    package init(
        sid: SID, ownerAccountSID: SID? = nil, friendlyName: String? = nil, status: AccountStatus = .active,
        type: String? = nil, authToken: Secret? = nil, dateCreated: String? = nil, dateUpdated: String? = nil,
        uri: String? = nil, subresourceURIs: [FieldValue.Link] = []
    ) {
        self.sid = sid
        self.ownerAccountSID = ownerAccountSID
        self.friendlyName = friendlyName
        self.status = status
        self.type = type
        self.authToken = authToken
        self.dateCreated = dateCreated
        self.dateUpdated = dateUpdated
        self.uri = uri
        self.subresourceURIs = subresourceURIs
    }

    /// Reads an account.
    ///
    /// - Throws: `.wrongShape` where `sid` or `status` is missing or malformed, or a property has the wrong type.
    package init(json: JSONValue) throws(WireError) {
        guard json.isObject, let sid = try json.text("sid").flatMap({ SID($0, kind: .account) }) else {
            throw WireError(code: .wrongShape, message: "sid is not an account SID")
        }
        guard let status = try json.text("status") else {
            throw WireError(code: .wrongShape, message: "there is no status")
        }
        var links: [FieldValue.Link] = []
        if case .object(let members)? = json["subresource_uris"] {
            for member in members {
                if case .string(let url) = member.value { links.append(FieldValue.Link(name: member.name, url: url)) }
            }
        }
        let token = try json.text("auth_token").map(Secret.init)
        self.init(
            sid: sid, ownerAccountSID: try json.text("owner_account_sid").flatMap { SID($0, kind: .account) },
            friendlyName: try json.text("friendly_name"), status: AccountStatus(status), type: try json.text("type"),
            authToken: token?.isEmpty == true ? nil : token, dateCreated: try json.text("date_created"),
            dateUpdated: try json.text("date_updated"), uri: try json.text("uri"), subresourceURIs: links)
    }

    /// Writes the account as the 2010 API does, **with its auth token**.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        let texts: [(JSONName, String?)] = [
            ("auth_token", authToken?.revealed), ("date_created", dateCreated), ("date_updated", dateUpdated),
            ("friendly_name", friendlyName), ("owner_account_sid", ownerAccountSID?.text), ("sid", sid.text),
            ("status", status.text),
        ]
        for (name, text) in texts {
            writer.member(name, text)
        }
        writer.key("subresource_uris")
        writer.beginObject()
        for link in subresourceURIs {
            writer.key(named: link.name)
            writer.string(link.url)
        }
        writer.endObject()
        writer.member("type", type)
        writer.member("uri", uri)
        writer.endObject()
    }
}
