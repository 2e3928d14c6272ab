/// Values for the variables of an environment.
///
/// Made once and changed between evaluations. A program of the same environment, or of one that this one was made from by
/// declaring more, reads them by slot; a program of another environment finds them by name, which is slower.
///
/// The values of named expressions are kept here too, once they have been read: setting a variable forgets those that
/// depend on it.
public struct CELVariables: Sendable {
    /// The slots of the values.
    let layout: VariableLayout
    /// The values.
    var storage: VariableStorage
    /// The steps that the last evaluation took which was given these variables to keep values in.
    public internal(set) var steps = 0

    /// Makes values for the variables that the environment declares, none set.
    public init(for environment: CELEnvironment) { self.init(layout: environment.layout) }

    /// Makes values for the variables of the environment that compiled the program, none set.
    public init(for program: CELProgram) { self.init(layout: program.plan.layout) }

    /// Makes values for the variables that the environment declares, which are looked up by name when they are first read.
    ///
    /// A variable that is set is not looked up. What was looked up is kept for these values and all copies of them; several
    /// evaluations at once may look up the same name.
    /// - Parameter lookUp: Gives the value of a declared variable, or `nil` for one that has none. Called by any thread.
    public init(for environment: CELEnvironment, lookUp: @escaping @Sendable (String) -> CELValue?) {
        layout = environment.layout
        storage = VariableStorage(count: layout.slots.count, lookup: VariableLookup(lookUp))
    }

    /// Makes values for a layout, none set.
    init(layout: VariableLayout) {
        self.layout = layout
        storage = VariableStorage(count: layout.slots.count)
    }

    /// The value that a variable was set to, that of a named expression if it is known. Setting a name that is not declared has no
    /// effect.
    public subscript(name: String) -> CELValue? {
        get { layout.slot(of: name).flatMap { storage.value(at: $0) } }
        set {
            if let slot = layout.slot(of: name) { set(newValue, at: slot) }
        }
    }

    /// The slot of a declared variable, for setting it without looking up its name each time.
    public func slot(of name: String) -> Int? { layout.slot(of: name) }

    /// Sets the variable of a slot; a slot that does not exist has no effect.
    public mutating func set(_ value: CELValue?, at slot: Int) {
        guard slot >= 0, slot < storage.count else { return }
        storage.set(value, at: slot)
        forgetDependents(of: slot)
    }

    /// Makes the variable of a slot stand for a field of a message: it is what the field holds, and is read there. Slots that
    /// do not exist have no effect.
    ///
    /// - Parameters:
    ///   - field: The field's index in ``CELMessageType/fields``.
    ///   - message: The slot of a variable that holds a message. Setting it does not forget what depends on this variable.
    package mutating func set(field: Int, ofMessageAt message: Int, at slot: Int) {
        guard slot >= 0, slot < storage.count, message >= 0, message < storage.count else { return }
        storage.set(VariableField(variable: message, slot: field), at: slot)
        forgetDependents(of: slot)
    }

    /// Makes the same values, in memory that nobody else has.
    init(copying other: CELVariables) {
        layout = other.layout
        storage = VariableStorage(copying: other.storage)
    }

    private mutating func forgetDependents(of slot: Int) {
        layout.forEachDependent(of: slot) { storage.forget($0) }
    }

    /// The same values in the order of another environment's slots.
    func arranged(for layout: VariableLayout) -> VariableStorage {
        var arranged = VariableStorage(count: layout.slots.count, lookup: storage.lookup)
        for (slot, declared) in layout.slots.enumerated() where declared.definition == nil {
            arranged.set(self[declared.name], at: slot)
        }
        return arranged
    }
}
