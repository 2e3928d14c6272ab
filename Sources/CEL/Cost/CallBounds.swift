/// A call as its cost is estimated: how large what it is given can be.
struct CallBounds {
    /// The operands; the first is what the function is called on, if it is called on something.
    let operands: [ValueBound]
    /// The type of the result.
    let resultType: CELType
    let assumptions: CELSizeAssumptions

    /// An operand; one of no size for an argument that is left out.
    func operand(_ index: Int) -> ValueBound { operands.indices.contains(index) ? operands[index] : .scalar }

    /// The bytes of an operand that is a text.
    func bytes(_ index: Int) -> Int { operand(index).bytes(assumptions) }

    /// The elements of the first operand.
    var count: Int { operand(0).count(assumptions) }

    /// Whether an operand is a list or map.
    func isContainer(_ index: Int) -> Bool { Self.isContainer(operand(index)) }

    /// The bytes of all operands.
    var totalBytes: Int { operands.reduce(0) { $0.saturatingAdd($1.bytes(assumptions)) } }

    /// The steps of going through all operands once.
    var linear: Int { operands.reduce(1) { $0.saturatingAdd(work($1)) } }

    /// The steps of going through all operands and the result once.
    func handling(_ result: ValueBound) -> Int { work(result).saturatingAdd(linear) }

    /// The steps of comparing two values.
    func comparison(_ left: ValueBound, _ right: ValueBound) -> Int { min(work(left), work(right)) }

    /// The steps of handling a value once: none for those of no size.
    func work(_ bound: ValueBound) -> Int {
        switch bound.form {
        case .scalar, .message: 0
        case .text, .elements, .any: bound.walk(assumptions)
        }
    }

    /// The largest result that is made of the operands, as far as its type tells.
    var resultOfType: ValueBound {
        switch resultType {
        case .string, .bytes: .text(bytes: totalBytes.saturatingMultiply(2).saturatingAdd(Self.fixedText))
        case .list, .map: operands.first(where: Self.isContainer) ?? .of(resultType, assumptions)
        case .typeParameter, .dyn, .opaque(CELType.optionalName, _):
            operands.reduce(.scalar) { .larger($0, $1, assumptions) }
        default: .of(resultType, assumptions)
        }
    }

    /// The bytes of a number, a date or the like as text.
    private static let fixedText = 64

    private static func isContainer(_ bound: ValueBound) -> Bool {
        if case .elements = bound.form { true } else { false }
    }
}
