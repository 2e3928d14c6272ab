internal import ProxyAPI
internal import ServiceModel
internal import Text
internal import YAMLReader

/// Turns the YAML of an accounts file into entries, and collects every problem on the way.
struct AccountsInterpreter {
    private let path: String
    /// What relative paths start from; empty, or with a trailing `/`.
    private let directory: String
    private let environment: [String: String]
    /// The endpoint of every account, where there is one for all.
    private var endpoint: ProxyEndpoint?
    /// By offset in the file.
    private var problems: [(offset: Int, text: String)] = []
    private(set) var warnings: [String] = []
    /// Where in the file a SID or label was met first.
    private var places: [String: Int] = [:]
    /// The lines of the file.
    private var lines = LineIndex([])

    /// The keys of the file, of an account and of a parent.
    private enum Keys {
        static var file: [String] { ["accounts", "base_url", "api_base_url"] }
        static var shared: [String] { ["label", "tags", "auth_token", "api_key", "api_secret", "region", "edge"] }
        static var account: [String] { ["sid"] + shared }
        static var parent: [String] { ["parent", "include_parent"] + shared }
    }

    init(path: String, environment: [String: String], endpoint: ProxyEndpoint?) {
        self.path = path
        self.environment = environment
        self.endpoint = endpoint
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        directory = slash.map { String(path[...$0]) } ?? ""
    }

    /// - Throws: every problem, by line.
    mutating func entries(of yaml: String) throws(AccountsFileError) -> [AccountEntry] {
        lines = LineIndex(Array(yaml.utf8))
        let root: YAMLNode
        do throws(YAMLError) {
            root = try YAMLDocument(yaml).root
        } catch {
            // The reader quotes keys, and what stands there may be a secret in the wrong place.
            let problem =
                switch error.kind {
                case .syntax: "not YAML: \(error.message)"
                case .duplicateKey: "a key is there twice"
                case .unsupported: error.message
                }
            throw AccountsFileError(problems: ["\(path):\(lines.line(of: error.offset)): \(problem)"])
        }
        var entries: [AccountEntry] = []
        if let file = map(root, "the file", allowing: Keys.file) {
            let isOverridden = endpoint != nil
            let fileEndpoint = baseEndpoint(file)
            if !isOverridden { endpoint = fileEndpoint }
            if let accounts = file["accounts"]?.sequence, !accounts.isEmpty {
                for node in accounts {
                    if let entry = entry(node, ignoresRegion: isOverridden) { entries.append(entry) }
                }
            } else {
                report(file, nil, "accounts: give a list of at least one account")
            }
        }
        guard problems.isEmpty else {
            let placed = problems.map { (line: lines.line(of: $0.offset), text: $0.text) }.enumerated()
            let sorted = placed.sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            throw AccountsFileError(problems: sorted.map { "\(path):\($0.element.line): \($0.element.text)" })
        }
        return entries
    }

    private mutating func baseEndpoint(_ file: YAMLNode) -> ProxyEndpoint? {
        let base = text(file, "base_url")
        let api = text(file, "api_base_url")
        guard let base else {
            if api != nil { report(file, "api_base_url", "api_base_url: needs a base_url too") }
            return nil
        }
        do throws(ProxyAPIError) {
            return try ProxyEndpoint(baseURL: base, apiBaseURL: api)
        } catch {
            report(file, "base_url", "base_url, api_base_url: \(error.message)")
            return nil
        }
    }

    private mutating func entry(_ node: YAMLNode, ignoresRegion: Bool) -> AccountEntry? {
        let isParent = node["parent"] != nil
        let allowed = isParent ? Keys.parent : Keys.account
        guard let keys = map(node, "an account", allowing: allowed) else { return nil }
        let problemsBefore = problems.count
        let sid = accountSID(keys, isParent ? "parent" : "sid")
        let label = label(keys)
        let tags = tags(keys)
        let credentials = credentials(keys, account: sid)
        let endpoint = endpoint(keys, ignoresRegion: ignoresRegion)
        let includesParent = isParent ? flag(keys, "include_parent", default: true) : true
        guard problems.count == problemsBefore, let sid, let credentials, let endpoint, let tags else { return nil }
        let source = LiveSource(
            label: label, tags: tags, accountSID: sid, credentials: credentials, endpoint: endpoint)
        return isParent
            ? .parent(SubaccountExpansion(parent: source, includesParent: includesParent)) : .account(source)
    }

    private mutating func accountSID(_ keys: YAMLNode, _ key: String) -> SID? {
        guard keys[key] != nil else {
            report(keys, nil, "\(key): missing; give the account's SID")
            return nil
        }
        guard let text = text(keys, key) else { return nil }
        guard let sid = SID(text, kind: .account) else {
            report(keys, key, "\(key): not an account SID (AC and 32 hexadecimal digits)")
            return nil
        }
        reportRepetition(of: "the account \(sid)", at: keys.entry(key)?.keyOffset ?? keys.offset)
        return sid
    }

    private mutating func label(_ keys: YAMLNode) -> String? {
        guard let label = text(keys, "label") else { return nil }
        let isPlain = label.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        guard isPlain, label.unicodeScalars.count <= 100 else {
            report(keys, "label", "label: has control characters, or more than 100 characters")
            return nil
        }
        reportRepetition(of: "the label \(label)", at: keys.entry("label")?.keyOffset ?? keys.offset)
        return label
    }

