/// The steps that a call takes at most, beside those of its operands, and how large its result can be.
struct CallCost {
    private let assumptions: CELSizeAssumptions
    private let name: String
    private let operands: [ValueBound]
    /// The type of the result.
    private let resultType: CELType
    /// For a function of the host, the steps of each step of walking through its arguments.
    private let hostCost: Int?

    /// Takes a call; `operands` starts with what the function is called on.
    init(
        _ name: String, _ operands: [ValueBound], resultType: CELType, hostCost: Int? = nil,
        _ assumptions: CELSizeAssumptions
    ) {
        self.name = name
        self.operands = operands
        self.resultType = resultType
        self.hostCost = hostCost
        self.assumptions = assumptions
    }

    /// The steps.
    var steps: Int {
        guard let hostCost else { return ownSteps }
        // The host may have overloaded a function of the language.
        return ownSteps.saturatingAdd(linear.saturatingMultiply(hostCost)).saturatingAdd(work(result))
    }

    /// The steps of the language's function of the name.
    private var ownSteps: Int {
        switch name {
        case Operators.index, Operators.optionalIndex, Operators.not, "dyn", "type", "cel.bind": return 1
        case "size" where operands.first.map(isContainer) == true: return 1
        case Operators.contains:
            let list = operand(1)
            return list.count(assumptions).saturatingMultiply(
                comparison(operand(0), list.element).saturatingAdd(1)
            ).saturatingAdd(1)
        case _ where Relation(function: name) != nil: return comparison(operand(0), operand(1)).saturatingAdd(1)
        case "sort", "sortBy": return count.saturatingMultiply(64 - count.leadingZeroBitCount).saturatingAdd(linear)
        case "distinct", "sets.contains", "sets.equivalent", "sets.intersects":
            return linear.saturatingMultiply(Self.indexingCost)
        case "matches", "find", "regex.extract":
            return linear.saturatingMultiply(Self.regexCost).saturatingAdd(Self.compilationCost)
        case "findAll", "regex.extractAll", "regex.replace":
            // Each match is a search of what follows it.
            let bytes = operand(0).bytes(assumptions)
            return linear.saturatingMultiply(Self.regexCost)
                .saturatingAdd(Self.compilationCost)
                .saturatingAdd(bytes.saturatingAdd(1).saturatingMultiply(bytes / 10 + 2))
        case "replace": return work(result).saturatingAdd(linear).saturatingAdd(bytes(operand(0)))
        case "lists.range": return count.saturatingAdd(1)
        case _ where name.hasPrefix("get") && operands.count == 2: return Self.timeZoneCost
        default: return work(result).saturatingAdd(linear)
        }
    }

    /// The result.
    var result: ValueBound {
        switch name {
        case _ where Self.elementFunctions.contains(name) && operands.first.map(isContainer) == true:
            return operand(0).element
        case "flatten":
            let inner = operand(0).element
            return .elements(
                count: count.saturatingMultiply(max(1, inner.count(assumptions))),
                of: .larger(inner, inner.element, assumptions))
        case "split", "findAll", "regex.extractAll":
            // The parts share the bytes of the text, so that many parts are short ones.
            return .elements(count: bytes(operand(0)).saturatingAdd(1), of: .text(bytes: 1))
        case "getQuery":
            let count = max(1, assumptions.elementCount)
            return .elements(count: count, of: .elements(count: 1, of: .text(bytes: assumptions.textLength / count)))
        case "replace", "regex.replace":
            // At most one replacement for each byte, and one more at the end.
            let length = bytes(operand(0))
            return .text(bytes: length.saturatingAdd(1).saturatingMultiply(max(1, bytes(operand(2)))))
        case "lowerAscii", "upperAscii", "trim", "substring", "charAt", "find", "regex.extract":
            return .text(bytes: bytes(operand(0)))
        case "join":
            let separators = count.saturatingMultiply(bytes(operand(1)))
            return .text(bytes: operand(0).bytes(assumptions).saturatingAdd(separators))
        case "lists.range": return .elements(count: assumptions.elementCount, of: .scalar)
        case "optional.of", "optional.ofNonZeroValue": return operand(0).wrapped
        default: break
        }
        switch resultType {
        case .string, .bytes:
            if name == Operators.add { return .text(bytes: totalBytes) }
            return .text(bytes: totalBytes.saturatingMultiply(2).saturatingAdd(Self.fixedText))
        case .list where name == Operators.add:
            return .elements(
                count: operands.reduce(0) { $0.saturatingAdd($1.count(assumptions)) },
                of: .larger(operand(0).element, operand(1).element, assumptions))
        case .list, .map: return operands.first(where: isContainer) ?? .of(resultType, assumptions)
        case .typeParameter, .dyn, .opaque(CELType.optionalName, _): return anyOperand
        default: return .of(resultType, assumptions)
        }
    }

    /// The steps per element of putting values into a table.
    private static let indexingCost = 30
    /// The steps per ten bytes that matching takes with a long pattern.
    private static let regexCost = 10
    /// The steps of compiling a pattern that is no constant.
    private static let compilationCost = 11_000
    /// The steps of reading a time zone.
    private static let timeZoneCost = 1001
    /// The bytes of a number, a date or the like as text.
    private static let fixedText = 64

    private func operand(_ index: Int) -> ValueBound { operands.indices.contains(index) ? operands[index] : .scalar }

    private func bytes(_ bound: ValueBound) -> Int { bound.bytes(assumptions) }

    private func isContainer(_ bound: ValueBound) -> Bool {
        if case .elements = bound.form { true } else { false }
    }

    private var count: Int { operand(0).count(assumptions) }

    private var totalBytes: Int { operands.reduce(0) { $0.saturatingAdd($1.bytes(assumptions)) } }

    private var linear: Int { operands.reduce(1) { $0.saturatingAdd(work($1)) } }

    private func comparison(_ left: ValueBound, _ right: ValueBound) -> Int { min(work(left), work(right)) }

    /// The steps of handling a value once: none for those of no size.
    private func work(_ bound: ValueBound) -> Int {
        switch bound.form {
        case .scalar, .message: 0
        case .text, .elements, .any: bound.walk(assumptions)
        }
    }

    private var anyOperand: ValueBound {
        operands.reduce(.scalar) { .larger($0, $1, assumptions) }
    }

    /// The functions that give an element of a list or map.
    private static let elementFunctions: Set = [
        Operators.index, Operators.optionalIndex, "first", "last", "min", "max",
    ]
}
