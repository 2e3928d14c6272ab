internal import Text

/// A resource of the vendor's that is no Service of the Proxy API, as its SID or URL tells.
package struct ForeignResource: Sendable, Hashable {
    /// What it is, with its article.
    package let name: String

    /// The kinds of resource that are most likely met in the place of Services, by the letters of their SIDs.
    private static let kinds: [String: String] = [
        "AC": "an account", "CA": "a call", "CF": "a conference", "CH": "a conversation", "FW": "a Studio flow",
        "IS": "a Chat, Conversations or Sync Service", "KC": "a Proxy Session", "KI": "a Proxy interaction",
        "KP": "a Proxy participant", "MG": "a Messaging Service", "MM": "a message", "PN": "a phone number",
        "RE": "a recording", "SK": "an API key", "SM": "a message", "VA": "a Verify Service",
        "WS": "a TaskRouter workspace",
        "ZS": "a Serverless Service",
    ]

    private static let services = Array("https://proxy.twilio.com/v1/Services/".utf8)

    /// What a well-formed SID names; nil for a Proxy Service's and for what is no SID.
    init?(sid: ArraySlice<UInt8>) {
        guard sid.count == 34 else { return nil }
        // As nearly all do.
        if sid[sid.startIndex] == UInt8(ascii: "K"), sid[sid.startIndex + 1] == UInt8(ascii: "S") { return nil }
        guard sid.prefix(2).allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }),
            sid.dropFirst(2).allSatisfy(\.isHexDigit)
        else { return nil }
        let prefix = String(decoding: sid.prefix(2), as: UTF8.self)
        name = ForeignResource.kinds[prefix] ?? "a resource of another kind (its SID begins with \(prefix))"
    }

    /// What an absolute URL of the vendor's API names; nil for Proxy Services and their pages, and for any other text.
    ///
    /// A sandbox has another host, so that only the vendor's own hosts are told apart; paths are on any host.
    package init?(url: ArraySlice<UInt8>) {
        // As the API writes nearly all that are met.
        let length = Self.services.count
        if url.prefix(length).hasSameBytes(as: Self.services[...]), url.dropFirst(length).allSatisfy(\.isAlphanumeric) {
            return nil
        }
        let text = String(decoding: url, as: UTF8.self).lowercased()
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
        let rest = text.dropFirst(scheme.utf8.count)
        let host = rest.prefix { !"/?#".contains($0) }
        let path = rest.dropFirst(host.count).prefix { !"?#".contains($0) }
        let labels = host.prefix { $0 != ":" }.split(separator: ".")
        if labels.suffix(2) == ["twilio", "com"], labels.count > 2, labels[0] != "proxy" {
            name = "a resource of the vendor's \(labels[0].filter { $0.isLetter || $0.isNumber }) API"
            return
        }
        let parts = path.split(separator: "/")
        let isVersion = parts.first.map {
            $0 == "2010-04-01" || $0.count == 2 && $0.first == "v" && $0.last?.isNumber == true
        }
        guard parts.count >= 2, isVersion == true else { return nil }
        if parts.count <= 3, parts[0] == "v1", parts[1] == "services" { return nil }
        name = "a resource of another API or of another kind, by the path of its URL"
    }
}
