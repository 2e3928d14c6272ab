/// The schemes in the order in which candidates are compared with them: by the count of letters and digits.
struct NationalIDIndex: Sendable {
    /// A scheme in one of its shapes: which characters are letters, which are digits.
    struct Entry: Sendable {
        /// The scheme's number in ``NationalIDScheme/all``.
        let scheme: Int
        let letters: UInt32
        let digits: UInt32
        /// Where the forms of this shape stand in ``NationalIDIndex/forms``; they differ in how they are grouped.
        let forms: Range<Int>
        /// Whether a number of one of them may be found that no word names.
        let mayStandAlone: Bool
        let check: @Sendable (NationalIDNumber) -> NationalIDProof

        /// Whether characters with letters at the bits of `mask` fit.
        func admits(_ mask: UInt32) -> Bool { mask & digits == 0 && mask & letters == letters }
    }

    private(set) var entries: [Entry] = []
    private(set) var forms: [NationalIDForm] = []
    /// For each count of letters and digits, where its entries stand.
    private(set) var ranges: [Range<Int>] = []
    /// The forms in which a number may be found that no word names.
    let lone: LoneForms

    /// The index of all schemes, made when a text first needs it.
    static let shared = NationalIDIndex(NationalIDScheme.all)

    private init(_ schemes: [NationalIDScheme]) {
        for count in 0...NationalIDScheme.longest {
            let start = entries.count
            for (number, scheme) in schemes.enumerated() {
                var rest = scheme.forms.filter { $0.count == count }
                while let first = rest.first {
                    let isSame = { (form: NationalIDForm) in
                        form.letters == first.letters && form.digits == first.digits
                    }
                    let firstForm = forms.count
                    forms += rest.filter(isSame)
                    rest.removeAll(where: isSame)
                    entries.append(
                        Entry(
                            scheme: number, letters: first.letters, digits: first.digits,
                            forms: firstForm..<forms.count,
                            mayStandAlone: forms[firstForm...].contains(where: \.mayStandAlone), check: scheme.check))
                }
            }
            ranges.append(start..<entries.count)
        }
        lone = LoneForms(forms.filter(\.mayStandAlone))
    }

    /// How a candidate is written that has these breaks and separators, as against the forms of the entry at `index`.
    func style(breaks: UInt32, separators: UInt64, entry index: Int) -> NationalIDJudgement.Style {
        var replaced: Double?
        for form in entries[index].forms where forms[form].breaks == breaks {
            if forms[form].separators == separators {
                return breaks == 0 ? .onePiece(forms[form].alone) : .usual(forms[form].alone)
            }
            replaced = replaced ?? forms[form].replaced
        }
        if breaks == 0 { return .onePiece(0) }
        if let replaced { return .replaced(replaced) }
        return .other(isRegular: Self.areSame(separators, count: breaks.nonzeroBitCount))
    }

    /// Whether `count` separators of eight bits each are one and the same.
    private static func areSame(_ separators: UInt64, count: Int) -> Bool {
        let mask = count >= 8 ? UInt64.max : (1 << UInt64(8 * count)) - 1
        return separators == (separators & 0xFF) &* (0x0101_0101_0101_0101 & mask)
    }
}
