/// Finds arguments of a function that are wrong as they are written, whatever the variables are.
typealias ArgumentCheck = @Sendable (WrittenArguments) -> [ArgumentProblem]

/// The arguments of a call as they are written.
struct WrittenArguments {
    /// The operands; the first is what the function is called on, if it is called on something.
    let operands: [Expression]
    /// The types of the elements of the last operand, if that is written as a list.
    let elementTypes: [CELType]

    /// The elements of the last operand with their types; `nil` if it is no written list, or some may be left out.
    var elements: [(element: Expression, type: CELType)]? {
        guard case .list(let elements) = operands.last?.kind, elements.count == elementTypes.count,
            !elements.contains(where: \.isOptional)
        else { return nil }
        return zip(elements, elementTypes).map { ($0.value, $1) }
    }
}

/// What is wrong with an argument.
struct ArgumentProblem {
    let mistake: Mistake
    /// UTF-8 offsets in the source.
    let span: Range<Int>
}
