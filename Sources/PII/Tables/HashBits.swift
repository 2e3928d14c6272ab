/// Tells from the hash of a word in a few instructions that it is none of some words, as most are none.
struct HashBits: Sendable {
    private var bits = [UInt64](repeating: 0, count: 64)

    /// Those of `words`, which are folded as texts are.
    init(_ words: some Sequence<String>) {
        for word in words {
            let (index, bit) = Self.place(of: UnitHash(NormalizedText(word).units))
            bits[index] |= bit
        }
    }

    /// Whether the word with this hash may be one of them; always for those that are.
    func mayContain(_ hash: UnitHash) -> Bool {
        let (index, bit) = Self.place(of: hash)
        return bits[index] & bit != 0
    }

    private static func place(of hash: UnitHash) -> (index: Int, bit: UInt64) {
        (Int(truncatingIfNeeded: hash.value >> 58), 1 << (hash.value >> 52 & 63))
    }
}
