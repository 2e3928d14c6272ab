/// The legal forms of firms that are written as letters with dots, as `S.p.A.`; those without are in the lexicon.
enum LegalForms {
    /// The most letters of one.
    static let longest = 4

    private static let words: WordSet = [
        "ab", "ag", "as", "bv", "cv", "doo", "gp", "kg", "kk", "lc", "llc", "llp", "lp", "ltda", "mbh", "nv", "plc",
        "sa", "sas",
        "sl", "slu", "spa", "sro", "srl", "sarl",
    ]

    /// Whether `units`, letters with dots between, are one.
    static func contain(_ units: some Sequence<Unit>) -> Bool { words.contains(units.filter { $0 != .dot }[...]) }
}
