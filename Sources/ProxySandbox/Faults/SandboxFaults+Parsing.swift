import ServiceModel
internal import Text

/// The text form of a rule: `ACCOUNT:KIND[@AFTER][*COUNT]`, as in `any:delay=250ms` or `AC…:429+2@1*3`.
extension SandboxFaults {
    /// Reads one rule for each text, keeping their order.
    ///
    /// - Throws: `.invalidFault`, naming the text and what is wrong with it.
    package static func parse(_ texts: [String]) throws(SandboxError) -> SandboxFaults {
        var rules: [Rule] = []
        for text in texts { rules.append(try Rule(text)) }
        return SandboxFaults(rules)
    }

    /// What a rule's text may be, for help texts.
    package static var syntax: String {
        """
        ACCOUNT:KIND[@AFTER][*COUNT], where ACCOUNT is an account SID or any; KIND is 429, 503 (either with +SECONDS or \
        +none for Retry-After), 500, close, delay=TIME (250ms, 2s), truncate, foreign-account, repeat-next, \
        foreign-next or restricted; AFTER requests pass unharmed first; COUNT are harmed (all, if left out)
        """
    }
}

extension SandboxFaults.Rule {
    /// Reads `ACCOUNT:KIND[@AFTER][*COUNT]`.
    ///
    /// - Throws: `.invalidFault`, naming the text and what is wrong with it.
    package init(_ text: String) throws(SandboxError) {
        func refuse(_ reason: String) -> SandboxError {
            // A text that came from somewhere else may hold anything: only what cannot disturb a terminal is shown.
            let shown = String(text.unicodeScalars.prefix(80).filter { (0x20..<0x7F).contains($0.value) })
            return SandboxError(
                code: .invalidFault, message: "fault '\(shown)': \(reason); expected \(SandboxFaults.syntax)")
        }
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { throw refuse("there is no ':'") }
        let owner = String(text[..<colon])
        var rest = text[text.utf8.index(after: colon)...]
        var account: SID?
        if owner != "any" {
            account = SID(owner, kind: .account)
            guard account != nil else { throw refuse("the account is neither an account SID nor any") }
        }
        func number(after mark: Unicode.Scalar, least: Int) throws(SandboxError) -> Int? {
            guard let place = rest.utf8.lastIndex(of: UInt8(ascii: mark)) else { return nil }
            let digits = rest[rest.utf8.index(after: place)...]
            guard let number = SandboxFaults.Rule.wholeNumber(digits), number >= least else {
                throw refuse("'\(mark)' is not followed by a number of \(least) or more")
            }
            rest = rest[..<place]
            return number
        }
        let count = try number(after: "*", least: 1)
        let after = try number(after: "@", least: 0) ?? 0
        guard let kind = SandboxFaults.Kind(rest) else { throw refuse("the kind is unknown") }
        self.init(account: account, kind: kind, after: after, count: count)
    }

    /// Up to nine decimal digits and nothing else.
    fileprivate static func wholeNumber(_ text: some StringProtocol) -> Int? {
        guard (1...9).contains(text.utf8.count),
            text.utf8.allSatisfy({ $0.isDigit })
        else { return nil }
        return Int(text)
    }
}

extension SandboxFaults.Kind {
    fileprivate init?(_ text: Substring) {
        if let plus = text.utf8.firstIndex(of: UInt8(ascii: "+")) {
            let argument = text[text.utf8.index(after: plus)...]
            let seconds = SandboxFaults.Rule.wholeNumber(argument)
            guard seconds != nil || argument == "none" else { return nil }
            switch text[..<plus] {
            case "429": self = .tooManyRequests(retryAfter: seconds)
            case "503": self = .unavailable(retryAfter: seconds)
            default: return nil
            }
            return
        }
        if let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
            guard text[..<equals] == "delay", let time = Self.time(text[text.utf8.index(after: equals)...]) else {
                return nil
            }
            self = .delay(time)
            return
        }
        switch text {
        case "429": self = .tooManyRequests(retryAfter: 1)
        case "500": self = .serverError
        case "503": self = .unavailable(retryAfter: nil)
        case "close": self = .closedConnection
        case "truncate": self = .truncatedBody
        case "foreign-account": self = .foreignAccount
        case "repeat-next": self = .repeatedNextLink
        case "foreign-next": self = .foreignNextLink
        case "restricted": self = .creationRestricted
        default: return nil
        }
    }

    private static func time(_ text: Substring) -> Duration? {
        if text.hasSuffix("ms") {
            return SandboxFaults.Rule.wholeNumber(text.dropLast(2)).map { .milliseconds($0) }
        }
        guard text.hasSuffix("s") else { return nil }
        return SandboxFaults.Rule.wholeNumber(text.dropLast()).map { .seconds($0) }
    }
}
