/// The ranges of numbers that payment card schemes issue, with the lengths of their cards.
///
/// The facts are the issuer identification numbers (ISO/IEC 7812) that the schemes publish for their merchants.
enum CardIssuers {
    /// How far the leading digits alone speak for a card.
    enum Weight: Sendable {
        /// A scheme in use all over the world, in the length that nearly all of its cards have.
        case usual
        /// A regional scheme, or a rare length.
        case rare
    }

    /// What a number of `digits` (0 to 9 each) would be by its leading digits and length; `nil` for no card.
    static func weight(of digits: ArraySlice<UInt8>) -> Weight? {
        guard (13...19).contains(digits.count) else { return nil }
        let prefix = digits.prefix(6).reduce(0) { $0 * 10 + Int($1) }
        var best: Weight?
        for issuer in table where issuer.prefixes.contains(prefix) {
            if issuer.usualLength == digits.count { return .usual }
            if issuer.lengths.contains(digits.count) { best = .rare }
        }
        return best
    }

    /// Whether the number is a published test card, or so regular that it can only be a made-up one.
    static func isTestCard(_ digits: ArraySlice<UInt8>) -> Bool {
        // A bit for each digit that occurs.
        let kinds = digits.reduce(UInt16(0)) { $0 | 1 << UInt16($1) }
        if kinds.nonzeroBitCount <= 2 || isRegular(digits) { return true }
        return testCards.contains(digits.reduce(0) { $0 &* 10 &+ UInt64($1) })
    }

    /// Whether eight digits in a row are the same, or each one more than the one before.
    private static func isRegular(_ digits: ArraySlice<UInt8>) -> Bool {
        var (same, rising) = (1, 1)
        for (digit, next) in zip(digits, digits.dropFirst()) {
            same = digit == next ? same + 1 : 1
            rising = (digit + 1) % 10 == next ? rising + 1 : 1
            if same >= 8 || rising >= 8 { return true }
        }
        return false
    }

    private struct Issuer: Sendable {
        /// The first six digits.
        let prefixes: ClosedRange<Int>
        let lengths: ClosedRange<Int>
        /// The length by which the scheme is known; 0 if it is too rare to be told from other numbers.
        let usualLength: Int

        init(_ prefixes: ClosedRange<Int>, _ lengths: ClosedRange<Int>, usual: Int = 0) {
            self.prefixes = prefixes
            self.lengths = lengths
            usualLength = usual
        }
    }

    private static let table: [Issuer] = [
        // Visa
        Issuer(400000...499999, 16...16, usual: 16), Issuer(400000...499999, 13...13), Issuer(400000...499999, 19...19),
        // Mastercard
        Issuer(510000...559999, 16...16, usual: 16), Issuer(222100...272099, 16...16, usual: 16),
        // American Express
        Issuer(340000...349999, 15...15, usual: 15), Issuer(370000...379999, 15...15, usual: 15),
        // Diners Club
        Issuer(300000...305999, 14...19, usual: 14), Issuer(309500...309599, 14...19, usual: 14),
        Issuer(360000...369999, 14...19, usual: 14), Issuer(380000...399999, 14...19, usual: 14),
        // Discover
        Issuer(601100...601199, 16...19, usual: 16), Issuer(644000...659999, 16...19, usual: 16),
        // JCB, the last two on older cards only
        Issuer(352800...358999, 16...19, usual: 16), Issuer(213100...213199, 15...15), Issuer(180000...180099, 15...15),
        // UnionPay
        Issuer(620000...629999, 16...19, usual: 16), Issuer(810000...817199, 16...19),
        // Maestro
        Issuer(500000...509999, 13...19), Issuer(560000...589999, 13...19), Issuer(630000...639999, 13...19),
        Issuer(670000...679999, 13...19),
        // Mir
        Issuer(220000...220499, 16...19, usual: 16),
        // RuPay, Hipercard
        Issuer(606282...608500, 16...16), Issuer(817200...820199, 16...16),
        // Humo, UzCard, Troy
        Issuer(986000...986099, 16...16), Issuer(860000...860099, 16...16), Issuer(979200...979299, 16...16),
    ]

    /// Numbers that payment processors publish for trying out (Stripe, Adyen, Braintree, PayPal, Worldpay).
    private static let testCards: Set<UInt64> = [
        4_111_111_111_111_111, 4_242_424_242_424_242, 4_012_888_888_881_881, 4_000_056_655_665_556, 4_222_222_222_222,
        4_000_000_000_000_002, 4_000_000_000_000_077, 4_000_000_000_000_127, 4_000_000_000_000_069,
        4_000_000_000_009_995,
        4_000_000_000_009_987, 4_000_000_000_000_119, 4_000_000_000_000_341, 4_000_002_500_003_155,
        4_000_002_760_003_184,
        4_000_008_260_000_000, 4_000_058_260_000_005, 4_012_000_033_330_026, 4_005_519_200_000_004,
        4_009_348_888_881_881,
        4_012_000_077_777_777, 4_217_651_111_111_119, 4_500_600_000_000_061, 4_917_610_000_000_000,
        4_444_333_322_221_111,
        4_462_030_000_000_000, 4_484_070_000_000_000, 4_917_300_800_000_000, 4_988_438_843_884_305,
        4_166_676_667_666_746,
        4_646_464_646_464_644, 4_000_620_000_000_007, 4_000_060_000_000_006, 4_293_189_100_000_008,
        4_988_080_000_000_000,
        4_111_111_145_551_142, 5_555_555_555_554_444, 5_105_105_105_105_100, 5_200_828_282_828_210,
        5_454_545_454_545_454,
        5_500_000_000_000_004, 5_424_000_000_000_015, 5_555_341_244_441_115, 5_577_000_055_770_004,
        5_136_333_333_333_335,
        5_585_558_555_855_583, 5_555_444_433_331_111, 5_555_555_555_555_557, 2_223_003_122_003_222,
        2_223_000_048_400_011,
        2_222_400_070_000_005, 2_222_410_740_360_010, 2_223_520_443_560_010, 2_222_405_343_248_877, 378_282_246_310_005,
        371_449_635_398_431, 378_734_493_671_000, 370_000_000_000_002, 340_000_000_000_009, 374_251_018_720_018,
        343_434_343_434_343, 30_569_309_025_904, 38_520_000_023_237, 36_227_206_271_667, 36_006_666_333_344,
        36_700_102_000_000, 36_148_900_647_913, 3_056_930_009_020_004, 6_011_111_111_111_117, 6_011_000_990_139_424,
        6_011_981_111_111_113, 6_011_000_400_000_000, 6_011_601_160_116_611, 6_445_644_564_456_445,
        6_555_900_000_604_105,
        3_530_111_333_300_000, 3_566_002_020_360_505, 3_569_990_010_095_841, 3_566_111_111_111_113,
        6_200_000_000_000_005,
        6_205_500_000_000_000_004, 6_243_030_000_000_001, 6_771_798_021_000_008, 6_759_649_826_438_453,
        6_304_000_000_000_000, 6_304_939_304_310_009_610,
    ]
}
