/// A generator of the same random numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// `count` characters of `alphabet`.
    mutating func text(_ count: Int, of alphabet: String) -> String {
        let characters = Array(alphabet.unicodeScalars)
        var result = ""
        for _ in 0..<count {
            if let scalar = characters.randomElement(using: &self) { result.unicodeScalars.append(scalar) }
        }
        return result
    }

    /// `count` decimal digits.
    mutating func digits(_ count: Int) -> String { text(count, of: "0123456789") }
}
