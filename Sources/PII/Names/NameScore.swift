internal import PIIData

/// The log odds that something is the name of a person, summed up from weighted features.
struct NameScore: Sendable {
    private(set) var value = 0.0

    /// The features that were added with their amounts, where they are recorded.
    private(set) var features: [(NameFeature, Double)]?

    /// Starts at even odds; `records` to keep the features for learning their weights.
    init(records: Bool = false) { features = records ? [] : nil }

    /// Adds a feature that is there, to some amount.
    @inline(__always)
    mutating func add(_ feature: NameFeature, _ amount: Double = 1) {
        value += Self.weight(feature) * amount
        features?.append((feature, amount))
    }

    /// Adds a feature where the condition holds.
    @inline(__always)
    mutating func add(_ feature: NameFeature, if condition: Bool) {
        if condition { add(feature) }
    }

    /// Adds what another score is made of.
    mutating func add(_ other: NameScore) {
        value += other.value
        if let others = other.features { features?.append(contentsOf: others) }
    }

    static func weight(_ feature: NameFeature) -> Double { Double(pii_data_name_weight(UInt32(feature.rawValue))) }
}
