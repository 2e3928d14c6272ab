/// Writes values as the clauses of `format` ask, charging for each piece before it is written.
struct ValueWriter {
    private var bytes: [UInt8] = []

    /// Makes a writer of an empty text.
    init() {}

    /// What was written.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends UTF-8.
    mutating func append(_ text: [UInt8], _ meter: inout CostMeter) throws(CELFault) {
        try meter.charge(bytes: text.count)
        bytes += text
    }

    private mutating func append(_ text: String, _ meter: inout CostMeter) throws(CELFault) {
        try meter.charge(bytes: text.utf8.count)
        bytes += text.utf8
    }

    /// Appends a value.
    mutating func append(
        _ value: CELValue, as clause: FormatTemplate.Clause, _ meter: inout CostMeter
    ) throws(CELFault) {
        if case .text = clause { return try append(value, &meter) }
        if case .hexadecimal(let isUpper) = clause {
            switch value {
            case .string(let text): return try appendHexadecimal(Array(text.utf8), isUpper: isUpper, &meter)
            case .bytes(let bytes): return try appendHexadecimal(bytes, isUpper: isUpper, &meter)
            default: break
            }
        }
        switch clause {
        case .fixed(let precision), .scientific(let precision): try meter.charge(precision)
        default: break
        }
        guard let text = Self.number(value, clause) else {
            throw .clause(clause.mismatch(value.type))
        }
        try append(text, &meter)
    }

    private static func number(_ value: CELValue, _ clause: FormatTemplate.Clause) -> String? {
        switch (clause, value) {
        case (.decimal, .double(let number)): return DecimalText.plain(number)
        case (.fixed(let precision), _):
            return double(value).map { DecimalText.fixed($0, precision: precision) }
        case (.scientific(let precision), _):
            return double(value).map { DecimalText.scientific($0, precision: precision) }
        case (.binary, .bool(let bool)): return bool ? "1" : "0"
        case (.decimal, _): return whole(value, radix: 10)
        case (.binary, _): return whole(value, radix: 2)
        case (.octal, _): return whole(value, radix: 8)
        case (.hexadecimal(let isUpper), _): return whole(value, radix: 16, isUpper: isUpper)
        case (.text, _): return nil
        }
    }

    private static func double(_ value: CELValue) -> Double? {
        switch value {
        case .int(let number): Double(number)
        case .uint(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }

    private static func whole(_ value: CELValue, radix: Int, isUpper: Bool = false) -> String? {
        switch value {
        case .int(let number): String(number, radix: radix, uppercase: isUpper)
        case .uint(let number): String(number, radix: radix, uppercase: isUpper)
        default: nil
        }
    }

    private mutating func appendHexadecimal(
        _ text: [UInt8], isUpper: Bool, _ meter: inout CostMeter
    ) throws(CELFault) {
        try meter.charge(bytes: text.count * 2)
        let digits = Array((isUpper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        for byte in text {
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 0xF)])
        }
    }

    // MARK: - Any value

    private mutating func append(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) {
        switch value {
        case .null: try append("null", &meter)
        case .bool(let bool): try append(bool ? "true" : "false", &meter)
        case .int(let number): try append(String(number), &meter)
        case .uint(let number): try append(String(number), &meter)
        case .double(let number): try append(DecimalText.plain(number), &meter)
        case .string(let text): try append(text, &meter)
        case .bytes(let text):
            try meter.charge(bytes: text.count)
            guard String(validating: text, as: UTF8.self) != nil else {
                throw .noUTF8
            }
            bytes += text
        case .timestamp(let instant): try append(instant.description, &meter)
        case .duration(let span): try append(span.description, &meter)
        case .type(let type): try append(type.typeName, &meter)
        case .list(let elements): try append(elements, &meter)
        case .map(let map): try append(map, &meter)
        default: throw .clause(FormatTemplate.Clause.text.mismatch(value.type))
        }
    }

    private mutating func append(_ elements: [CELValue], _ meter: inout CostMeter) throws(CELFault) {
        try append("[", &meter)
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes += ", ".utf8 }
            try append(element, &meter)
        }
        bytes += "]".utf8
    }

    /// Appends the entries in the order of their keys' texts.
    private mutating func append(_ map: CELMap, _ meter: inout CostMeter) throws(CELFault) {
        try append("{", &meter)
        let keys = try map.entries.map { (entry) throws(CELFault) in
            var writer = ValueWriter()
            try writer.append(entry.key, &meter)
            return CELValue.string(writer.text)
        }
        let positions = map.entries.indices.map { CELValue.int(Int64($0)) }
        for (index, position) in try ListOrder.sorted(positions, by: keys, for: "format", &meter).enumerated() {
            guard case .int(let position) = position, case .string(let key) = keys[Int(position)] else { continue }
            if index > 0 { bytes += ", ".utf8 }
            try append(key, &meter)
            bytes += ": ".utf8
            try append(map.entries[Int(position)].value, &meter)
        }
        bytes += "}".utf8
    }
}
