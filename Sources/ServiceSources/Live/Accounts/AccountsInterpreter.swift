internal import ProxyAPI
internal import ServiceModel
internal import Yams

/// Turns the YAML of an accounts file into entries, and collects every problem on the way.
struct AccountsInterpreter {
    private let path: String
    /// What relative paths start from; empty, or with a trailing `/`.
    private let directory: String
    private let environment: [String: String]
    /// The endpoint of every account, where there is one for all.
    private var endpoint: ProxyEndpoint?
    private var problems: [(line: Int, text: String)] = []
    private(set) var warnings: [String] = []
    /// The line in which a SID or label was met first.
    private var lines: [String: Int] = [:]

    /// The keys of the file, of an account and of a parent.
    private enum Keys {
        static var file: [String] { ["accounts", "base_url", "api_base_url"] }
        static var shared: [String] { ["label", "auth_token", "api_key", "api_secret", "region", "edge"] }
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
        let root: Node?
        do {
            root = try Parser(yaml: yaml, encoding: .utf8).singleRoot()
        } catch {
            throw AccountsFileError(problems: [AccountsInterpreter.line(of: error, path: path)])
        }
        var entries: [AccountEntry] = []
        if let file = map(root, "the file", allowing: Keys.file, line: 1) {
            let isOverridden = endpoint != nil
            let fileEndpoint = baseEndpoint(file)
            if !isOverridden { endpoint = fileEndpoint }
            if case .sequence(let sequence)? = file.node("accounts"), !sequence.isEmpty {
                for node in sequence {
                    if let entry = entry(node, ignoresRegion: isOverridden) { entries.append(entry) }
                }
            } else {
                report(file.line, "accounts: give a list of at least one account")
            }
        }
        guard problems.isEmpty else {
            let sorted = problems.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            throw AccountsFileError(problems: sorted.map { "\(path):\($0.element.line): \($0.element.text)" })
        }
        return entries
    }

    private mutating func baseEndpoint(_ file: KeyedNodes) -> ProxyEndpoint? {
        let base = text(file, "base_url")
        let api = text(file, "api_base_url")
        guard let base else {
            if api != nil { report(file.line(of: "api_base_url"), "api_base_url: needs a base_url too") }
            return nil
        }
        do throws(ProxyAPIError) {
            return try ProxyEndpoint(baseURL: base, apiBaseURL: api)
        } catch {
            report(file.line(of: "base_url"), "base_url, api_base_url: \(error.message)")
            return nil
        }
    }

    private mutating func entry(_ node: Node, ignoresRegion: Bool) -> AccountEntry? {
        let line = node.mark?.line ?? 1
        let isParent =
            if case .mapping(let mapping) = node { mapping.contains { $0.key.scalar?.string == "parent" } } else {
                false
            }
        let allowed = isParent ? Keys.parent : Keys.account
        guard let keys = map(node, "an account", allowing: allowed, line: line) else { return nil }
        let problemsBefore = problems.count
        let sid = accountSID(keys, isParent ? "parent" : "sid")
        let label = label(keys)
        let credentials = credentials(keys, account: sid)
        let endpoint = endpoint(keys, ignoresRegion: ignoresRegion)
        let includesParent = isParent ? flag(keys, "include_parent", default: true) : true
        guard problems.count == problemsBefore, let sid, let credentials, let endpoint else { return nil }
        let source = LiveSource(label: label, accountSID: sid, credentials: credentials, endpoint: endpoint)
        return isParent
            ? .parent(SubaccountExpansion(parent: source, includesParent: includesParent)) : .account(source)
    }

    private mutating func accountSID(_ keys: KeyedNodes, _ key: String) -> SID? {
        guard keys.node(key) != nil else {
            report(keys.line, "\(key): missing; give the account's SID")
            return nil
        }
        guard let text = text(keys, key) else { return nil }
        guard let sid = SID(text, kind: .account) else {
            report(keys.line(of: key), "\(key): not an account SID (AC and 32 hexadecimal digits)")
            return nil
        }
        reportRepetition(of: "the account \(sid)", line: keys.line(of: key))
        return sid
    }

    private mutating func label(_ keys: KeyedNodes) -> String? {
        guard let label = text(keys, "label") else { return nil }
        let isPlain = label.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        guard isPlain, label.unicodeScalars.count <= 100 else {
            report(keys.line(of: "label"), "label: has control characters, or more than 100 characters")
            return nil
        }
        reportRepetition(of: "the label \(label)", line: keys.line(of: "label"))
        return label
    }

    private mutating func reportRepetition(of thing: String, line: Int) {
        if let first = lines[thing] {
            report(line, "\(thing) is there already, in line \(first)")
        } else {
            lines[thing] = line
        }
    }

    private mutating func credentials(_ keys: KeyedNodes, account: SID?) -> ProxyCredentials? {
        let hasToken = keys.node("auth_token") != nil
        let hasKey = keys.node("api_key") != nil
        let hasSecret = keys.node("api_secret") != nil
        switch (hasToken, hasKey, hasSecret) {
        case (true, false, false):
            guard let token = secret(keys, "auth_token"), let account else { return nil }
            return ProxyCredentials(user: account, password: token)
        case (false, true, true):
            let key = apiKey(keys)
            guard let secret = secret(keys, "api_secret"), let key else { return nil }
            return ProxyCredentials(user: key, password: secret)
        case (false, false, false):
            report(keys.line, "credentials are missing; give auth_token, or api_key and api_secret")
        case (true, _, _):
            report(keys.line(of: "auth_token"), "give auth_token, or api_key and api_secret, not both")
        case (false, true, false):
            report(keys.line(of: "api_key"), "api_key: needs an api_secret too")
        case (false, false, true):
            report(keys.line(of: "api_secret"), "api_secret: needs an api_key too")
        }
        return nil
    }

