/// What can be told of a function's calls without evaluating them: for linters, and for what authors are told of failures.
struct FunctionTraits: Sendable {
    /// What must be so for a call not to fail, where one can ask for it first.
    enum Demand: Sendable {
        /// The ints among the arguments are positions in the first, which is a text.
        case positions
        /// The first argument, a list, has an element.
        case anElement
        /// The first argument, an optional, has a value.
        case aValue
        /// An argument that is a text says something.
        case text(TextDemand)
    }

    /// What a text must say.
    struct TextDemand: Sendable {
        /// Which of the arguments is the text.
        let argument: Int
        /// What a text is that is refused, such as `no URL`.
        let refused: String
        /// The function that tells whether a text is taken, if there is one.
        let question: String?
        /// A regular expression of texts that are taken, if there is no such function.
        let pattern: String?
    }

    /// What a call that is true tells of the first argument.
    enum Test: Sendable {
        /// It matches a regular expression.
        case pattern
        /// The second argument stands in it.
        case part(TextTest)
        /// It is an optional that has a value.
        case hasValue
    }

    /// What the number says that a call gives.
    enum Measure: Sendable {
        /// How large the first argument is.
        case size
        /// Where the second argument stands in the first, a text: -1 for nowhere.
        case position
    }

    /// What must be so for a call not to fail.
    var demand: Demand?
    /// What a call that is true tells.
    var test: Test?
    /// What the number says that a call gives.
    var measure: Measure?
    /// Between which numbers the int is that a call gives.
    var range: ClosedRange<Int64>?
    /// Which of the arguments is a regular expression.
    var pattern: Int?
    /// Which of the arguments is the text at which the first is cut: where it stands in that, there are two parts at least.
    var separator: Int?
    /// What is known of the text that a call gives.
    var shape: TextShape.Rule?
    /// What is known of each text in the list that a call gives.
    var elementShape: TextShape.Rule?
    /// Whether the optional that a call gives has a value where the first argument, a list, has an element.
    var isAnElement = false
    /// How many elements the list has at least that a call gives; where it is not given, the list may be empty.
    var leastCount: (@Sendable (KnownArguments) -> Int)?

    /// Those of a function that refuses some texts.
    static func reading(
        argument: Int = 0, refused: String, question: String? = nil, pattern: String? = nil
    ) -> FunctionTraits {
        FunctionTraits(
            demand: .text(
                TextDemand(argument: argument, refused: refused, question: question, pattern: pattern)))
    }

    /// Those of a function that gives texts of a shape.
    static func giving(_ shape: @escaping TextShape.Rule) -> FunctionTraits { FunctionTraits(shape: shape) }
}
