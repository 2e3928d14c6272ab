/// The forms of national identification numbers in which one may be found that no word names, followed one character at a time.
///
/// Where no word names such numbers, most letters and digits begin no such form, which the first few of them show. The forms that
/// letters and digits may still have are a state of an automaton, so that following them is one look-up a character.
struct LoneForms: Sendable {
    /// The fewest digits that one of them has, and the fewest letters and digits.
    let fewestDigits: Int
    let fewestCharacters: Int
    /// For each state the next one, by whether a letter follows and whether a separator stands before what follows.
    private let next: [State]

    /// Which forms are left after some letters and digits.
    struct State: Sendable {
        fileprivate let number: UInt16
        /// Whether there is a form that ends here.
        let isWhole: Bool

        /// All forms, before the first character.
        static let start = State(number: 1, isWhole: false)
        /// No form.
        fileprivate static let none = State(number: 0, isWhole: false)

        /// Whether no form is left.
        var isEmpty: Bool { number == 0 }
    }

    /// Forms, a bit each, of so many letters and digits.
    private struct Prefix: Hashable {
        var forms: UInt128
        var count: Int
    }

    init(_ forms: [NationalIDForm]) {
        precondition(forms.count <= UInt128.bitWidth, "no bit is left for the last forms")
        fewestDigits = forms.map(\.digits.nonzeroBitCount).min() ?? 0
        fewestCharacters = forms.map(\.count).min() ?? 0
        let all = Prefix(forms: forms.isEmpty ? 0 : .max >> UInt128(UInt128.bitWidth - forms.count), count: 0)
        var numbers = [all: State.start]
        var prefixes = [all]
        var next: [State] = Array(repeating: .none, count: Self.ways)
        // Each state is told apart once, and those that follow it are appended.
        var read = 0
        while read < prefixes.count {
            for way in 0..<Self.ways {
                let prefix = Self.following(prefixes[read], way, forms)
                guard prefix.forms != 0 else {
                    next.append(.none)
                    continue
                }
                let isWhole = forms.indices.contains {
                    prefix.forms >> UInt128($0) & 1 == 1 && forms[$0].count == prefix.count
                }
                let state = numbers[prefix] ?? State(number: UInt16(prefixes.count + 1), isWhole: isWhole)
                if numbers.updateValue(state, forKey: prefix) == nil { prefixes.append(prefix) }
                next.append(state)
            }
            read += 1
        }
        self.next = next
    }

    /// The ways in which a character follows: a letter or digit, after a separator or not.
    private static let ways = 4

    private static func way(isLetter: Bool, isParted: Bool) -> Int { (isLetter ? 2 : 0) + (isParted ? 1 : 0) }

    /// Those of the forms of `prefix` that go on in a way.
    private static func following(_ prefix: Prefix, _ way: Int, _ forms: [NationalIDForm]) -> Prefix {
        let place = UInt32(prefix.count)
        var result = Prefix(forms: 0, count: prefix.count + 1)
        for (number, form) in forms.enumerated()
        where prefix.forms >> UInt128(number) & 1 == 1 && form.count > prefix.count {
            let isParted = form.breaks >> place & 1 == 1
            let others = [form.letters, form.digits]
            for isLetter in [false, true]
            where others[isLetter ? 1 : 0] >> place & 1 == 0 && Self.way(isLetter: isLetter, isParted: isParted) == way
            {
                result.forms |= 1 << UInt128(number)
            }
        }
        return result
    }

    /// Those that are left of the forms of `state` if a letter or digit follows, with a separator before it or not.
    func following(_ state: State, isLetter: Bool, isParted: Bool) -> State {
        next[Self.ways * Int(state.number) + Self.way(isLetter: isLetter, isParted: isParted)]
    }
}
