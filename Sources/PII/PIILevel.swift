/// How sure a match is, in three steps: findings count from ``medium`` on, ``low`` is information.
package enum PIILevel: String, Comparable, CaseIterable, Sendable {
    /// Confidence below 0.5: what reasonable people judge neither way, such as role mailboxes and test cards.
    case low
    /// Confidence from 0.5 to below 0.85.
    case medium
    /// Confidence of 0.85 and above.
    case high

    /// The level of a confidence between 0 and 1.
    package init(confidence: Double) {
        self = confidence >= 0.85 ? .high : confidence >= 0.5 ? .medium : .low
    }

    package static func < (left: PIILevel, right: PIILevel) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}
