/// The forms of national identification numbers in which one may be found that no word names, followed one character at a time.
///
/// Where no word names such numbers, most letters and digits begin no such form, which the first few of them show.
struct LoneForms: Sendable {
    /// Forms, a bit each.
    typealias Forms = UInt128

    /// All of them.
    let all: Forms
    /// The fewest digits that one of them has.
    let fewestDigits: Int
    /// For each place the forms with a digit or a letter there, without or with a separator before it.
    private var following: [Forms]
    /// For each count of letters and digits the forms that have so many.
    private var complete: [Forms]

    init(_ forms: [NationalIDForm]) {
        precondition(forms.count < Forms.bitWidth, "no bit is left for the last forms")
        fewestDigits = forms.map(\.digits.nonzeroBitCount).min() ?? 0
        all = 1 << Forms(forms.count) - 1
        following = Array(repeating: 0, count: 4 * NationalIDScheme.longest)
        complete = Array(repeating: 0, count: NationalIDScheme.longest + 1)
        for (number, form) in forms.enumerated() {
            let bit: Forms = 1 << Forms(number)
            complete[form.count] |= bit
            for place in 0..<form.count {
                let isParted = form.breaks >> UInt32(place) & 1 == 1
                if form.letters >> UInt32(place) & 1 == 0 { following[Self.index(place, false, isParted)] |= bit }
                if form.digits >> UInt32(place) & 1 == 0 { following[Self.index(place, true, isParted)] |= bit }
            }
        }
    }

    private static func index(_ place: Int, _ isLetter: Bool, _ isParted: Bool) -> Int {
        4 * place + (isLetter ? 2 : 0) + (isParted ? 1 : 0)
    }

    /// Those of `forms` that go on at `place` with a letter or digit, with a separator before it or not.
    func following(_ forms: Forms, at place: Int, isLetter: Bool, isParted: Bool) -> Forms {
        forms & following[Self.index(place, isLetter, isParted)]
    }

    /// Whether one of `forms` has so many letters and digits.
    func contain(_ forms: Forms, count: Int) -> Bool { forms & complete[count] != 0 }
}
