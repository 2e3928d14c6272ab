internal import Text

/// The parts of timestamps and durations: `getFullYear` and its like.
enum TimeAccessors {
    /// The functions, for ``StandardLibrary``.
    static let functions: [Function] = [
        date("getFullYear") { $0.year }, date("getMonth") { $0.month - 1 }, date("getDate") { $0.day },
        date("getDayOfMonth") { $0.day - 1 }, date("getDayOfWeek") { $0.dayOfWeek },
        date("getDayOfYear") { $0.dayOfYear },
        time("getHours", { $0.hour }, { $0.seconds / 3600 }), time("getMinutes", { $0.minute }, { $0.seconds / 60 }),
        time("getSeconds", { $0.second }, { $0.seconds }),
        Function("getMilliseconds", overloads(withDuration: true), .variadic(milliseconds)),
    ]

    /// The names of the functions.
    static let names = Set(functions.map(\.name))

    private static func overloads(withDuration: Bool) -> [Overload] {
        let ofTimestamps: [Overload] = [.member([.timestamp], .int), .member([.timestamp, .string], .int)]
        return withDuration ? ofTimestamps + [.member([.duration], .int)] : ofTimestamps
    }

    private static func date(_ name: String, _ part: @escaping @Sendable (CivilDate) -> Int64) -> Function {
        Function(
            name, overloads(withDuration: false),
            .variadic { (values, meter) throws(CELFault) in
                .int(part(try civilDate(name, values, &meter)))
            })
    }

    private static func time(
        _ name: String, _ part: @escaping @Sendable (CivilDate) -> Int64,
        _ whole: @escaping @Sendable (CELDuration) -> Int64
    ) -> Function {
        Function(
            name, overloads(withDuration: true),
            .variadic { (values, meter) throws(CELFault) in
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
