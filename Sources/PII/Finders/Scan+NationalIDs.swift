extension Scan {
    /// Finds national identification numbers: structure and check digits of a country's scheme, and a word beside it that says
    /// so, or punctuation or letters that hardly anything else has.
    ///
    /// One bare number of eleven digits in three has the right check digit of some scheme, so that bare digits count only beside
    /// the name of theirs, or beside a general one such as `national id`.
    /// - Complexity: O(*n*).
    mutating func findNationalIDs() {
        var position = 0
        while position < units.count {
            let unit = units[position]
            guard unit.isWordCharacter else {
                position += 1
                continue
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
        }
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
    private static let leadingLetters = 6
    /// The most separators inside of a number.
    private static let separatorLimit = 7

    /// The number that starts in a run of letters: with all of them, or with the last ones if a word is glued to it.
    private func nationalID(startingInLetters run: Range<Int>) -> NationalID? {
        guard !unit(run.lowerBound - 1).isDigit else { return nil }
        let next = unit(run.upperBound)
        let isFollowed = next.isDigit || (isNationalIDSeparator(next) && unit(run.upperBound + 1).isWordCharacter)
        guard isFollowed else { return nil }
        if run.count <= Self.leadingLetters, let best = nationalID(from: run.lowerBound) { return best }
        guard next.isDigit || unit(run.upperBound + 1).isDigit else { return nil }
        for count in stride(from: min(run.count - 1, Self.leadingLetters), to: 0, by: -1) {
            if let best = nationalID(from: run.upperBound - count) { return best }
        }
        return nil
    }

    private func isNationalIDSeparator(_ unit: Unit) -> Bool {
        switch unit {
        case .hyphen, .underscore, .dot, .space, .slash, .plus, Unit(ascii: "("): true
        default: false
        }
    }

    /// A candidate in the course of being read.
    private struct Candidate {
        var start: Int
        var end: Int
        /// The letters and digits, as ``NationalIDNumber`` has them.
        var values: [UInt8] = []
        var letters: UInt32 = 0
        var breaks: UInt32 = 0
        var separators: [Unit] = []
        /// Whether a word runs into it.
        var isGlued: Bool

        var range: Range<Int> { start..<end }
    }

    private func nationalID(from start: Int) -> NationalID? {
        let before = unit(start - 1)
        guard before != .plus else { return nil }
        let startsWord = !before.isWordCharacter || (before.isLowercase && units[start].isUppercase)
        var candidate = Candidate(start: start, end: start, isGlued: !startsWord)
        var context: NationalIDContext?
        var best: NationalID?
        var position = start
        while candidate.values.count < NationalIDScheme.longest {
            let unit = units[position]
            if unit.isLetter { candidate.letters |= 1 << UInt32(candidate.values.count) }
            candidate.values.append(UInt8(unit.isLetter ? (unit | 0x20) - 87 : unit - 48))
            position += 1
            candidate.end = position
            let next = self.unit(position)
            if candidate.values.count >= NationalIDScheme.shortest, candidate.letters != 0x3F,
                let endsWord = endsNationalID(position)
            {
                candidate.isGlued = !startsWord || !endsWord
                if let found = judge(candidate, &context), found.confidence >= best?.confidence ?? 0 { best = found }
            }
            if isNationalIDSeparator(next), candidate.separators.count < Self.separatorLimit {
                candidate.breaks |= 1 << UInt32(candidate.values.count)
                candidate.separators.append(next)
                position += 1
            }
            guard self.unit(position).isWordCharacter, candidate.letters & 0x7F != 0x7F else { break }
        }
        return best
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
    private func judge(_ candidate: Candidate, _ before: inout NationalIDContext?) -> NationalID? {
        var best: NationalID?
        var context: NationalIDContext?
        for entry in NationalIDScheme.entries[candidate.values.count] where entry.forms[0].admits(candidate.letters) {
            let scheme = NationalIDScheme.all[entry.scheme]
            let proof = scheme.check(NationalIDNumber(candidate.values[...]))
            guard proof > .wrong, isFreeForNationalID(candidate) else { continue }
            if context == nil {
                let known = before ?? nationalIDContext(before: candidate.start)
                before = known
                context = known
                context?.formUnion(nationalIDContext(after: candidate.end))
            }
            guard let context else { continue }
            let judgement = NationalIDJudgement(
                proof: proof, style: style(of: candidate, among: entry.forms), context: context, scheme: entry.scheme,
                stand: stand(of: candidate))
            guard judgement.confidence > best?.confidence ?? 0 else { continue }
            let closes = candidate.separators.last == Unit(ascii: "(") && unit(candidate.end) == Unit(ascii: ")")
            best = NationalID(
                range: candidate.start..<candidate.end + (closes ? 1 : 0), country: scheme.country,
                confidence: judgement.confidence, reason: "\(scheme.name), \(judgement.reason)",
                isNamed: judgement.isNamed)
        }
        return best
    }

    /// Whether no match, and no identifier but one that is wholly the candidate, has been recognized there: short numbers with a
    /// letter from A to F look like hashes.
    private func isFreeForNationalID(_ candidate: Candidate) -> Bool {
        if holds(.match, in: candidate.range) { return false }
        guard holds(.identifier, in: candidate.range) else { return true }
        let isWhole =
            (candidate.start == 0 || claims[candidate.start - 1] != .identifier)
            && (candidate.end == units.count || claims[candidate.end] != .identifier)
        return isWhole && candidate.breaks == 0 && candidate.letters != 0
    }

    private func style(of candidate: Candidate, among forms: [NationalIDForm]) -> NationalIDJudgement.Style {
        if let form = forms.first(where: { $0.breaks == candidate.breaks && $0.separators == candidate.separators }) {
            return candidate.breaks == 0 ? .onePiece(form.alone) : .usual(form.alone)
        }
        if candidate.breaks == 0 { return .onePiece(0) }
        if let form = forms.first(where: { $0.breaks == candidate.breaks }) { return .replaced(form.replaced) }
        return .other(isRegular: Set(candidate.separators).count == 1)
    }

    /// What stands around the candidate, apart from words.
    private func stand(of candidate: Candidate) -> NationalIDJudgement.Stand {
        var stand: NationalIDJudgement.Stand = []
        if candidate.isGlued { stand.insert(.glued) }
        if candidate.letters == 0 { stand.insert(.decimal) }
        if candidate.values[0] == 0, candidate.values[1] == 0 { stand.insert(.international) }
        if holds(.version, in: candidate.range) { stand.insert(.version) }
        if holds(.time, in: candidate.range) { stand.insert(.time) }
        let (before, after) = (unit(candidate.start - 1), unit(candidate.end))
        let isOwn = candidate.separators.isEmpty
        if unit(candidate.start - 2).isDigit, !before.isLetter {
            if before != .underscore || isOwn || candidate.separators.contains(before) { stand.insert(.continued) }
        }
        if unit(candidate.end + 1).isDigit, !after.isLetter {
            let parts = after == .underscore || after == .space
            if !parts || isOwn || candidate.separators.contains(after) { stand.insert(.continued) }
        }
        return stand
    }
}
