extension Scan {
    /// Finds handles of persons after `@` or after the name of a network (`ig: maria.garcia88`), and profiles' addresses.
    ///
    /// Handles of brands, teams and services are told by their words; npm scopes (`@scope/package`) and what follows a name
    /// (`image@1.2`) are none.
    /// - Complexity: O(*n*).
    mutating func findSocialHandles() {
        findProfiles()
        guard mayHoldHandle else { return }
        var index = 0
        while index < units.count {
            let isSign = units[index] == .at
            guard
                isSign || units[index] == .colon || units[index] == Unit(ascii: "=") || units[index] == .space
                    || units[index] == .hyphen || units[index] == .underscore
            else {
                index += 1
                continue
            }
            index = isSign ? findHandle(afterSign: index) : findHandle(afterNetwork: index)
        }
    }

    /// Whether there is a sign that handles stand after, or the name of a network and a handle that a sign shows or that has more than
    /// letters.
    private var mayHoldHandle: Bool {
        if features.has(.at) { return true }
        guard features.hints.contains(.network) else { return false }
        if features.has(.colon) || features.has(Unit(ascii: "=")) { return true }
        return (features.digits > 0 || features.has(.underscore) || features.has(.dot))
    }

    /// A handle that is longer is the start of something else.
    private static let handleLimit = 31

    /// Where the handle that starts at `start` ends, without dots and underscores at its end: letters, digits, `_` and `.`.
    func handleEnd(from start: Int, hyphens: Bool = false) -> Int? {
        var end = start
        while end < start + Self.handleLimit, isHandleCharacter(unit(end)) || (hyphens && unit(end) == .hyphen) {
            end += 1
        }
        guard end < start + Self.handleLimit else { return nil }
        while end > start, units[end - 1] == .dot || units[end - 1] == .hyphen { end -= 1 }
        return end - start >= 3 ? end : nil
    }

    private func isHandleCharacter(_ unit: Unit) -> Bool { unit.isWordCharacter || unit == .underscore || unit == .dot }

    /// Judges the `@` at `index`; gives the index to go on from.
    private mutating func findHandle(afterSign index: Int) -> Int {
        let before = unit(index - 1)
        // Anything that touches the sign makes it a mailbox, an image's version or a URL's password.
        guard !before.isWordCharacter, before != .dot, before != .at, before != .plus, claims[index] == .none,
            let end = handleEnd(from: index + 1)
        else { return index + 1 }
        let after = unit(end)
        guard after != .at, !isScope(from: end), !after.isOtherLetter,
            !(after == .colon && unit(end + 1).isDigit), !endsInTopLevelDomain(index + 1..<end), !isTaken(index..<end)
        else { return end }
        let hasNetwork = hasNetwork(before: index)
        // A hyphen joins the handle to what a service is named by, but is no part of it.
        let shape = HandleShape(units[index + 1..<end])
        let (confidence, reason) =
            switch (hasNetwork, shape) {
            case (_, .service): (0.2, "handle made of words for services or brands")
            case (_, .number): (0.0, "")
            case (true, _): (0.95, "handle after '@' and the name of a network")
            case (false, .personal): (after == .hyphen ? 0.7 : 0.86, "handle after '@', with the shape of a person's")
            case (false, .word): (after == .hyphen ? 0.4 : 0.6, "handle after '@'")
            }
        guard confidence > 0 else { return end }
        found(
            .socialHandle, index..<end, confidence: confidence, reason: reason, masked: Masks.handle(of: nil))
        return end
    }

    /// Whether a slash and a name follow at `index` or after more words joined by hyphens, as in `@scope/package`.
    private func isScope(from index: Int) -> Bool {
        var end = index
        while end < index + Self.handleLimit, isHandleCharacter(unit(end)) || unit(end) == .hyphen { end += 1 }
        return unit(end) == .slash && unit(end + 1).isWordCharacter
    }

    /// Judges what follows the name of a network and the sign at `index`; gives the index to go on from.
    private mutating func findHandle(afterNetwork index: Int) -> Int {
        var start = index + 1
        if unit(start) == .space { start += 1 }
        let isExplicit = units[index] == .colon || units[index] == Unit(ascii: "=")
        guard unit(start).isWordCharacter, claims[index] == .none, unit(index - 1).isAnyLetter,
            hasNetwork(before: index), let end = handleEnd(from: start, hyphens: isExplicit), claims[start] == .none,
            isExplicit
                || units[start..<end].contains(where: { !$0.isLetter }) && !isCode(before: index)
                    && !isRandom(start..<end),
            !isTaken(start..<end)
        else { return index + 1 }
        let after = unit(end)
        guard after != .at, after != .slash, !after.isOtherLetter, !SocialNetworks.fillers.contains(units[start..<end]),
            !SocialNetworks.words.contains(units[start..<end]), !endsInTopLevelDomain(start..<end)
        else { return index + 1 }
        switch HandleShape(units[start..<end]) {
        case .personal where isExplicit:
            return handle(at: start..<end, confidence: 0.92, reason: "handle after the name of a network")
        case .personal where after != .hyphen:
            // Words joined by the same sign as the network's name are the words of a service as often.
            let isJoined = units[index] != .space && units[start..<end].contains(.underscore)
            if isJoined, !(unit(end - 1).isDigit && unit(end - 2).isDigit && unit(end - 3).isLetter) {
                return index + 1
            }
            return handle(
                at: start..<end, confidence: units[index] == .space ? 0.75 : 0.6,
                reason: "handle after the name of a network")
        case .word where isExplicit && after != .hyphen:
            return handle(
                at: start..<end, confidence: 0.7, reason: "word in place of a handle after the name of a network")
        default: return index + 1
        }
    }

    /// Whether a digit touches the letters before `index`, as in random tokens that end in a network's name by chance.
    private func isCode(before index: Int) -> Bool {
        var start = index
        while start > 0, index - start < Self.handleLimit, units[start - 1].isLetter { start -= 1 }
        return unit(start - 1).isDigit
    }

    /// Whether capitals, small letters and digits follow each other as they do in random tokens and in no handle.
    private func isRandom(_ range: Range<Int>) -> Bool {
        var changes = 0
        for index in range.dropFirst() {
            let (before, unit) = (units[index - 1], units[index])
            changes += before.isDigit != unit.isDigit || before.isLowercase && unit.isUppercase ? 1 : 0
        }
        return changes >= Self.changesOfTokens && units[range].contains { $0.isUppercase }
    }

    private static let changesOfTokens = 4

    private mutating func handle(at range: Range<Int>, confidence: Double, reason: String) -> Int {
        found(.socialHandle, range, confidence: confidence, reason: reason, masked: Masks.handle(of: nil))
        return range.upperBound
    }

    private func hasNetwork(before index: Int) -> Bool {
        if context(before: index, in: SocialNetworks.words) != nil { return true }
        guard let filler = context(before: index, in: SocialNetworks.fillers) else { return false }
        return context(before: filler.lowerBound, in: SocialNetworks.words) != nil
    }

    /// Whether `range` ends in a dot and a top-level domain, as a host does (`@acme.io`).
    private func endsInTopLevelDomain(_ range: Range<Int>) -> Bool {
        guard let dot = range.last(where: { units[$0] == .dot }), range.upperBound - dot <= 7 else { return false }
        return TopLevelDomains.isKnown(word(dot + 1..<range.upperBound))
            && !TopLevelDomains.isFamilyName(word(dot + 1..<range.upperBound))
    }
}
