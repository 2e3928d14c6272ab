/// The variables of an environment by slot. An environment that declares more has a layout that begins with this one, so
/// that values made for it serve all programs that were compiled on the way.
final class VariableLayout: Sendable {
    /// A variable.
    struct Slot: Sendable {
        let name: String
        let type: CELType
        /// The expression that gives the value where none is set; `nil` for a variable that is only set.
        let definition: NamedExpression?
    }

    /// The variables by slot.
    let slots: [Slot]
    /// The slots of the definitions that read a variable, themselves or through others: those of the first slot, then those
    /// of the next. Lists in a list would be retained for each variable that is set.
    private let allDependents: [Int]
    /// By slot, where its dependents stand among all.
    private let dependentRanges: [Range<Int>]
    /// By slot, a bit for each slot of a definition that reads the variable, itself or through others.
    private let dependentBits: [UInt64]
    private let dependentWidth: Int
    /// The layouts that this one begins with, by the number of their slots.
    private let ancestors: [VariableLayout]
    /// The slots by name; of a name that was given twice, the last.
    private let slotsByName: [String: Int]

    /// A layout without variables.
    init() {
        slots = []
        allDependents = []
        dependentRanges = []
        dependentBits = []
        dependentWidth = 0
        ancestors = []
        slotsByName = [:]
    }

    private init(_ base: VariableLayout, _ slot: Slot) {
        let index = base.slots.count
        let readSlots = slot.definition?.readSlots ?? []
        slots = base.slots + [slot]
        var (all, ranges): ([Int], [Range<Int>]) = ([], [])
        for (other, range) in base.dependentRanges.enumerated() {
            let start = all.count
            all += base.allDependents[range]
            if readSlots.contains(other) { all.append(index) }
            ranges.append(start..<all.count)
        }
        ranges.append(all.count..<all.count)
        (allDependents, dependentRanges) = (all, ranges)
        dependentWidth = (ranges.count + 63) / 64
        var bits = [UInt64](repeating: 0, count: ranges.count * dependentWidth)
        for (other, range) in ranges.enumerated() {
            for dependent in all[range] {
                bits[other * dependentWidth + dependent / 64] |= 1 << UInt64(dependent % 64)
            }
        }
        dependentBits = bits
        ancestors = base.ancestors + [base]
        slotsByName = base.slotsByName.merging([slot.name: index]) { $1 }
    }

    /// The layout with one more variable.
    func appending(_ slot: Slot) -> VariableLayout { VariableLayout(self, slot) }

    /// The slot of the variable that was given a name last.
    func slot(of name: String) -> Int? { slotsByName[name] }

    /// Calls the body with the slot of each definition that reads the variable of a slot, itself or through others.
    @inline(__always)
    func forEachDependent(of slot: Int, _ body: (Int) -> Void) {
        for index in dependentRanges[slot] { body(allDependents[index]) }
    }

    /// Whether the definition of a slot reads the variable of another, itself or through others.
    @inline(__always)
    func isDependent(_ definition: Int, on slot: Int) -> Bool {
        dependentBits[slot * dependentWidth + definition / 64] >> UInt64(definition % 64) & 1 == 1
    }

    /// Whether this is the other layout, or one that begins with it.
    @inline(__always)
    func includes(_ other: VariableLayout) -> Bool {
        if self === other { return true }
        return other.slots.count < ancestors.count && ancestors[other.slots.count] === other
    }
}
