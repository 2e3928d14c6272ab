/// Counts the steps of an evaluation against its limit.
struct CostMeter {
    private(set) var remaining: Int

    /// Makes a meter with so many steps left.
    init(limit: Int) { remaining = limit }

    /// Takes one step or more from what is left.
    @inline(__always)
    mutating func charge(_ steps: Int = 1) throws(CELFault) {
        let (left, overflows) = remaining.subtractingReportingOverflow(steps)
        guard left >= 0, !overflows else { throw Self.exceeded }
        remaining = left
    }

    /// Takes a step for every ten bytes handled.
    mutating func charge(bytes: Int) throws(CELFault) { try charge(bytes / 10 + 1) }

    private static var exceeded: CELFault {
        CELFault(.costLimitExceeded, "the evaluation takes more steps than allowed")
    }
}
