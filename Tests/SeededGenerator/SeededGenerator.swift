/// A generator of the same random numbers in every run (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A number from 0 to one less than `limit`.
    package mutating func next(below limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }

    /// `count` characters of `alphabet`.
    package mutating func text(_ count: Int, of alphabet: String) -> String {
        let characters = Array(alphabet.unicodeScalars)
        var result = ""
        for _ in 0..<count {
            if let scalar = characters.randomElement(using: &self) { result.unicodeScalars.append(scalar) }
        }
        return result
    }

    /// `count` decimal digits.
    package mutating func digits(_ count: Int) -> String { text(count, of: "0123456789") }
}
