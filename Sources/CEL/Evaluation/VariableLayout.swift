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
    /// By slot, the slots of the definitions that read the variable, themselves or through others.
    private let dependents: [[Int]]
    /// The same one after the other, and by slot which of them: lists in a list would be retained for each variable that is set.
    let allDependents: [Int]
    let dependentRanges: [Range<Int>]
    /// The layouts that this one begins with, by the number of their slots.
    private let ancestors: [VariableLayout]
    /// The slots by name; of a name that was given twice, the last.
    private let slotsByName: [String: Int]

    /// A layout without variables.
    init() {
        slots = []
        dependents = []
        allDependents = []
        dependentRanges = []
        ancestors = []
        slotsByName = [:]
    }

    private init(_ base: VariableLayout, _ slot: Slot) {
        let index = base.slots.count
        var dependents = base.dependents + [[]]
        for read in slot.definition?.readSlots ?? [] { dependents[read].append(index) }
        slots = base.slots + [slot]
        self.dependents = dependents
        allDependents = dependents.flatMap(\.self)
        var start = 0
        dependentRanges = dependents.map { dependents in
            defer { start += dependents.count }
            return start..<start + dependents.count
        }
        ancestors = base.ancestors + [base]
        slotsByName = base.slotsByName.merging([slot.name: index]) { $1 }
    }

    /// The layout with one more variable.
    func appending(_ slot: Slot) -> VariableLayout { VariableLayout(self, slot) }

    /// The slot of the variable that was given a name last.
    func slot(of name: String) -> Int? { slotsByName[name] }

    /// Whether this is the other layout, or one that begins with it.
    @inline(__always)
    func includes(_ other: VariableLayout) -> Bool {
        if self === other { return true }
        return other.slots.count < ancestors.count && ancestors[other.slots.count] === other
    }
}
