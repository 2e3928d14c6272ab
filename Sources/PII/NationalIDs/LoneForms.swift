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

    /// For each first run of letters or digits and what follows it, the least that a form has.
    private var beginnings: [Least] = []

    /// The fewest digits that any of some forms has, and the fewest letters and digits; no text has as many where there is no form.
    private struct Least: Sendable {
        var digits = Int.max
        var characters = Int.max
    }

    /// What follows the letters or the digits that stand first.
    enum Following: Int, CaseIterable, Sendable {
        case nothing
        /// A digit after letters or a letter after digits.
        case other
        /// The same, or the reverse, after a separator.
        case partedDigit, partedLetter
    }

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
        for isLetter in [false, true] {
            for count in 0...NationalIDScheme.longest {
                for follower in Following.allCases {
                    beginnings.append(least(count, isLetter: isLetter, follower, prefixes.map(\.forms), forms))
                }
            }
        }
    }

    /// The least that forms have of which a run of letters or digits is the beginning, or that end in it.
    private func least(
        _ count: Int, isLetter: Bool, _ follower: Following, _ states: [UInt128], _ forms: [NationalIDForm]
    ) -> Least {
        var least = Least()
        func take(_ state: State, where isCounted: (NationalIDForm) -> Bool) {
            guard !state.isEmpty else { return }
            for (number, form) in forms.enumerated()
            where states[Int(state.number) - 1] >> UInt128(number) & 1 == 1 && isCounted(form) {
                least.digits = min(least.digits, form.digits.nonzeroBitCount)
                least.characters = min(least.characters, form.count)
            }
        }
        var state = State.start
        for length in 0..<count {
            state = following(state, isLetter: isLetter, isParted: false)
            if state.isWhole { take(state) { $0.count == length + 1 } }
        }
        switch follower {
        case .nothing: break
        case .other: take(following(state, isLetter: !isLetter, isParted: false)) { _ in true }
        case .partedDigit: take(following(state, isLetter: false, isParted: true)) { _ in true }
        case .partedLetter: take(following(state, isLetter: true, isParted: true)) { _ in true }
        }
        return least
    }

    /// Whether a number may begin with `count` letters or digits, where so many digits, letters and separators are left from there on.
    func mayBegin(_ count: Int, isLetter: Bool, _ follower: Following, digits: Int, characters: Int) -> Bool {
        guard count <= NationalIDScheme.longest else { return false }
        let ofKind = isLetter ? NationalIDScheme.longest + 1 : 0
        let least = beginnings[(ofKind + count) * Following.allCases.count + follower.rawValue]
        return least.digits <= digits && least.characters <= characters
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
