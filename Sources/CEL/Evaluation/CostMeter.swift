/// Counts the steps of an evaluation against its limit.
struct CostMeter {
    private(set) var remaining: Int

    /// Makes a meter with so many steps left.
    init(limit: Int) { remaining = limit }

    /// Takes steps from what is left, if so many are.
    ///
    /// - Parameter steps: Not negative.
    @inline(__always)
    mutating func take(_ steps: Int) -> Bool {
        guard steps <= remaining else { return false }
        remaining &-= steps
        return true
    }

    /// Takes one step or more from what is left.
    @inline(__always)
    mutating func charge(_ steps: Int = 1) throws(CELFault) {
        if !take(steps) { throw Self.exceeded }
    }

    /// Takes a step for every ten bytes handled.
    mutating func charge(bytes: Int) throws(CELFault) { try charge(bytes / 10 + 1) }

    /// What running out of steps fails with.
    static var exceeded: CELFault { .tooManySteps }
}
