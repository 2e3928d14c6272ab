extension Scan {
    /// Finds national identification numbers: structure and check digits of a country's scheme, and a word beside it that says
    /// so, or punctuation or letters that hardly anything else has.
    ///
    /// One bare number of eleven digits in three has the right check digit of some scheme, so that bare digits count only beside
    /// the name of theirs, or beside a general one such as `national id`.
    /// - Complexity: O(*n*).
    mutating func findNationalIDs() {
        // No number begins with seven letters, and none of six characters has letters only.
        guard features.digits > 0,
            features.hints.contains(.nationalID) || features.digits >= NationalIDIndex.shared.lone.fewestDigits
        else { return }
        var position = 0
        // Where no word names a number, the other letters and digits need not be looked at.
        var starts = features.hints.contains(.nationalID) ? features.classes.words : loneStarts()
        while let start = next(from: position, of: starts) {
            position = start
            let unit = units[position]
            guard unit.isWordCharacter else {
                position += 1
                continue
            }
            if claims[position] == .identifier {
                let end = self.end(ofIdentifierAt: position)
                if end - position > NationalIDScheme.longest {
                    position = end
                    continue
                }
            }
            let end = unit.isDigit ? end(from: position, while: \.isDigit) : end(from: position, while: \.isLetter)
            let best =
                unit.isDigit ? nationalID(from: position) : nationalID(startingInLetters: position..<end)
            guard let best else {
                position = end
                continue
            }
            found(
                .nationalID, best.range, confidence: best.confidence, reason: best.reason,
                masked: Masks.nationalID(country: best.country))
            position = max(end, best.range.upperBound)
            // It may end inside of a run.
            starts = features.classes.words
        }
    }

    /// Where a number may begin that no word names: at the first letters or digits of a form, with as many behind them, joined by no more
    /// than a separator each.
    private func loneStarts() -> UInt64 {
        let (words, digits) = (features.classes.words, features.classes.digits)
        let signs = features.classes.signs & words << 1 & words >> 1
        let joined = words | UnitClasses.places(of: signs, in: units, where: Self.isNationalIDSeparator)
        let (lone, identifiers) = (NationalIDIndex.shared.lone, longIdentifiers())
        var (starts, position) = (UInt64(0), 0)
        while let run = UnitClasses.nextRun(of: joined, from: position) {
            position = run.upperBound
            let bits = UnitClasses.bits(run)
            if run.count >= lone.fewestCharacters, (digits & bits).nonzeroBitCount >= lone.fewestDigits {
                starts |= loneStarts(in: run, without: identifiers, lone)
            }
        }
        // What touches an identifier may begin one too.
        return starts | words & identifiers << 1 & ~identifiers
    }

    /// The units of identifiers that are longer than any number, counted from the first letters or digits that begin in them.
    private func longIdentifiers() -> UInt64 {
        let (letters, digits) = (features.classes.letters, features.classes.digits)
        let firsts = letters & ~(letters << 1) | digits & ~(digits << 1)
        var (long, position) = (UInt64(0), 0)
        while let run = UnitClasses.nextRun(of: claims.identifiers, from: position) {
            position = run.upperBound
            let bits = UnitClasses.bits(run)
            if run.upperBound - (firsts & bits).trailingZeroBitCount > NationalIDScheme.longest { long |= bits }
        }
        return long
    }

    /// The first of the letters or digits at which a number may begin among those of `run`, which separators join.
    private func loneStarts(in run: Range<Int>, without identifiers: UInt64, _ lone: LoneForms) -> UInt64 {
        let (letters, digits) = (features.classes.letters, features.classes.digits)
        var starts: UInt64 = 0
        var rest = UnitClasses.bits(run) & features.classes.words & ~identifiers
        while rest != 0 {
            let start = rest.trailingZeroBitCount
            let isLetter = letters >> UInt64(start) & 1 == 1
            let end = start + (~((isLetter ? letters : digits) >> UInt64(start))).trailingZeroBitCount
            let digitsLeft = (digits & rest).nonzeroBitCount
            rest &= ~UnitClasses.bits(start..<end)
            // Letters behind a digit begin none.
            if isLetter, unit(start - 1).isDigit { continue }
            let follower: LoneForms.Following =
                end >= run.upperBound
                ? .nothing
                : (letters | digits) >> UInt64(end) & 1 == 1
                    ? .other : letters >> UInt64(end + 1) & 1 == 1 ? .partedLetter : .partedDigit
            // The last ones of some letters may begin a number too that goes on in a digit.
            let shortest = isLetter && follower == .other ? 1 : end - start
            let longest = isLetter ? min(end - start, Self.leadingLetters) : end - start
            guard shortest <= longest else { continue }
            let mayBegin = (shortest...longest).contains {
                lone.mayBegin(
                    $0, isLetter: isLetter, follower, digits: digitsLeft, characters: run.upperBound - start)
            }
            if mayBegin { starts |= 1 << UInt64(start) }
        }
        return starts
    }

    /// Whether the digits at `range` are a national identification number beside its name.
    func isNamedNationalID(_ range: Range<Int>) -> Bool {
        guard let best = nationalID(from: range.lowerBound) else { return false }
        return best.range == range && best.isNamed
    }

    private struct NationalID {
        var range: Range<Int>
        var country: StaticString
        var confidence: Double
        var reason: String
        /// Whether a word for this very scheme stands beside it.
        var isNamed: Bool
    }

    /// The most letters that a number begins with.
    static let leadingLetters = 6
    /// The most separators inside of a number.
    private static let separatorLimit = 7

    /// The number that starts in a run of letters: with all of them, or with the last ones if a word is glued to it.
    private func nationalID(startingInLetters run: Range<Int>) -> NationalID? {
        guard !unit(run.lowerBound - 1).isDigit else { return nil }
        let next = unit(run.upperBound)
        let isFollowed = next.isDigit || (Self.isNationalIDSeparator(next) && unit(run.upperBound + 1).isWordCharacter)
        guard isFollowed else { return nil }
        if run.count <= Self.leadingLetters, let best = nationalID(from: run.lowerBound) { return best }
        guard next.isDigit else { return nil }
        for count in stride(from: min(run.count - 1, Self.leadingLetters), to: 0, by: -1) {
            if let best = nationalID(from: run.upperBound - count) { return best }
        }
        return nil
    }

    private static func isNationalIDSeparator(_ unit: Unit) -> Bool {
        switch unit {
        case .hyphen, .underscore, .dot, .space, .slash, .plus, Unit(ascii: "("): true
        default: false
        }
    }

    /// The end of what has been claimed as an identifier at `index`.
    private func end(ofIdentifierAt index: Int) -> Int {
        var end = index
        while end < units.count, claims[end] == .identifier { end += 1 }
        return end
    }

    /// A candidate in the course of being read.
    private struct Candidate {
        var start: Int
        var end: Int
        var number = NationalIDNumber()
        var letters: UInt32 = 0
        var breaks: UInt32 = 0
        /// As ``NationalIDForm`` has them.
        var separators: UInt64 = 0
        /// Whether a word runs into it.
        var isGlued: Bool

        var range: Range<Int> { start..<end }

        /// Whether `unit` is one of the separators.
        func isSeparated(by unit: Unit) -> Bool {
            (0..<breaks.nonzeroBitCount).contains { separators >> UInt64(8 * $0) & 0xFF == UInt64(unit) }
        }
    }

    private func nationalID(from start: Int) -> NationalID? {
        let before = unit(start - 1)
        guard before != .plus, features.hints.contains(.nationalID) || hasLoneForm(from: start) else { return nil }
        let startsWord = !before.isWordCharacter || (before.isLowercase && units[start].isUppercase)
        var candidate = Candidate(start: start, end: start, isGlued: !startsWord)
        var context: NationalIDContext?
        var best: (candidate: Candidate, scheme: Int, judgement: NationalIDJudgement)?
        var position = start
        // What has parts is none with a part of an identifier in it, as isFreeForNationalID tells.
        while candidate.number.count < NationalIDScheme.longest,
            candidate.breaks == 0 || claims[position] != .identifier
        {
            let unit = units[position]
            if unit.isLetter { candidate.letters |= 1 << UInt32(candidate.number.count) }
            candidate.number.append(unit.isLetter ? Int(unit | 0x20) - 87 : unit.digitValue)
            position += 1
            candidate.end = position
            if candidate.number.count >= NationalIDScheme.shortest, let endsWord = endsNationalID(position) {
                candidate.isGlued = !startsWord || !endsWord
                if let (scheme, judgement) = judge(candidate, &context),
                    judgement.confidence >= best?.judgement.confidence ?? 0
                {
                    best = (candidate, scheme, judgement)
                }
            }
            let next = self.unit(position)
            if Self.isNationalIDSeparator(next) {
                let place = candidate.breaks.nonzeroBitCount
                guard place < Self.separatorLimit else { break }
                candidate.separators |= UInt64(next) << UInt64(8 * place)
                candidate.breaks |= 1 << UInt32(candidate.number.count)
                position += 1
            }
            // No number begins with seven letters.
            guard self.unit(position).isWordCharacter, candidate.letters & 0x7F != 0x7F else { break }
        }
        guard let best else { return nil }
        let scheme = NationalIDScheme.all[best.scheme]
        let closes = unit(best.candidate.end) == Unit(ascii: ")") && best.candidate.isSeparated(by: Unit(ascii: "("))
        return NationalID(
            range: start..<best.candidate.end + (closes ? 1 : 0), country: scheme.country,
            confidence: best.judgement.confidence, reason: "\(scheme.name), \(best.judgement.reason)",
            isNamed: best.judgement.isNamed)
    }

    /// Whether what starts at `start` has a form in which a number may be found that no word names.
    private func hasLoneForm(from start: Int) -> Bool {
        let lone = NationalIDIndex.shared.lone
        var (state, count, isParted) = (LoneForms.State.start, 0, false)
        var position = start
        let isShort = features.hasClasses
        let (letters, words) = (features.classes.letters, features.classes.words)
        while count < NationalIDScheme.longest,
            isShort ? words >> UInt64(position) & 1 == 1 : unit(position).isWordCharacter
        {
            let isLetter = isShort ? letters >> UInt64(position) & 1 == 1 : units[position].isLetter
            state = lone.following(state, isLetter: isLetter, isParted: isParted)
            if state.isEmpty { return false }
            count += 1
            position += 1
            if state.isWhole, endsNationalID(position) != nil { return true }
            isParted = Self.isNationalIDSeparator(unit(position))
            if isParted { position += 1 }
        }
        return false
    }

    /// Whether a number may end before `index`, and if so, whether no word runs on from it.
    private func endsNationalID(_ index: Int) -> Bool? {
        let (last, next) = (units[index - 1], unit(index))
        if !next.isWordCharacter { return true }
        guard next.isLetter else { return nil }
        if last.isDigit { return unit(index + 1).isLetter ? false : nil }
        return last.isLowercase && next.isUppercase ? true : nil
    }

    /// The most convincing of the schemes that `candidate` fits; reads the words before it once, when they are first needed.
    private func judge(
        _ candidate: Candidate, _ before: inout NationalIDContext?
    ) -> (scheme: Int, judgement: NationalIDJudgement)? {
        let index = NationalIDIndex.shared
        let mayBeNamed = features.hints.contains(.nationalID)
        var best: (scheme: Int, judgement: NationalIDJudgement)?
        var context: NationalIDContext?
        for place in index.ranges[candidate.number.count] where index.entries[place].admits(candidate.letters) {
            guard mayBeNamed || index.entries[place].mayStandAlone else { continue }
            let scheme = index.entries[place].scheme
            let style = index.style(breaks: candidate.breaks, separators: candidate.separators, entry: place)
            guard mayBeNamed || style.mayStandAlone else { continue }
            let names = NationalIDMeaning([.general, .identity, NationalIDMeaning(scheme: scheme)])
            if let context, !style.mayStandAlone, context.all.isDisjoint(with: names) { continue }
            // Most numbers are none by their digits, so that no words need be looked up.
            let proof = index.entries[place].check(candidate.number)
            guard proof > .wrong else { continue }
            if context == nil {
                guard isFreeForNationalID(candidate) else { return nil }
                let known = before ?? nationalIDContext(before: candidate.start)
                before = known
                context = known
                context?.formUnion(nationalIDContext(after: candidate.end))
            }
            guard let context, style.mayStandAlone || !context.all.isDisjoint(with: names) else { continue }
            let judgement = NationalIDJudgement(
                proof: proof, style: style, context: context, scheme: scheme, stand: stand(of: candidate))
            // What is an example of one scheme is no number of another.
            if proof == .sample, judgement.confidence > 0 { return (scheme, judgement) }
            if !judgement.isNamed, isLikeHash(candidate) { continue }
            if judgement.confidence > best?.judgement.confidence ?? 0 { best = (scheme, judgement) }
        }
        return best
    }

    /// Whether no match, and no identifier but one that is wholly the candidate, with its name or not, has been recognized
    /// there: short numbers with a letter from A to F look like hashes.
    private func isFreeForNationalID(_ candidate: Candidate) -> Bool {
        if holds(.match, in: candidate.range) { return false }
        guard holds(.identifier, in: candidate.range) else { return true }
        let isWhole =
            (candidate.start == 0 || claims[candidate.start - 1] != .identifier || candidate.isGlued)
            && (candidate.end == units.count || claims[candidate.end] != .identifier)
        return isWhole && candidate.breaks == 0
            && (candidate.letters != 0 || candidate.isGlued || candidate.number.count == NationalIDScheme.longest)
    }

    /// Whether the candidate is one of the hex digits that hashes are written in: nobody writes the letters of such numbers small.
    private func isLikeHash(_ candidate: Candidate) -> Bool {
        holds(.identifier, in: candidate.range) && units[candidate.range].contains(where: \.isLowercase)
    }

    /// Whether a year of four digits and a blank stand before `index`, as against the first part of a telephone number.
    private func followsYear(_ index: Int) -> Bool {
        let century = (unit(index - 5), unit(index - 4))
        let isCentury = century == (Unit(ascii: "2"), .zero) || century == (Unit(ascii: "1"), Unit(ascii: "9"))
        return unit(index - 1) == .space && isCentury && unit(index - 3).isDigit && unit(index - 2).isDigit
            && !unit(index - 6).isWordCharacter && unit(index - 6) != .plus
    }

    /// What stands around the candidate, apart from words.
    private func stand(of candidate: Candidate) -> NationalIDJudgement.Stand {
        var stand: NationalIDJudgement.Stand = []
        if candidate.isGlued { stand.insert(.glued) }
        if candidate.letters == 0 { stand.insert(.decimal) }
        if candidate.number[0] == 0, candidate.number[1] == 0, candidate.breaks & 0x3F != 0 {
            stand.insert(.international)
        }
        if holds(.version, in: candidate.range) { stand.insert(.version) }
        if holds(.time, in: candidate.range) { stand.insert(.time) }
        let (before, after) = (unit(candidate.start - 1), unit(candidate.end))
        let isOwn = candidate.breaks == 0
        if unit(candidate.start - 2).isDigit, !before.isLetter, isOwn || !followsYear(candidate.start) {
            let parts = before == .underscore || before == .slash
            if !parts || isOwn || candidate.isSeparated(by: before) { stand.insert(.continued) }
        }
        if unit(candidate.end + 1).isDigit, !after.isLetter {
            let parts = after == .underscore || after == .space || after == .slash
            if !parts || isOwn || candidate.isSeparated(by: after) { stand.insert(.continued) }
        }
        return stand
    }
}
