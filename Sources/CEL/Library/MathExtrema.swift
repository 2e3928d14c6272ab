/// `math.greatest` and `math.least` of numbers or of a list of numbers.
///
/// A call with three arguments or more is one of their list by the time it is checked: the parser sees to it.
enum MathExtrema {
    /// The name of the function for the greatest number.
    static let greatest = "math.greatest"
    /// The name of the function for the least number.
    static let least = "math.least"

    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [function(greatest, prefers: .greater), function(least, prefers: .less)]

    private static let numbers: [CELType] = [.double, .int, .uint]

    private static let overloads: [Overload] =
        numbers.map { .global([$0], $0) } + numbers.map { .global([.list($0)], $0) }
        + numbers.flatMap { left in
            numbers.map { right in .global([left, right], left == right ? left : .dyn) }
        }

    private static func function(_ name: String, prefers preferred: Ordering) -> Function {
        Function(
            name, overloads,
            cost: .linear,
            .variadic { (values, meter) throws(CELFault) in
                guard case .list(let elements) = values.first, values.count == 1 else {
                    return try extremum(of: values, name, preferred)
                }
                try meter.charge(elements.count)
                return try extremum(of: elements, name, preferred)
            }, check: { arguments in areNumbers(arguments, name) })
    }

    /// Finds elements that are no numbers in a list of several types.
    private static func areNumbers(_ arguments: WrittenArguments, _ name: String) -> [ArgumentProblem] {
        guard arguments.operands.count == 1 else { return [] }
        return (arguments.elements ?? []).compactMap { element, type in
            switch type.unwrapped {
            case .int, .uint, .double, .dyn: nil
            default: ArgumentProblem(mistake: .noNumber(for: name, type), span: element.span)
            }
        }
    }

    private static func extremum(
        of values: [CELValue], _ name: String, _ preferred: Ordering
    ) throws(CELFault) -> CELValue {
        guard var best = values.first else { throw .emptyList(for: name) }
        for value in values {
            guard let number = Number(value), let other = Number(best) else { throw .noSuchOverload(name, [value]) }
            let order = number.order(against: other)
            // NaN stands in no order: it stays if it is first and is passed over otherwise, as in Google's C++ engine.
            if order == preferred { best = value }
        }
        return best
    }
}
