/// The search of one text: what has been claimed and found so far.
///
/// Each kind of claim and match is an extension of its own; ``PIIDetector`` calls them in the order of their precedence.
/// It cannot be copied by chance.
struct Scan: ~Copyable, Sendable {
    /// The text searched.
    let text: NormalizedText

    /// What the text has, by which finders are left out that would find nothing.
    let features: TextFeatures

    /// The characters searched.
    let units: [Unit]

    /// What each unit has been claimed as.
    private(set) var claims: Claims

    /// How many digits are no part of an identifier, once these and times have been claimed; before, how many there are.
    private(set) var looseDigits: Int

    /// What has been found, in the order of finding.
    private(set) var matches: [PIIMatch] = []

    /// The numbering plans of the countries in which the Services are used; bare national numbers of these count.
    var homePlans: [NumberingPlan] = []

    init(_ text: NormalizedText) { self.init(text, features: TextFeatures(text.units)) }

    init(_ text: NormalizedText, features: TextFeatures) {
        (self.text, self.features) = (text, features)
        units = text.units
        looseDigits = features.digits
        claims = Claims(count: units.count)
    }

    /// Another scan in the state of `scan`.
    init(copying scan: borrowing Scan) {
        (text, features, units, claims) = (scan.text, scan.features, scan.units, scan.claims)
        (looseDigits, matches, homePlans) = (scan.looseDigits, scan.matches, scan.homePlans)
    }

    /// The unit at `index`, a gap outside of the text.
    func unit(_ index: Int) -> Unit {
        units.indices.contains(index) ? units[index] : .gap
    }

    /// Marks the units at `range`.
    mutating func claim(_ range: Range<Int>, as claim: Claim) { claims.mark(range, as: claim) }

    /// Counts ``looseDigits``.
    mutating func countLooseDigits() {
        guard features.isKnown else { return }
        if features.hasClasses {
            looseDigits = (features.classes.digits & ~claims.identifiers).nonzeroBitCount
        } else {
            looseDigits = units.indices.count { units[$0].isDigit && claims[$0] != .identifier }
        }
    }

    /// Whether nothing at all has been recognized in `range`.
    func isFree(_ range: Range<Int>) -> Bool { claims.areFree(in: range) }

    /// Whether part of `range` belongs to an identifier or a match; times and versions are weaker claims that a
    /// complete IBAN, card or phone number outweighs.
    func isTaken(_ range: Range<Int>) -> Bool {
        claims.hold(.identifier, in: range) || claims.hold(.match, in: range)
    }

    /// Whether any unit of `range` has been claimed as `claim`.
    func holds(_ claim: Claim, in range: Range<Int>) -> Bool { claims.hold(claim, in: range) }

    /// What was undone to see the units at `range`.
    func disguise(in range: Range<Int>) -> Disguise { text.disguise(in: range) }

    /// Records a match at the units of `range`, and claims them.
    mutating func found(_ kind: PIIKind, _ range: Range<Int>, confidence: Double, reason: String, masked: String) {
        claim(range, as: .match)
        let disguise = disguise(in: range)
        matches.append(
            PIIMatch(
                kind: kind, range: text.originalRange(of: range), confidence: confidence,
                reason: reason + disguise.words, masked: masked, disguise: disguise))
    }

    /// The first index at or after `index` where `condition` no longer holds.
    func end(from index: Int, while condition: (Unit) -> Bool) -> Int {
        var index = index
        while index < units.count, condition(units[index]) { index += 1 }
        return index
    }

    /// The first longest run of digits at or after `index`.
    func nextDigits(from index: Int) -> Range<Int>? {
        guard features.hasClasses else { return nextRun(from: index, where: \.isDigit) }
        return UnitClasses.nextRun(of: features.classes.digits, from: index)
    }

    /// The first index from `index` on at which a bit of `bits` is set, or all of them where not all units have a bit; `nil` beyond the
    /// last.
    @inline(__always)
    func next(from index: Int, of bits: UInt64) -> Int? {
        guard features.hasClasses else { return index < units.count ? index : nil }
        let rest = bits >> UInt64(index)
        return rest == 0 ? nil : index + rest.trailingZeroBitCount
    }

    /// Where a sign stands, a bit each; of texts in which all units have a bit.
    func places(of sign: Unit) -> UInt64 {
        UnitClasses.places(of: features.classes.signs, in: units) { $0 == sign }
    }

    /// The first longest run of Latin letters and digits at or after `index`.
    func nextWord(from index: Int) -> Range<Int>? {
        guard features.hasClasses else { return nextRun(from: index, where: \.isWordCharacter) }
        return UnitClasses.nextRun(of: features.classes.words, from: index)
    }

    /// The first longest run of units at or after `index` for which `condition` holds.
    func nextRun(from index: Int, where condition: (Unit) -> Bool) -> Range<Int>? {
        let start = end(from: index) { !condition($0) }
        return start < units.count ? start..<end(from: start, while: condition) : nil
    }
}
