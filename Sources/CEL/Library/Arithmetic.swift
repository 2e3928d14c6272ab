/// The operators `+ - * / %` and negation.
enum Arithmetic {
    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        Function(
            Operators.add,
            [
                .global([.int, .int], .int), .global([.uint, .uint], .uint), .global([.double, .double], .double),
                .global([.string, .string], .string), .global([.bytes, .bytes], .bytes),
                .global([.list(.typeParameter("A")), .list(.typeParameter("A"))], .list(.typeParameter("A"))),
                .global([.timestamp, .duration], .timestamp), .global([.duration, .timestamp], .timestamp),
                .global([.duration, .duration], .duration),
            ], cost: FunctionCost(result: sum), .binary(add),
            traits: FunctionTraits(leastCount: { $0.leastCount(0) + $0.leastCount(1) })),
        Function(
            Operators.subtract,
            [
                .global([.int, .int], .int), .global([.uint, .uint], .uint), .global([.double, .double], .double),
                .global([.timestamp, .duration], .timestamp), .global([.timestamp, .timestamp], .duration),
                .global([.duration, .duration], .duration),
            ], cost: .linear, .binary(subtract)),
        Function(
            Operators.multiply,
            [.global([.int, .int], .int), .global([.uint, .uint], .uint), .global([.double, .double], .double)],
            cost: .linear, .binary(multiply)),
        Function(
            Operators.divide,
            [.global([.int, .int], .int), .global([.uint, .uint], .uint), .global([.double, .double], .double)],
            cost: .linear, .binary(divide)),
        Function(
            Operators.modulo, [.global([.int, .int], .int), .global([.uint, .uint], .uint)], cost: .linear,
            .binary(modulo)),
        Function(
            Operators.negate, [.global([.int], .int), .global([.double], .double)], cost: .linear, .unary(negate)),
    ]

    /// A number, a text or list of both, or what the type tells of others.
    private static let sum: FunctionCost.Result = { call in
        switch call.resultType {
        case .string, .bytes: .text(bytes: call.totalBytes)
        case .list:
            .elements(
                count: call.operands.reduce(0) { $0.saturatingAdd($1.count(call.assumptions)) },
                of: .larger(call.operand(0).element, call.operand(1).element, call.assumptions))
        default: call.resultOfType
        }
    }

    private static func checked<Value>(_ result: (partialValue: Value, overflow: Bool)) throws(CELFault) -> Value {
        if result.overflow { throw .integerOverflow }
        return result.partialValue
    }

    private static func inRange<Value>(_ value: Value?) throws(CELFault) -> Value {
        guard let value else { throw .timeOverflow }
        return value
    }

    /// The sum of two numbers or times, or two texts or lists one after the other.
    static func add(_ left: CELValue, _ right: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch (left, right) {
        case (.int(let left), .int(let right)): return .int(try checked(left.addingReportingOverflow(right)))
        case (.uint(let left), .uint(let right)): return .uint(try checked(left.addingReportingOverflow(right)))
        case (.double(let left), .double(let right)): return .double(left + right)
        case (.string(let left), .string(let right)):
            try meter.charge(bytes: left.utf8.count + right.utf8.count)
            return .string(left + right)
        case (.bytes(let left), .bytes(let right)):
            try meter.charge(bytes: left.count + right.count)
            return .bytes(left + right)
        case (.list(let left), .list(let right)):
            try meter.charge(left.count + right.count)
            return .list(left + right)
        case (.timestamp(let instant), .duration(let span)), (.duration(let span), .timestamp(let instant)):
            return .timestamp(try inRange(instant.adding(span)))
        case (.duration(let left), .duration(let right)):
            let sum = left.totalNanoseconds.addingReportingOverflow(right.totalNanoseconds)
            return .duration(CELDuration(totalNanoseconds: try inRange(sum.overflow ? nil : sum.partialValue)))
        default: throw .noSuchOverload(Operators.add, [left, right])
        }
    }

    private static func subtract(
        _ left: CELValue, _ right: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        switch (left, right) {
        case (.int(let left), .int(let right)): return .int(try checked(left.subtractingReportingOverflow(right)))
        case (.uint(let left), .uint(let right)): return .uint(try checked(left.subtractingReportingOverflow(right)))
        case (.double(let left), .double(let right)): return .double(left - right)
        case (.timestamp(let instant), .duration(let span)):
            guard span.totalNanoseconds != .min else { throw .timeOverflow }
            return .timestamp(try inRange(instant.adding(CELDuration(totalNanoseconds: -span.totalNanoseconds))))
        case (.timestamp(let left), .timestamp(let right)): return .duration(try inRange(left.since(right)))
        case (.duration(let left), .duration(let right)):
            let difference = left.totalNanoseconds.subtractingReportingOverflow(right.totalNanoseconds)
            let total = try inRange(difference.overflow ? nil : difference.partialValue)
            return .duration(CELDuration(totalNanoseconds: total))
        default: throw .noSuchOverload(Operators.subtract, [left, right])
        }
    }

    private static func multiply(
        _ left: CELValue, _ right: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        switch (left, right) {
        case (.int(let left), .int(let right)): return .int(try checked(left.multipliedReportingOverflow(by: right)))
        case (.uint(let left), .uint(let right)):
            return .uint(try checked(left.multipliedReportingOverflow(by: right)))
        case (.double(let left), .double(let right)): return .double(left * right)
        default: throw .noSuchOverload(Operators.multiply, [left, right])
        }
    }

    private static func divide(
        _ left: CELValue, _ right: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        switch (left, right) {
        case (.int(let left), .int(let right)):
            if right == 0 { throw .divisionByZero }
            return .int(try checked(left.dividedReportingOverflow(by: right)))
        case (.uint(let left), .uint(let right)):
            if right == 0 { throw .divisionByZero }
            return .uint(left / right)
        case (.double(let left), .double(let right)): return .double(left / right)
        default: throw .noSuchOverload(Operators.divide, [left, right])
        }
    }

    private static func modulo(
        _ left: CELValue, _ right: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        switch (left, right) {
        case (.int(let left), .int(let right)):
            if right == 0 { throw .divisionByZero }
            return .int(try checked(left.remainderReportingOverflow(dividingBy: right)))
        case (.uint(let left), .uint(let right)):
            if right == 0 { throw .divisionByZero }
            return .uint(left % right)
        default: throw .noSuchOverload(Operators.modulo, [left, right])
        }
    }

    private static func negate(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .int(let number):
            if number == .min { throw .integerOverflow }
            return .int(-number)
        case .double(let number): return .double(-number)
        default: throw .noSuchOverload(Operators.negate, [value])
        }
    }
}