    /// An API key's SID is no secret, so that it may stand in the file itself.
    private mutating func apiKey(_ keys: KeyedNodes) -> SID? {
        let text: String?
        if case .scalar(let scalar)? = keys.node("api_key") {
            text = scalar.string
        } else {
            text = secret(keys, "api_key")?.revealed
        }
        guard let text else { return nil }
        guard let sid = SID(text, kind: .apiKey) else {
            report(keys.line(of: "api_key"), "api_key: not an API key's SID (SK and 32 hexadecimal digits)")
            return nil
        }
        return sid
    }

    /// The secret that a key points at; one that stands in the file itself is refused, and not shown.
    private mutating func secret(_ keys: KeyedNodes, _ key: String) -> Secret? {
        let line = keys.line(of: key)
        guard case .mapping? = keys.node(key) else {
            report(line, "\(key): give { env: NAME } or { file: PATH }, not the secret itself")
            return nil
        }
        guard let places = map(keys.node(key), key, allowing: ["env", "file"], line: line) else { return nil }
        let reference: SecretReference
        switch (text(places, "env"), text(places, "file")) {
        case (let name?, nil): reference = .environment(name)
        case (nil, let path?): reference = .file(path)
        default:
            report(line, "\(key): give either { env: NAME } or { file: PATH }")
            return nil
        }
        do throws(SecretReference.Failure) {
            let found = try reference.resolve(environment: environment, directory: directory)
            if let warning = found.warning { warnings.append("\(path):\(line): \(key): \(warning)") }
            return found.secret
        } catch {
            report(line, "\(key): \(error.reason)")
            return nil
        }
    }

    private mutating func endpoint(_ keys: KeyedNodes, ignoresRegion: Bool) -> ProxyEndpoint? {
        let region = text(keys, "region")
        let edge = text(keys, "edge")
        if let endpoint {
            if !ignoresRegion, region != nil || edge != nil {
                report(
                    keys.line(of: region == nil ? "edge" : "region"), "region and edge mean nothing beside a base_url")
            }
            return endpoint
        }
        do throws(ProxyAPIError) {
            return try ProxyEndpoint(region: region, edge: edge)
        } catch {
            report(keys.line(of: region == nil ? "edge" : "region"), error.message)
            return nil
        }
    }

    private mutating func flag(_ keys: KeyedNodes, _ key: String, default value: Bool) -> Bool {
        guard let text = text(keys, key) else { return value }
        switch text {
        case "true": return true
        case "false": return false
        default:
            report(keys.line(of: key), "\(key): give true or false")
            return value
        }
    }

    /// The text of a key; nil where the key is absent, or reported.
    private mutating func text(_ keys: KeyedNodes, _ key: String) -> String? {
        switch keys.node(key) {
        case nil: return nil
        case .scalar(let scalar)? where !scalar.string.utf8.isEmpty: return scalar.string
        default:
            report(keys.line(of: key), "\(key): give a text")
            return nil
        }
    }

    /// The keys of a mapping, each of which must be allowed; nil where it is no mapping.
    private mutating func map(_ node: Node?, _ name: String, allowing allowed: [String], line: Int) -> KeyedNodes? {
        guard case .mapping(let mapping)? = node else {
            report(line, "\(name): give keys with values; the keys are \(allowed.joined(separator: ", "))")
            return nil
        }
        for (key, _) in mapping {
            let text = key.scalar?.string ?? ""
            guard !allowed.contains(text) else { continue }
            // A key that is not like a key may be a secret in the wrong place.
            let isShown =
                text.utf8.count <= 40 && !text.isEmpty
                && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 == 0x5F }
            let meant = Spelling.nearest(to: text, among: allowed).map { "did you mean \($0)?" }
            report(
                key.mark?.line ?? line,
                "unknown key\(isShown ? " \(text)" : ""); \(meant ?? "the keys are \(allowed.joined(separator: ", "))")"
            )
        }
        return KeyedNodes(mapping: mapping, line: line)
    }

    private mutating func report(_ line: Int, _ text: String) {
        problems.append((line, text))
    }

    /// One line about YAML that cannot be read. The library's own descriptions quote the file, which may hold a secret.
    private static func line(of error: any Error, path: String) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
            .composer(_, let problem, let mark, _)?:
            "\(path):\(mark.line): not YAML: \(problem)"
        case .duplicatedKeysInMapping(_, let context)?:
            "\(path):\(context.mark.line): a key is there twice"
        default:
            "\(path): not YAML"
        }
    }
}

/// The values of a mapping by their keys.
private struct KeyedNodes {
    private let mapping: Node.Mapping
    /// The line on which the mapping begins.
    let line: Int

    init(mapping: Node.Mapping, line: Int) {
        self.mapping = mapping
        self.line = line
    }

    func node(_ key: String) -> Node? {
        mapping.first { $0.key.scalar?.string == key }?.value
    }

    /// The line of a key, or of the mapping where it is absent.
    func line(of key: String) -> Int {
        mapping.first { $0.key.scalar?.string == key }?.key.mark?.line ?? line
    }
}
