/// How sure it is that a number is a national identification number, and why.
struct NationalIDJudgement: Sendable {
    /// How the number is written.
    enum Style: Sendable {
        /// In its usual groups and with their punctuation; the confidence that this alone gives.
        case usual(Double)
        /// In its usual groups, with other separators between them.
        case replaced(Double)
        /// Without separators.
        case onePiece(Double)
        /// In other groups, all parted by the same sign or not.
        case other(isRegular: Bool)

        /// Whether a number may be found that no word names.
        var mayStandAlone: Bool {
            switch self {
            case .usual(let alone), .replaced(let alone), .onePiece(let alone): alone > NationalIDJudgement.leastAlone
            case .other: false
            }
        }
    }

    /// Forms that give no more confidence than this alone are not reported alone.
    static let leastAlone = 0.4

    /// What is around the number, or peculiar to it.
    struct Stand: OptionSet, Sendable {
        let rawValue: UInt8
        /// A word runs into it.
        static let glued = Stand(rawValue: 1)
        /// It has digits only.
        static let decimal = Stand(rawValue: 2)
        /// It begins with the prefix of international telephone numbers.
        static let international = Stand(rawValue: 4)
        /// It may be a version.
        static let version = Stand(rawValue: 8)
        /// It may be a date or an epoch.
        static let time = Stand(rawValue: 16)
        /// More digits stand before or after it.
        static let continued = Stand(rawValue: 32)
    }

    /// Above 0 for a match, below 1.
    let confidence: Double
    /// Whether a word for the scheme or for the numbers of persons stands beside it.
    let isNamed: Bool
    private let isOwn: Bool
    private let isGeneral: Bool
    private let proof: NationalIDProof
    private let style: Style

    init(proof: NationalIDProof, style: Style, context: NationalIDContext, scheme: Int, stand: Stand) {
        // Without a check digit a name must be close.
        let meaning = proof > .structure ? context.all : context.near
        isOwn = meaning.contains(NationalIDMeaning(scheme: scheme))
        isNamed = isOwn || meaning.contains(.identity)
        isGeneral = isNamed || context.near.contains(.general)
        let alone = Self.alone(proof, style, context, stand)
        let confidence: Double
        if isOwn {
            confidence = max(Self.named(proof, style), alone)
        } else if isGeneral {
            // What has no check digit is not of one country where a word names another's number.
            let isIdentity = NationalIDScheme.all[scheme].isUsual || (isNamed && !meaning.namesScheme)
            // Dates, times and epochs need more than a word of many meanings.
            let isTime = stand.contains(.time) && !isNamed
            confidence = max(isTime ? 0 : Self.general(proof, style, isIdentity), alone)
        } else {
            confidence = alone
        }
        self.confidence = proof == .sample ? min(confidence, 0.3) : confidence
        (self.proof, self.style) = (proof, style)
    }

    /// The reasons in words.
    var reason: String {
        let words = isOwn ? ", beside a word for it" : isGeneral ? ", beside a word for identity" : ""
        return Self.evidence(proof) + Self.writing(style) + words
    }

    private static func named(_ proof: NationalIDProof, _ style: Style) -> Double {
        let certainty =
            switch proof {
            case .wrong: 0.0
            case .sample: 0.3
            case .doubtful: 0.75
            case .structure: 0.8
            case .weak: 0.91
            case .strong: 0.95
            }
        return switch style {
        case .usual: certainty > 0.7 ? max(0.9, certainty + 0.02) : certainty
        case .replaced, .onePiece: certainty
        case .other(let isRegular): isRegular ? certainty - 0.05 : proof >= .weak ? certainty - 0.2 : 0
        }
    }

    private static func general(_ proof: NationalIDProof, _ style: Style, _ isIdentity: Bool) -> Double {
        if case .other(let isRegular) = style, !isRegular || proof < .strong { return 0 }
        return switch proof {
        case .strong: 0.85
        case .weak: 0.7
        case .structure where isIdentity: 0.65
        case .doubtful where isIdentity: 0.5
        case .sample: 0.3
        case .wrong, .doubtful, .structure: 0
        }
    }

    private static func alone(
        _ proof: NationalIDProof, _ style: Style, _ context: NationalIDContext, _ stand: Stand
    ) -> Double {
        var confidence: Double
        var isGrouped = true
        switch style {
        case .usual(let alone): confidence = alone
        case .replaced(let replaced): confidence = replaced
        case .onePiece(let alone): (confidence, isGrouped) = (alone, false)
        case .other: return 0
        }
        guard confidence > leastAlone, proof != .doubtful, stand.isDisjoint(with: [.glued, .version, .continued]) else {
            return 0
        }
        if stand.contains(.decimal), context.isPhone || stand.contains(.international) { return 0 }
        if stand.contains(.time), !isGrouped || proof < .strong { return 0 }
        if context.nearest.contains(.thing), proof < .strong || confidence < 0.94 { return confidence < 0.75 ? 0 : 0.4 }
        return confidence
    }

    private static func evidence(_ proof: NationalIDProof) -> String {
        switch proof {
        case .wrong: ""
        case .sample: "a number that examples use"
        case .doubtful: "but other numbers have its structure too"
        case .structure: "right structure"
        case .weak: "right check digit"
        case .strong: "right structure and check digits"
        }
    }

    private static func writing(_ style: Style) -> String {
        switch style {
        case .usual: ", grouped as usual"
        case .replaced: ", in its usual groups"
        case .onePiece, .other: ""
        }
    }
}
