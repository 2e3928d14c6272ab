internal import Text

/// A format of `format`: text with clauses such as `%s` or `%.2f`, which stand for values.
struct FormatTemplate: Sendable {
    /// How a value is written.
    enum Clause: Sendable, Hashable {
        /// `%s`: any value as text.
        case text
        /// `%d`: a number.
        case decimal
        /// `%f`: a number with so many digits after the decimal point.
        case fixed(precision: Int)
        /// `%e`: a number with an exponent and so many digits after the decimal point.
        case scientific(precision: Int)
        /// `%b`: a whole number or bool in binary digits.
        case binary
        /// `%o`: a whole number in octal digits.
        case octal
        /// `%x` and `%X`: a whole number, or each byte of a text, in hexadecimal digits.
        case hexadecimal(isUpper: Bool)
    }

    /// A part of the result.
    private enum Part: Sendable {
        case literal([UInt8])
        case clause(Clause)
    }

    /// The most digits after the decimal point that may be asked for, as Google's C++ implementation has it.
    private static let maximumPrecision = 1000
    private static let defaultPrecision = 6

    private let parts: [Part]

    /// The clauses in their order; each takes one value.
    let clauses: [Clause]

    /// Reads a format.
    ///
    /// - Throws: `invalidArgument` for a clause that is none.
    init(_ text: String) throws(CELFault) {
        var parts: [Part] = []
        var clauses: [Clause] = []
        var literal: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), rest.first != UInt8(ascii: "%") else {
                literal.append(byte)
                if byte == UInt8(ascii: "%") { rest.removeFirst() }
                continue
            }
            let clause = try Self.clause(&rest)
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = []
            parts.append(.clause(clause))
            clauses.append(clause)
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        self.parts = parts
        self.clauses = clauses
    }

    private static func clause(_ rest: inout ArraySlice<UInt8>) throws(CELFault) -> Clause {
        var precision = defaultPrecision
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            precision = try self.precision(&rest)
        }
        switch rest.popFirst() {
        case UInt8(ascii: "s"): return .text
        case UInt8(ascii: "d"): return .decimal
        case UInt8(ascii: "f"): return .fixed(precision: precision)
        case UInt8(ascii: "e"): return .scientific(precision: precision)
        case UInt8(ascii: "b"): return .binary
        case UInt8(ascii: "o"): return .octal
        case UInt8(ascii: "x"): return .hexadecimal(isUpper: false)
        case UInt8(ascii: "X"): return .hexadecimal(isUpper: true)
        case nil: throw .openClause
        default:
            throw .unknownClause
        }
    }

    private static func precision(_ rest: inout ArraySlice<UInt8>) throws(CELFault) -> Int {
        let digits = rest.prefix { $0.isDigit }
        rest = rest.dropFirst(digits.count)
        guard !digits.isEmpty else {
            throw .noPrecision
        }
        // Zeros in front count for nothing, and five more digits exceed every limit.
        let significant = digits.drop { $0 == UInt8(ascii: "0") }.prefix(5)
        let precision = significant.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        guard precision <= maximumPrecision else {
            throw .precision(limit: maximumPrecision)
        }
        return precision
    }

    /// The text with the values in their places; values beyond the last clause are not used.
    func text(of values: [CELValue], _ meter: inout CostMeter) throws(CELFault) -> String {
        var rest = values[...]
        var writer = ValueWriter()
        for part in parts {
            switch part {
            case .literal(let bytes): try writer.append(bytes, &meter)
            case .clause(let clause):
                guard let value = rest.popFirst() else {
                    throw .missingValues(clauses: clauses.count, values: values.count)
                }
                try writer.append(value, as: clause, &meter)
            }
        }
        return writer.text
    }
}

extension FormatTemplate.Clause {
    /// Whether values of the type can be written so; `dyn` may hold one that can.
    func accepts(_ type: CELType) -> Bool {
        switch (self, type.unwrapped) {
        case (_, .dyn), (_, .typeParameter), (_, .int), (_, .uint): true
        case (.text, .message), (.text, .opaque): false
        case (.text, _): true
        case (.decimal, .double), (.fixed, .double), (.scientific, .double): true
        case (.binary, .bool): true
        case (.hexadecimal, .string), (.hexadecimal, .bytes): true
        default: false
        }
    }

    /// The clause without a precision, and the types of values that it takes, for messages.
    var demand: String {
        switch self {
        case .text: "'%s' takes a value that has a text"
        case .decimal: "'%d' takes an int, uint or double"
        case .fixed: "'%f' takes an int, uint or double"
        case .scientific: "'%e' takes an int, uint or double"
        case .binary: "'%b' takes an int, uint or bool"
        case .octal: "'%o' takes an int or uint"
        case .hexadecimal(let isUpper): "'\(isUpper ? "%X" : "%x")' takes an int, uint, string or bytes"
        }
    }

    /// What is wrong with a value of the type.
    func mismatch(_ type: CELType) -> String { "\(demand), not \(type)" }
}
