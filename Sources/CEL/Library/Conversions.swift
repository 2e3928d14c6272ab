internal import Text

/// Conversions between types, named by the type that they give, and `type` and `dyn`.
enum Conversions {
    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        Function(
            "bool", overloads(.bool, from: [.bool, .string]), cost: .linear, .unary(toBool),
            traits: .reading(refused: "no bool")),
        Function(
            "int", overloads(.int, from: [.int, .uint, .double, .string, .timestamp]), cost: .linear, .unary(toInt),
            traits: .reading(refused: "no int", pattern: "^-?[0-9]{1,18}$")),
        Function(
            "uint", overloads(.uint, from: [.uint, .int, .double, .string]), cost: .linear, .unary(toUInt),
            traits: .reading(refused: "no uint", pattern: "^[0-9]{1,19}$")),
        Function(
            "double", overloads(.double, from: [.double, .int, .uint, .string]), cost: .linear, .unary(toDouble),
            traits: .reading(refused: "no double", pattern: "^-?[0-9]+([.][0-9]+)?$")),
        Function(
            "string",
            overloads(
                .string,
                from: [
                    .string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration, IPAddress.celType,
                    IPNetwork.celType, URLValue.celType,
                ]), cost: .linear, .unary(toString)),
        Function("bytes", overloads(.bytes, from: [.bytes, .string]), cost: .linear, .unary(toBytes)),
        Function(
            "timestamp", overloads(.timestamp, from: [.timestamp, .string, .int]), cost: .linear, .unary(toTimestamp),
            traits: .reading(refused: "no timestamp")),
        Function(
            "duration", overloads(.duration, from: [.duration, .string]), cost: .linear, .unary(toDuration),
            traits: .reading(refused: "no duration")),
        Function(
            "type", [.global([.typeParameter("A")], .type)],
            cost: .constant, .unary { (value, _) throws(CELFault) in .type(value.type) }),
        Function(
            "dyn", [.global([.typeParameter("A")], .dyn)], cost: .constant,
            .unary { (value, _) throws(CELFault) in value }),
    ]

    private static func overloads(_ result: CELType, from types: [CELType]) -> [Overload] {
        types.map { .global([$0], result) }
    }

    private static func toBool(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .bool: return value
        case .string("1"), .string("t"), .string("T"), .string("true"), .string("TRUE"), .string("True"):
            return .bool(true)
        case .string("0"), .string("f"), .string("F"), .string("false"), .string("FALSE"), .string("False"):
            return .bool(false)
        case .string: throw .unreadableText(as: "bool")
        default: throw .noSuchOverload("bool", [value])
        }
    }

    private static func toInt(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .int: return value
        case .uint(let number):
            guard let number = Int64(exactly: number) else { throw .outOfRange(of: "int") }
            return .int(number)
        case .double(let number):
            // The bounds themselves are out: the doubles next to them do not round trip.
            guard number > -0x1p63, number < 0x1p63 else { throw .outOfRange(of: "int") }
            return .int(Int64(number))
        case .string(let text):
            try meter.charge(text.utf8.count / 10)
            guard let number = Int64(text) else { throw .unreadableText(as: "int") }
            return .int(number)
        case .timestamp(let instant): return .int(instant.seconds)
        default: throw .noSuchOverload("int", [value])
        }
    }

    private static func toUInt(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .uint: return value
        case .int(let number):
            guard let number = UInt64(exactly: number) else { throw .outOfRange(of: "uint") }
            return .uint(number)
        case .double(let number):
            guard number >= 0, number < 0x1p64 else { throw .outOfRange(of: "uint") }
            return .uint(UInt64(number))
        case .string(let text):
            try meter.charge(text.utf8.count / 10)
            guard text.utf8.first?.isDigit == true, let number = UInt64(text) else { throw .unreadableText(as: "uint") }
            return .uint(number)
        default: throw .noSuchOverload("uint", [value])
        }
    }

    private static func toDouble(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .double: return value
        case .int(let number): return .double(Double(number))
        case .uint(let number): return .double(Double(number))
        case .string(let text):
            try meter.charge(bytes: text.utf8.count)
            // The library's reader stops at a zero byte.
            guard !text.utf8.contains(0), let number = Double(text) else { throw .unreadableText(as: "double") }
            if number.isInfinite, text.utf8.contains(where: \.isDigit) { throw .outOfRange(of: "double") }
            return .double(number)
        default: throw .noSuchOverload("double", [value])
        }
    }

    private static func toString(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .string: return value
        case .bool(let bool): return .string(bool ? "true" : "false")
        case .int(let number): return .string(String(number))
        case .uint(let number): return .string(String(number))
        case .double(let number): return .string(DecimalText.shortest(number))
        case .bytes(let bytes):
            try meter.charge(bytes: bytes.count)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw .noUTF8
            }
            return .string(text)
        case .timestamp(let instant): return .string(instant.description)
        case .duration(let span): return .string(span.description)
        case .opaque(let value) where !(value is CELOptional): return .string(value.description)
        default: throw .noSuchOverload("string", [value])
        }
    }

    private static func toBytes(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .bytes: return value
        case .string(let text):
            try meter.charge(bytes: text.utf8.count)
            return .bytes(Array(text.utf8))
        default: throw .noSuchOverload("bytes", [value])
        }
    }

    private static func toTimestamp(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .timestamp: return value
        case .string(let text):
            try meter.charge(text.utf8.count / 10)
            guard let instant = CELTimestamp(rfc3339: text) else {
                throw .noTimestamp
            }
            return .timestamp(instant)
        case .int(let seconds):
            guard let instant = CELTimestamp(seconds: seconds) else { throw .outOfRange(of: "timestamp") }
            return .timestamp(instant)
        default: throw .noSuchOverload("timestamp", [value])
        }
    }

    private static func toDuration(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .duration: return value
        case .string(let text):
            try meter.charge(bytes: text.utf8.count)
            guard let span = CELDuration(text) else {
                throw .noDuration
            }
            return .duration(span)
        default: throw .noSuchOverload("duration", [value])
        }
    }
}
