/// How much a finding matters, from `info` up.
package enum Severity: String, CaseIterable, Comparable, Sendable {
    case info
    case low
    case medium
    case high
    case critical

    /// The rank, 0 for `info` to 4 for `critical`.
    package var rank: Int {
        switch self {
        case .info: 0
        case .low: 1
        case .medium: 2
        case .high: 3
        case .critical: 4
        }
    }

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
