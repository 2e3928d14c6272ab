/// What the checker found out about an expression.
struct CheckedExpression: Sendable {
    /// What a node's name stands for.
    enum Resolution: Sendable {
        /// The node needs none, or could not be resolved.
        case none
        case variable(slot: Int, name: String)
        case local(slot: Int)
        case constant(CELValue)
        /// A field of a message of a known type.
        case field(slot: Int)
        /// The same as an optional, of a message or an optional of one.
        case optionalField(slot: Int)
        /// A key or field as an optional, of a map, a message or an optional of one.
        case optionalMember
        /// A key or field of a value of any type.
        case dynamicMember
        /// The functions that take the call; `isNamespaced` when the target is part of the name.
        case functions([Function], isNamespaced: Bool)
        /// The slots of a macro's variables.
        case macroVariables(first: Int, second: Int?)
        /// What evaluating the node fails with.
        case failure(CELFault)
    }

    /// A field of a declared message type that is read or tested.
    struct FieldReference: Hashable, Comparable, Sendable {
        let message: String
        let field: String

        static func < (left: Self, right: Self) -> Bool {
            (left.message, left.field) < (right.message, right.field)
        }
    }

    /// What a call gives for each element of a constant list, found when checking.
    struct ElementTable: Sendable {
        /// What was found, by element.
        enum Content: Sendable {
            case values([CELValue])
            /// The element is the pattern of a call of `matches`.
            case patterns([RegularExpression])
        }

        /// The slot of the element's index.
        let indexSlot: Int
        let content: Content
    }

    /// The type of the whole.
    let resultType: CELType
    /// By node.
    let resolutions: [Resolution]
    /// The type of each node, by its id.
    let types: [CELType]
    /// What does not fit, in the order found.
    let problems: [Problem]
    /// The slots that macro variables need.
    let localCount: Int
    /// The declared variables read, by name.
    let referencedVariables: [String]
    /// The fields of declared message types read or tested, by name.
    let referencedFields: [FieldReference]
    /// The slots of the variables read, those that named expressions read included.
    let readSlots: Set<Int>
    /// By macro over a constant list, the slot of the element's index.
    let indexSlots: [Int: Int]
    /// By call of an element of a constant list, what it gives.
    let elementTables: [Int: ElementTable]
    /// The fewest and the most steps that evaluating takes, as far as can be told; named expressions are not in it.
    var estimatedCost = 0...0
    /// How large the value can be.
    var bound = ValueBound.any
}

extension CheckedExpression {
    /// The nodes right below a node that are evaluated for it: not those that are only part of a qualified name.
    func evaluatedChildren(of node: Expression) -> [Expression] {
        switch (node.kind, resolutions[node.id]) {
        case (.select, .variable), (.select, .constant): []
        case (.call(let call), .functions(_, isNamespaced: true)): call.arguments
        default: node.children
        }
    }

    /// Whether fields may be read that ``referencedFields`` does not name, because the type of what they are of is not known.
    var readsUnknownFields: Bool {
        resolutions.contains { resolution in
            switch resolution {
            case .dynamicMember, .optionalMember: true
            default: false
            }
        }
    }

    /// Whether a function of the host is called.
    var callsHost: Bool {
        resolutions.contains { resolution in
            if case .functions(let functions, _) = resolution { functions.contains(where: \.isHost) } else { false }
        }
    }
}
