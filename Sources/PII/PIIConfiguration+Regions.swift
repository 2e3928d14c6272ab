extension PIIConfiguration {
    /// The countries that ``regions`` can name, in the order of their codes.
    package static var knownRegions: [String] {
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        return letters.flatMap { first in letters.map { String(decoding: [first, $0], as: UTF8.self) } }
            .filter { NumberingPlan(region: $0) != nil }
    }
}
