internal import Foundation

/// Some of many.
struct Share: Sendable, CustomStringConvertible {
    private(set) var part = 0
    private(set) var whole = 0

    /// 0 to 1; 0 of nothing is 0.
    var value: Double { whole == 0 ? 0 : Double(part) / Double(whole) }

    mutating func add(_ counts: Bool) {
        whole += 1
        part += counts ? 1 : 0
    }

    var description: String { whole == 0 ? "none" : "\(percent) (\(part) of \(whole))" }

    /// The value in per cent, with as many digits as a small one needs.
    var percent: String { value.percent }
}

extension Share {
    init<Shares: Sequence<Share>>(_ shares: Shares) {
        for share in shares {
            part += share.part
            whole += share.whole
        }
    }
}

extension Double {
    /// In per cent, with one digit after the point, or two below one per cent.
    var percent: String {
        let digits = self < 0.01 ? 2 : 1
        return formatted(.percent.precision(.fractionLength(digits)).locale(Locale(identifier: "en")))
    }
}