    /// Words for rules to ask for; nil where they are not that.
    private mutating func tags(_ keys: YAMLNode) -> [String]? {
        guard let node = keys["tags"] else { return [] }
        let tags = node.sequence?.map(\.written) ?? [nil]
        let isWord = { (tag: String) in
            (1...80).contains(tag.utf8.count) && tag.utf8.allSatisfy { $0.isAlphanumeric || "-_.".utf8.contains($0) }
        }
        let words = tags.compactMap { $0 }.filter(isWord)
        guard words.count == tags.count else {
            report(
                keys, "tags", "tags: give a list of words of letters, digits, -, _ and ., such as [production, emea]")
            return nil
        }
        return words
    }

    private mutating func reportRepetition(of thing: String, at offset: Int) {
        if let first = places[thing] {
            problems.append((offset, "\(thing) is there already, in line \(lines.line(of: first))"))
        } else {
            places[thing] = offset
        }
    }

    private mutating func credentials(_ keys: YAMLNode, account: SID?) -> ProxyCredentials? {
        let hasToken = keys["auth_token"] != nil
        let hasKey = keys["api_key"] != nil
        let hasSecret = keys["api_secret"] != nil
        switch (hasToken, hasKey, hasSecret) {
        case (true, false, false):
            guard let token = secret(keys, "auth_token"), let account else { return nil }
            return ProxyCredentials(user: account, password: token)
        case (false, true, true):
            let key = apiKey(keys)
            guard let secret = secret(keys, "api_secret"), let key else { return nil }
            return ProxyCredentials(user: key, password: secret)
        case (false, false, false):
            report(keys, nil, "credentials are missing; give auth_token, or api_key and api_secret")
        case (true, _, _):
            report(keys, "auth_token", "give auth_token, or api_key and api_secret, not both")
        case (false, true, false):
            report(keys, "api_key", "api_key: needs an api_secret too")
        case (false, false, true):
            report(keys, "api_secret", "api_secret: needs an api_key too")
        }
        return nil
    }

    /// An API key's SID is no secret, so that it may stand in the file itself.
    private mutating func apiKey(_ keys: YAMLNode) -> SID? {
        let text: String?
        if let written = keys["api_key"]?.written {
            text = written
        } else {
            text = secret(keys, "api_key")?.revealed
        }
        guard let text else { return nil }
        guard let sid = SID(text, kind: .apiKey) else {
            report(keys, "api_key", "api_key: not an API key's SID (SK and 32 hexadecimal digits)")
            return nil
        }
        return sid
    }

    /// The secret that a key points at; one that stands in the file itself is refused, and not shown.
    private mutating func secret(_ keys: YAMLNode, _ key: String) -> Secret? {
        guard let node = keys[key], node.mapping != nil else {
            report(keys, key, "\(key): give { env: NAME } or { file: PATH }, not the secret itself")
            return nil
        }
        guard let places = map(node, key, allowing: ["env", "file"]) else { return nil }
        let reference: SecretReference
        switch (text(places, "env"), text(places, "file")) {
        case (let name?, nil): reference = .environment(name)
        case (nil, let path?): reference = .file(path)
        default:
            report(keys, key, "\(key): give either { env: NAME } or { file: PATH }")
            return nil
        }
        do throws(SecretReference.Failure) {
            let found = try reference.resolve(environment: environment, directory: directory)
            if let warning = found.warning {
                warnings.append("\(path):\(lines.line(of: node.offset)): \(key): \(warning)")
            }
            return found.secret
        } catch {
            report(keys, key, "\(key): \(error.reason)")
            return nil
        }
    }

    private mutating func endpoint(_ keys: YAMLNode, ignoresRegion: Bool) -> ProxyEndpoint? {
        let region = text(keys, "region")
        let edge = text(keys, "edge")
        if let endpoint {
            if !ignoresRegion, region != nil || edge != nil {
                report(
                    keys, region == nil ? "edge" : "region", "region and edge mean nothing beside a base_url")
            }
            return endpoint
        }
        do throws(ProxyAPIError) {
            return try ProxyEndpoint(region: region, edge: edge)
        } catch {
            report(keys, region == nil ? "edge" : "region", error.message)
            return nil
        }
    }

    private mutating func flag(_ keys: YAMLNode, _ key: String, default value: Bool) -> Bool {
        guard let text = text(keys, key) else { return value }
        switch text {
        case "true": return true
        case "false": return false
        default:
            report(keys, key, "\(key): give true or false")
            return value
        }
    }

    /// The text of a key; nil where the key is absent, or reported.
    private mutating func text(_ keys: YAMLNode, _ key: String) -> String? {
        guard let node = keys[key] else { return nil }
        guard let text = node.written, !text.isEmpty else {
            report(keys, key, "\(key): give a text")
            return nil
        }
        return text
    }

    /// The keys of a mapping, each of which must be allowed; nil where it is no mapping.
    private mutating func map(_ node: YAMLNode, _ name: String, allowing allowed: [String]) -> YAMLNode? {
        guard let entries = node.mapping else {
            report(node, nil, "\(name): give keys with values; the keys are \(allowed.joined(separator: ", "))")
            return nil
        }
        for entry in entries where !allowed.contains(entry.key) {
            let text = entry.key
            // A key that is not like a key may be a secret in the wrong place.
            let isShown =
                text.utf8.count <= 40 && !text.isEmpty
                && text.utf8.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "_") }
            let meant = Spelling.nearest(to: text, among: allowed).map { "did you mean \($0)?" }
            let remark = meant ?? "the keys are \(allowed.joined(separator: ", "))"
            problems.append((entry.keyOffset, "unknown key\(isShown ? " \(text)" : ""); \(remark)"))
        }
        return node
    }

    /// Reports a problem of a key, or of the mapping as a whole.
    private mutating func report(_ mapping: YAMLNode, _ key: String?, _ text: String) {
        problems.append((key.flatMap(mapping.entry)?.keyOffset ?? mapping.offset, text))
    }
}
