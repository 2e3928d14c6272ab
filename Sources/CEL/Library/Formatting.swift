/// `format` of the strings extension, by the meaning of cel-go's `ext.Strings`.
enum Formatting {
    /// The functions, for ``StandardLibrary``.
    static let functions: [Function] = [
        Function(
            name, [.member([.string, .list(.dyn)], .string)],
            .binary { (format, values, meter) throws(CELFault) in
                guard case .string(let text) = format else { throw .noSuchOverload(name, [format, values]) }
                try meter.charge(bytes: text.utf8.count)
                return try formatted(try FormatTemplate(text), values, &meter)
            },
            specialization: Function.Specialization(parameter: 0) { (format) throws(CELFault) in
                guard case .string(let text) = format else { throw .noSuchOverload(name, [format]) }
                let template = try FormatTemplate(text)
                return .binary { (_, values, meter) throws(CELFault) in try formatted(template, values, &meter) }
            })
    ]

    /// The name of the function.
    static let name = "format"

    private static func formatted(
        _ template: FormatTemplate, _ values: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        guard case .list(let elements) = values else { throw .noSuchOverload(name, [.string(""), values]) }
        return .string(try template.text(of: elements, &meter))
    }
}
