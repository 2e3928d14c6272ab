/// The names of an environment's variables; a name's index is its slot.
final class VariableLayout: Sendable {
    /// The names by slot.
    let names: [String]
    /// The slots by name.
    let slots: [String: Int]

    /// Gives the names slots in their order.
    init(names: [String]) {
        self.names = names
        slots = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Values for the variables of an environment.
///
/// Made once and changed between evaluations. A program of the same environment reads them by slot; one of another
/// environment finds them by name, which is slower.
public struct CELVariables: Sendable {
    /// The slots of the values.
    let layout: VariableLayout
    private(set) var storage: VariableStorage

    /// Makes values for the variables that the environment declares, none set.
    public init(for environment: CELEnvironment) { self.init(layout: environment.layout) }

    /// Makes values for the variables of the environment that compiled the program, none set.
    public init(for program: CELProgram) { self.init(layout: program.plan.layout) }

    /// Makes values for a layout, none set.
    init(layout: VariableLayout) {
        self.layout = layout
        storage = VariableStorage(count: layout.names.count)
    }

    /// The value of a variable. Setting a name that is not declared has no effect.
    public subscript(name: String) -> CELValue? {
        get { layout.slots[name].flatMap { storage.values[$0] } }
        set {
            if let slot = layout.slots[name] { storage.set(newValue, at: slot) }
        }
    }

    /// The slot of a declared variable, for setting it without looking up its name each time.
    public func slot(of name: String) -> Int? { layout.slots[name] }

    /// Sets the variable of a slot; a slot that does not exist has no effect.
    public mutating func set(_ value: CELValue?, at slot: Int) {
        if storage.values.indices.contains(slot) { storage.set(value, at: slot) }
    }

    /// The same values in the order of another environment's slots.
    func arranged(for layout: VariableLayout) -> VariableStorage {
        var arranged = VariableStorage(count: layout.names.count)
        for (slot, name) in layout.names.enumerated() { arranged.set(self[name], at: slot) }
        return arranged
    }
}
