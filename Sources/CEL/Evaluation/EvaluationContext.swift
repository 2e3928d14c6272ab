/// What an evaluation changes as it goes: the values of macro variables and the steps left.
struct EvaluationContext {
    /// The values of declared variables by slot; `nil` where none was given.
    let variables: UnsafeBufferPointer<CELValue?>
    /// The values of macro variables by slot.
    var locals: [CELValue]
    /// The steps left.
    var meter: CostMeter

    /// Takes one step.
    @inline(__always)
    mutating func step(at span: Range<Int>) throws(CELError) {
        do throws(CELFault) {
            try meter.charge()
        } catch {
            throw error.at(span)
        }
    }
}
