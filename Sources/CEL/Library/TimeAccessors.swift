internal import Text

/// The parts of timestamps and durations: `getFullYear` and its like.
enum TimeAccessors {
    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        date("getFullYear", 1...9999) { $0.year }, date("getMonth", 0...11) { $0.month - 1 },
        date("getDate", 1...31) { $0.day },
        date("getDayOfMonth", 0...30) { $0.day - 1 }, date("getDayOfWeek", 0...6) { $0.dayOfWeek },
        date("getDayOfYear", 0...365) { $0.dayOfYear },
        time("getHours", { $0.hour }, { $0.seconds / 3600 }), time("getMinutes", { $0.minute }, { $0.seconds / 60 }),
        time("getSeconds", { $0.second }, { $0.seconds }),
        function("getMilliseconds", overloads(withDuration: true), milliseconds),
    ]

    private static func overloads(withDuration: Bool) -> [Overload] {
        let ofTimestamps: [Overload] = [.member([.timestamp], .int), .member([.timestamp, .string], .int)]
        return withDuration ? ofTimestamps + [.member([.duration], .int)] : ofTimestamps
    }

    /// A function whose second argument is a time zone, which is looked for before evaluating if it is constant.
    private static func function(
        _ name: String, _ overloads: [Overload], traits: FunctionTraits = FunctionTraits(),
        _ body: @escaping Function.Variadic
    ) -> Function {
        Function(
            name, overloads,
            cost: FunctionCost(steps: { call, result in
                call.operands.count == 2 ? 1 + TimeZoneOffset.cost : call.handling(result)
            }), .variadic(body),
            specialization: Function.Specialization(parameter: 1) { (zone) throws(CELFault) in
                if case .string(let zone) = zone { try TimeZoneOffset.check(zone) }
                return .variadic(body)
            }, traits: traits)
    }

    private static func date(
        _ name: String, _ range: ClosedRange<Int64>, _ part: @escaping @Sendable (CivilDate) -> Int64
    ) -> Function {
        function(
            name, overloads(withDuration: false), traits: FunctionTraits(range: range),
            { (values, meter) throws(CELFault) in .int(part(try civilDate(name, values, &meter))) })
    }

    private static func time(
        _ name: String, _ part: @escaping @Sendable (CivilDate) -> Int64,
        _ whole: @escaping @Sendable (CELDuration) -> Int64
    ) -> Function {
        function(
            name, overloads(withDuration: true),
            { (values, meter) throws(CELFault) in
                if values.count == 1, case .duration(let span) = values[0] { return .int(whole(span)) }
                return .int(part(try civilDate(name, values, &meter)))
            })
    }

    private static func milliseconds(_ values: [CELValue], _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch values.first {
        case .timestamp(let instant):
            // Asked for although whole milliseconds are the same everywhere: the zone must be one.
            _ = try civilDate("getMilliseconds", values, &meter)
            return .int(Int64(instant.nanos / 1_000_000))
        case .duration(let span) where values.count == 1: return .int(Int64(span.nanos / 1_000_000))
        default: throw .noSuchOverload("getMilliseconds", values)
        }
    }

    private static func civilDate(
        _ name: String, _ values: [CELValue], _ meter: inout CostMeter
    ) throws(CELFault) -> CivilDate {
        guard case .timestamp(let instant) = values.first else { throw .noSuchOverload(name, values) }
        if values.count == 1 { return CivilDate(secondsSinceEpoch: instant.seconds) }
        guard values.count == 2, case .string(let zone) = values[1] else { throw .noSuchOverload(name, values) }
        let offset = try TimeZoneOffset.seconds(at: instant, in: zone, &meter)
        return CivilDate(secondsSinceEpoch: instant.seconds + offset)
    }
}
