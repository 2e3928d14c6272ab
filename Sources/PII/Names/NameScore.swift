internal import PIIData

/// The log odds that something is the name of a person, summed up from weighted features.
protocol NameScoring: Sendable {
    /// Even odds.
    init()

    /// A score of which only the sum is known; `nil` where its features are needed.
    init?(sum: Double)

    var value: Double { get }

    /// Adds a feature that is there, to some amount.
    mutating func add(_ feature: NameFeature, _ amount: Double)

    /// Adds what another score is made of.
    mutating func add(_ other: Self)
}

extension NameScoring {
    /// Adds a feature that is there.
    @inline(__always)
    mutating func add(_ feature: NameFeature) { add(feature, 1) }

    /// Adds a feature where the condition holds.
    @inline(__always)
    mutating func add(_ feature: NameFeature, if condition: Bool) {
        if condition { add(feature, 1) }
    }
}

/// A score of which nothing but the sum is kept, so that making one costs nothing.
struct NameScore: NameScoring {
    private(set) var value = 0.0

    init() {}

    init(sum: Double) { value = sum }

    @inline(__always)
    mutating func add(_ feature: NameFeature, _ amount: Double) { value += Self.weight(feature) * amount }

    @inline(__always)
    mutating func add(_ other: NameScore) { value += other.value }

    @inline(__always)
    static func weight(_ feature: NameFeature) -> Double { Double(pii_data_name_weight(UInt32(feature.rawValue))) }
}

/// A score that keeps what it was summed up from, for learning the weights.
struct RecordedNameScore: NameScoring {
    private(set) var value = 0.0

    /// The features that were added, with their amounts.
    private(set) var features: [(feature: NameFeature, amount: Double)] = []

    init() {}

    init?(sum: Double) { return nil }

    mutating func add(_ feature: NameFeature, _ amount: Double) {
        value += NameScore.weight(feature) * amount
        features.append((feature, amount))
    }

    mutating func add(_ other: RecordedNameScore) {
        value += other.value
        features.append(contentsOf: other.features)
    }
}
