extension Scan {
    /// Finds mailboxes at domains: everything that may stand in a mailbox's name, `@`, and a domain with a top-level domain.
    ///
    /// The domain ends where its last known top-level domain does, so that `j.doe@acme.io-prod` is read rightly.
    /// The name and password of a URL (`https://user:secret@host.io`) are no mailbox.
    /// - Complexity: O(*n*): no unit is read for more than the two `@` around it.
    mutating func findEmails() {
        guard features.has(.at), features.has(.dot) else { return }
        var at = 0
        while at < units.count {
            guard units[at] == .at else {
                at += 1
                continue
            }
            let end = findEmail(around: at)
            at = max(end, at + 1)
        }
    }

    /// Records the mailbox around the `@` at `at`, if there is one; gives the index to go on from.
    private mutating func findEmail(around at: Int) -> Int {
        guard let local = mailboxName(before: at), !isURLCredential(before: local.lowerBound),
            let domain = EmailDomain(units, from: at + 1),
            !holds(.match, in: local.lowerBound..<domain.range.upperBound)
        else { return at + 1 }
        let (confidence, reason) = judgement(of: local, at: domain)
        found(
            .email, local.lowerBound..<domain.range.upperBound, confidence: confidence, reason: reason,
            masked: Masks.email(local: units[local], topLevelDomain: units[domain.topLevel]))
        return domain.range.upperBound
    }

    private func judgement(of local: Range<Int>, at domain: EmailDomain) -> (Double, String) {
        let name = word(local.lowerBound..<local.upperBound)
        if RoleMailboxes.contain(name) { return (0.3, "mailbox of a role, not of a person") }
        if holds(.identifier, in: local) { return (0.4, "mailbox named by an identifier") }
        return switch domain.standing {
        case .known: (0.97, "mailbox at a domain")
        case .special: (0.6, "mailbox at a private or reserved domain")
        case .numeric: (0.3, "mailbox at what may be a version")
        case .file: (0.4, "mailbox at what may be a file")
        case .unknown: (0.4, "mailbox at a domain without a known top-level domain")
        }
    }

    /// The range of the mailbox's name that ends before `at`; the mailbox may be quoted, which is then part of the range.
    private func mailboxName(before at: Int) -> Range<Int>? {
        if unit(at - 1) == Unit(ascii: "\"") { return quotedMailboxName(before: at) }
        // Text in a script without spaces may touch a mailbox: only the script that stands at the `@` belongs to it.
        let takesOtherLetters = unit(at - 1).isOtherLetter
        var start = at
        while start > 0, isMailboxCharacter(units[start - 1]) || (takesOtherLetters && units[start - 1].isOtherLetter) {
            start -= 1
        }
        while start < at, !units[start].isWordCharacter, !units[start].isOtherLetter { start += 1 }
        return start < at ? start..<at : nil
    }

    /// The longest mailbox name (RFC 5321, section 4.5.3.1.1), with its quotes.
    private static let quotedNameLimit = 66

    private func quotedMailboxName(before at: Int) -> Range<Int>? {
        let farthest = max(0, at - Self.quotedNameLimit)
        var start = at - 2
        while start >= farthest, units[start] != Unit(ascii: "\""), units[start] != .at { start -= 1 }
        guard start >= farthest, start < at - 2, units[start] == Unit(ascii: "\"") else { return nil }
        return start..<at
    }

    /// Letters, digits and those signs that stand in real mailboxes; the others of RFC 5322 part words in names.
    private func isMailboxCharacter(_ unit: Unit) -> Bool {
        switch unit {
        case .dot, .underscore, .hyphen, .plus, Unit(ascii: "'"), Unit(ascii: "&"): true
        default: unit.isWordCharacter
        }
    }

    /// How far back a URL's `://` is looked for.
    private static let credentialLimit = 64

    /// Whether what ends at `index` is the name or password of a URL.
    private func isURLCredential(before index: Int) -> Bool {
        let farthest = max(0, index - Self.credentialLimit)
        var position = index
        while position > farthest {
            let unit = unit(position - 1)
            if unit == .slash {
                return self.unit(position - 2) == .slash && self.unit(position - 3) == .colon
            }
            guard unit == .colon || isMailboxCharacter(unit) else { return false }
            position -= 1
        }
        return false
    }
}
