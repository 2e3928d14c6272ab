internal import PIIData

/// The telephone numbers of one calling code, or of one country among those that share a calling code.
///
/// The facts are those of the national numbering plans that ITU-T publishes under Recommendation E.164, as compiled in the metadata
/// of libphonenumber (Apache License 2.0); `Generator/phones.py` of `PIIData` makes the table and describes it.
struct NumberingPlan: Sendable, Equatable {
    /// A number that the plan allows.
    struct Number: Sendable {
        fileprivate let output: Int

        /// Whether the called party pays or the cost is shared: such lines belong to organizations, not to people.
        var isShared: Bool { Self.word(3, 2 * output) == 2 }

        /// Whether the country writes the number in groups of these lengths.
        func isWritten(_ groups: PhoneDigits, _ style: TrunkStyle) -> Bool {
            guard groups.count <= 7 else { return false }
            var wanted = style.rawValue
            for index in 0..<groups.count { wanted |= UInt32(groups[index]) << UInt32(4 * (index + 1)) }
            return groupings.contains(wanted)
        }

        /// Whether the country writes a first group of `length` digits after a trunk prefix joined to it, such as an area code.
        func hasAreaCode(ofLength length: Int) -> Bool {
            groupings.contains { $0 & 0xFF == UInt32(length) << 4 | TrunkStyle.joined.rawValue }
        }

        private var groupings: some Sequence<UInt32> {
            let list = Self.word(3, 2 * output + 1)
            return (0..<Self.word(4, list)).lazy.map { index in
                UInt32(Self.word(4, list + 1 + 2 * index)) | UInt32(Self.word(4, list + 2 + 2 * index)) << 16
            }
        }

        private static func word(_ section: Int, _ index: Int) -> Int { NumberingPlan.word(section, index) }
    }

    /// How the prefix for calls within the country stands before a number.
    enum TrunkStyle: UInt32, Sendable {
        case none = 0
        /// As part of the first group: `020 7946 0958`.
        case joined = 1
        /// As a group of its own: `8 (912) 345-67-89`.
        case apart = 2
    }

    /// The place of the plan among all plans, by calling code.
    let index: Int
    private let root: UInt16

    /// The plan at a place among all plans.
    init(index: Int, root: Int? = nil) {
        self.index = index
        self.root = root.map { UInt16($0) } ?? pii_data_phones_word(pii_data_phones_plan(index) + 1)
    }

    /// The plan of a calling code of up to three digits.
    init?(callingCode: Int) {
        guard (1...999).contains(callingCode) else { return nil }
        let number = Self.word(0, callingCode)
        guard number > 0 else { return nil }
        self.init(index: number - 1)
    }

    /// The plan of a country, by its two letters (ISO 3166-1 alpha-2, in upper case).
    init?(region: String) {
        let letters = Array(region.utf8)
        guard letters.count == 2 else { return nil }
        let wanted = Int(letters[0]) << 8 | Int(letters[1])
        let count = (Self.start(3) - Self.start(2)) / 3
        guard let found = (0..<count).first(where: { Self.word(2, 3 * $0) == wanted }) else { return nil }
        self.init(index: Self.word(2, 3 * found + 1) - 1, root: Self.word(2, 3 * found + 2))
    }

    /// The plan of North America, which is written without a trunk prefix and also with it.
    static let northAmerica = NumberingPlan(index: 0)

    /// The plans of all calling codes, in order of the codes.
    static var all: some Sequence<NumberingPlan> {
        (0..<(start(2) - start(1)) / Int(PII_DATA_PHONES_PLAN_SIZE)).lazy.map { NumberingPlan(index: $0) }
    }

    var callingCode: Int { Int(pii_data_phones_word(pii_data_phones_plan(index))) }

    /// Whether numbers may begin with 0, so that a leading 0 is no trunk prefix.
    var hasLeadingZeros: Bool { pii_data_phones_word(pii_data_phones_plan(index) + 3) != 0 }

    /// Whether the plan has numbers as long as `digits` that begin with the same digit; ranges of numbers are opened and closed faster
    /// than tables follow.
    func hasNumbers(like digits: PhoneDigits) -> Bool {
        pii_data_phones_has_length(index, digits.bits, UInt32(digits.count))
    }

    /// The plan whose calling code `digits` begin with, and the code's length. No calling code begins another.
    static func beginning(_ digits: PhoneDigits) -> (plan: NumberingPlan, length: Int)? {
        for length in 1...3 where length <= digits.count {
            if let plan = NumberingPlan(callingCode: digits.number(length)), digits[0] != 0 { return (plan, length) }
        }
        return nil
    }

    /// What the plan says of a national number without trunk prefix; `nil` if it has no such number.
    func number(_ digits: PhoneDigits) -> Number? {
        let output = pii_data_phones_output(index, root, digits.bits, UInt32(digits.count))
        return output >= 0 ? Number(output: Int(output)) : nil
    }

    /// The length of the trunk prefix that `digits` begin with; 0 if they begin with none.
    func trunkLength(of digits: PhoneDigits) -> Int {
        Int(pii_data_phones_trunk_length(index, digits.bits, UInt32(digits.count)))
    }

    private static func start(_ section: Int) -> Int { Int(pii_data_phones_word(section)) }

    private static func word(_ section: Int, _ index: Int) -> Int {
        Int(pii_data_phones_word(start(section) + index))
    }
}
