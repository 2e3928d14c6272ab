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
    /// By slot, a bit for each slot of a definition that reads the variable, itself or through others. One list: lists in a
    /// list would be retained for each variable that is set.
    private let dependents: [UInt64]
    /// How many words of it each slot has.
    private let width: Int
    /// By slot, its dependents by ``bit(of:)``.
    private let dependentBits: [UInt64]
    /// The layouts that this one begins with, by the number of their slots.
    private let ancestors: [VariableLayout]
    /// The slots by name; of a name that was given twice, the last.
    private let slotsByName: [String: Int]

    /// A layout without variables.
    init() {
        slots = []
        dependents = []
        width = 0
        dependentBits = []
        ancestors = []
        slotsByName = [:]
    }

    private init(_ base: VariableLayout, _ slot: Slot) {
        let index = base.slots.count
        let readSlots = slot.definition?.readSlots ?? []
        slots = base.slots + [slot]
        let width = slots.count / 64 + 1
        var dependents = [UInt64](repeating: 0, count: slots.count * width)
        for other in base.slots.indices {
            for word in 0..<base.width { dependents[other * width + word] = base.dependents[other * base.width + word] }
            if readSlots.contains(other) { dependents[other * width + index / 64] |= Self.bit(of: index) }
        }
        self.dependents = dependents
        self.width = width
        dependentBits = (base.dependentBits + [0]).enumerated().map { other, bits in
            readSlots.contains(other) ? bits | Self.bit(of: index) : bits
        }
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
        for word in 0..<width {
            var bits = dependents[slot * width + word]
            while bits != 0 {
                body(word * 64 + bits.trailingZeroBitCount)
                bits &= bits - 1
            }
        }
    }

    /// Whether the definition of a slot reads the variable of another, itself or through others.
    @inline(__always)
    func isDependent(_ definition: Int, on slot: Int) -> Bool {
        dependents[slot * width + definition / 64] & Self.bit(of: definition) != 0
    }

    /// Whether any of the definitions may read the variable of a slot; false is certain.
    ///
    /// - Parameter bits: Those of their slots, together.
    @inline(__always)
    func mayDepend(_ bits: UInt64, on slot: Int) -> Bool { dependentBits[slot] & bits != 0 }

    /// A bit that stands for a slot, and for others.
    @inline(__always)
    static func bit(of slot: Int) -> UInt64 { 1 << UInt64(slot & 63) }

    /// Whether this is the other layout, or one that begins with it.
    @inline(__always)
    func includes(_ other: VariableLayout) -> Bool {
        if self === other { return true }
        return other.slots.count < ancestors.count && ancestors[other.slots.count] === other
    }
}
