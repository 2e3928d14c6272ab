internal import Text

/// The strings extension, by the names and meanings of cel-go's `ext.Strings`.
enum StringExtensions {
    private static let strings: CELType = .list(.string)
    /// The function that replaces parts of a text.
    static let replaceName = "replace"
    /// The function that cuts a text into parts.
    static let splitName = "split"
    /// The function that takes blanks away from both ends.
    static let trimName = "trim"

    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        Function(
            "charAt", [.member([.string, .int], .string)], cost: .shortening, .binary(charAt),
            traits: FunctionTraits(demand: .positions, shape: shapeOfCharacter)),
        Function(
            "indexOf", [.member([.string, .string], .int), .member([.string, .string, .int], .int)],
            cost: .linear, .variadic(indexOf), traits: FunctionTraits(measure: .position, range: -1...Int64.max)),
        Function(
            "lastIndexOf", [.member([.string, .string], .int), .member([.string, .string, .int], .int)],
            cost: .linear, .variadic(lastIndexOf), traits: FunctionTraits(measure: .position, range: -1...Int64.max)),
        Function(
            "substring", [.member([.string, .int], .string), .member([.string, .int, .int], .string)],
            cost: .shortening, .variadic(substring),
            traits: FunctionTraits(demand: .positions, shape: shapeOfSubstring)),
        mapping(.lower), mapping(.upper),
        Function(
            trimName, [.member([.string], .string)], cost: .shortening, .unary(trim), traits: .giving(shapeOfTrimmed)),
        Function(
            "reverse", [.member([.string], .string)], cost: .linear, .unary(reverse), traits: .giving(shapeOfReversed)),
        Function(
            replaceName,
            [.member([.string, .string, .string], .string), .member([.string, .string, .string, .int], .string)],
            cost: FunctionCost(
                steps: { call, result in call.handling(result).saturatingAdd(call.bytes(0)) }, result: replaced),
            .variadic(replace), traits: .giving(shapeOfReplaced)),
        Function(
            splitName, [.member([.string, .string], strings), .member([.string, .string, .int], strings)],
            cost: .splitting, .variadic(split),
            traits: FunctionTraits(separator: 1, elementShape: shapeOfPart, leastCount: leastPartCount)),
        Function(
            "join", [.member([strings], .string), .member([strings, .string], .string)],
            cost: FunctionCost(result: { call in
                .text(
                    bytes: call.bytes(0).saturatingAdd(call.count.saturatingMultiply(call.bytes(1))))
            }), .variadic(join)),
        Function("strings.quote", [.global([.string], .string)], cost: .linear, .unary(quote)),
    ]

    /// At most one replacement for each byte, and one more at the end.
    static let replaced: FunctionCost.Result = { call in
        .text(bytes: call.bytes(0).saturatingAdd(1).saturatingMultiply(max(1, call.bytes(2))))
    }

    /// The functions that change the case of letters.
    enum LetterCase: String, Sendable, CaseIterable {
        case lower = "lowerAscii"
        case upper = "upperAscii"

        /// The letters that are changed.
        @inline(__always)
        private var letters: ClosedRange<UInt8> { self == .lower ? 0x41...0x5A : 0x61...0x7A }

        /// Whether any byte is changed. All are looked at, many at a time.
        func changes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.contains(ascii: letters) }

        /// Writes the changed bytes, as many as there are.
        func write(_ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutableBufferPointer<UInt8>) {
            bytes.copy(to: target, changing: 0x20, of: letters)
        }

        /// The changed text; `nil` if it stays as it is.
        func changed(_ text: String) -> String? {
            text.withBytes { bytes in
                guard changes(bytes) else { return nil }
                return String(unsafeUninitializedCapacity: bytes.count) { target in
                    write(bytes, to: target)
                    return bytes.count
                }
            }
        }
    }

    private static func mapping(_ mapping: LetterCase) -> Function {
        Function(
            mapping.rawValue, [.member([.string], .string)],
            cost: .shortening,
            .unary { (value, meter) throws(CELFault) in
                guard case .string(let text) = value else { throw .noSuchOverload(mapping.rawValue, [value]) }
                try meter.charge(bytes: text.utf8.count)
                return mapping.changed(text).map(CELValue.string) ?? value
            }, traits: .giving { shape(ofMapped: $0, mapping) })
    }

    // MARK: - Places

    private static func charAt(
        _ value: CELValue, _ index: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        guard case .string(let text) = value, case .int(let index) = index else {
            throw .noSuchOverload("charAt", [value, index])
        }
        try meter.charge(bytes: text.utf8.count)
        let found = text.withBytes { bytes -> String? in
            let places = CodePointIndex(bytes)
            guard let start = places.byteOffset(of: index) else { return nil }
            var end = min(start + 1, bytes.count)
            while end < bytes.count, UTF8.isContinuation(bytes[end]) { end += 1 }
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
        guard let found else { throw .noPosition(index) }
        return .string(found)
    }

    private static func indexOf(_ values: [CELValue], _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        let (text, part, start) = try searchArguments("indexOf", values)
        try meter.charge(bytes: text.utf8.count + part.utf8.count)
        let found = text.withBytes { bytes -> Int64? in
            let places = CodePointIndex(bytes)
            guard let offset = places.byteOffset(of: start ?? 0) else { return nil }
            return part.withBytes { ByteSearch.first($0, in: bytes, from: offset) }.map(places.index(ofByte:)) ?? -1
        }
        guard let found else { throw .noPosition(start ?? 0) }
        return .int(found)
    }

    private static func lastIndexOf(_ values: [CELValue], _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        let (text, part, start) = try searchArguments("lastIndexOf", values)
        try meter.charge(bytes: text.utf8.count + part.utf8.count)
        let found = text.withBytes { bytes -> Int64? in
            let places = CodePointIndex(bytes)
            var limit = bytes.count
            if let start {
                guard let offset = places.byteOffset(of: start) else { return nil }
                limit = offset
            }
            return part.withBytes { ByteSearch.last($0, in: bytes, notAfter: limit) }.map(places.index(ofByte:)) ?? -1
        }
        guard let found else { throw .noPosition(start ?? 0) }
        return .int(found)
    }

    private static func searchArguments(
        _ name: String, _ values: [CELValue]
    ) throws(CELFault) -> (text: String, part: String, start: Int64?) {
        guard values.count == 2 || values.count == 3, case .string(let text) = values[0],
            case .string(let part) = values[1]
        else { throw .noSuchOverload(name, values) }
        if values.count == 2 { return (text, part, nil) }
        guard case .int(let start) = values[2] else { throw .noSuchOverload(name, values) }
        return (text, part, start)
    }

    private static func substring(_ values: [CELValue], _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard values.count == 2 || values.count == 3, case .string(let text) = values[0],
            case .int(let start) = values[1]
        else { throw .noSuchOverload("substring", values) }
        var end: Int64?
        if values.count == 3 {
            guard case .int(let index) = values[2] else { throw .noSuchOverload("substring", values) }
            end = index
        }
        try meter.charge(bytes: text.utf8.count)
        let result = text.withBytes { bytes -> Result<String, CELFault> in
            let places = CodePointIndex(bytes)
            guard let first = places.byteOffset(of: start) else { return .failure(.noPosition(start)) }
            guard let end else { return .success(String(decoding: bytes[first...], as: UTF8.self)) }
            guard let last = places.byteOffset(of: end) else { return .failure(.noPosition(end)) }
            guard first <= last else {
                return .failure(
                    .noSubstring(start: start, end: end))
            }
            return .success(String(decoding: bytes[first..<last], as: UTF8.self))
        }
        return .string(try result.get())
    }

    // MARK: - Changes

    private static func trim(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard case .string(let text) = value else { throw .noSuchOverload(trimName, [value]) }
        try meter.charge(bytes: text.utf8.count)
        return text.withBytes(isTrimmed) ? value : .string(trimmed(text))
    }

    /// Whether a text begins and ends with a visible ASCII character, so that nothing is to be taken away.
    static func isTrimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return true }
        return (0x21...0x7E).contains(first) && (0x21...0x7E).contains(last)
    }

    /// The text without blanks at both ends.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    private static func reverse(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard case .string(let text) = value else { throw .noSuchOverload("reverse", [value]) }
        try meter.charge(bytes: text.utf8.count)
        var reversed = String.UnicodeScalarView()
        reversed.append(contentsOf: text.unicodeScalars.reversed())
        return .string(String(reversed))
    }

    private static func replace(_ values: [CELValue], _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard values.count == 3 || values.count == 4, case .string(let text) = values[0],
            case .string(let part) = values[1], case .string(let new) = values[2]
        else { throw .noSuchOverload(replaceName, values) }
        var limit = Int64.max
        if values.count == 4 {
            guard case .int(let count) = values[3] else { throw .noSuchOverload(replaceName, values) }
            if count >= 0 { limit = count }
        }
        try meter.charge(bytes: text.utf8.count)
        return try replaced(text, part, new, limit: limit, &meter).map(CELValue.string) ?? values[0]
    }

    /// The text with the first finds of a part replaced; the steps of looking for them were taken.
    ///
    /// - Returns: `nil` if there is nothing to replace.
    static func replaced(
        _ text: String, _ part: String, _ new: String, limit: Int64, _ meter: inout CostMeter
    ) throws(CELFault) -> String? {
        guard limit > 0, TextTest.contains.holds(text, part) else { return nil }
        let pieces = try pieces(of: text, at: part, limit: limit, &meter)
        let (added, overflows) = new.utf8.count.multipliedReportingOverflow(by: pieces.count - 1)
        try meter.charge(bytes: overflows ? .max - 1 : added)
        var joined: [UInt8] = []
        joined.reserveCapacity(text.utf8.count + added - part.utf8.count * (pieces.count - 1))
        text.withBytes { bytes in
            for (index, piece) in pieces.enumerated() {
                if index > 0 { joined += new.utf8 }
                joined += bytes[piece]
            }
        }
        return String(decoding: joined, as: UTF8.self)
    }

    private static func split(_ values: [CELValue], _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard values.count == 2 || values.count == 3, case .string(let text) = values[0],
            case .string(let separator) = values[1]
        else { throw .noSuchOverload("split", values) }
        var limit = Int64.max
        if values.count == 3 {
            guard case .int(let count) = values[2] else { throw .noSuchOverload("split", values) }
            if count == 0 { return .list([]) }
            if count > 0 { limit = count - 1 }
        }
        try meter.charge(bytes: text.utf8.count)
        if separator.isEmpty { return .list(try characters(of: text, limit: limit, &meter)) }
        let pieces = try pieces(of: text, at: separator, limit: limit, &meter)
        return .list(
            text.withBytes { bytes in
                pieces.map { .string(String(decoding: UnsafeBufferPointer(rebasing: bytes[$0]), as: UTF8.self)) }
            })
    }

    /// Where the parts of a text stand that is cut so often at most, after the steps that `split` takes for that.
    ///
    /// - Parameter separator: Not empty.
    static func parts(
        of text: TextBytes, at separator: TextBytes, limit: Int64, _ meter: inout CostMeter
    ) throws(CELFault) -> [Range<Int>] {
        try meter.charge(bytes: text.count)
        return try charging(&meter) { cuts(of: text, at: separator, limit: min(limit, $0)) }
    }

    /// The code points as strings, at most so many cuts made.
    private static func characters(
        of text: String, limit: Int64, _ meter: inout CostMeter
    ) throws(CELFault) -> [CELValue] {
        var characters: [CELValue] = []
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first, Int64(characters.count) < limit {
            try meter.charge()
            characters.append(.string(String(scalar)))
            rest.removeFirst()
        }
        if !rest.isEmpty { characters.append(.string(String(rest))) }
        return characters
    }

    /// The offsets between the finds of a part; an empty part is found around each code point.
    private static func pieces(
        of text: String, at part: String, limit: Int64, _ meter: inout CostMeter
    ) throws(CELFault) -> [Range<Int>] {
        try charging(&meter) { most in
            text.withBytes { text in part.withBytes { cuts(of: text, at: $0, limit: min(limit, most)) } }
        }
    }

    /// The pieces that are cut, after a step for each find: no more are looked for than there are steps, but for one that shows
    /// that they end.
    private static func charging(
        _ meter: inout CostMeter, _ cut: (_ most: Int64) -> [Range<Int>]
    ) throws(CELFault) -> [Range<Int>] {
        let affordable = meter.remaining
        let pieces = cut(Int64(affordable) + 1)
        try meter.charge(min(pieces.count - 1, affordable))
        if pieces.count - 1 > affordable { throw CostMeter.exceeded }
        return pieces
    }

    private static func cuts(
        of text: UnsafeBufferPointer<UInt8>, at part: UnsafeBufferPointer<UInt8>, limit: Int64
    ) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        var searched = 0
        while Int64(pieces.count) < limit, let found = ByteSearch.first(part, in: text, from: searched) {
            pieces.append(start..<found)
            start = found + part.count
            searched = start
            if part.isEmpty {
                if searched == text.count { break }
                searched += 1
                while searched < text.count, UTF8.isContinuation(text[searched]) { searched += 1 }
            }
        }
        pieces.append(start..<text.count)
        return pieces
    }

    private static func join(_ values: [CELValue], _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard values.count == 1 || values.count == 2, case .list(let elements) = values[0] else {
            throw .noSuchOverload("join", values)
        }
        var separator = ""
        if values.count == 2 {
            guard case .string(let text) = values[1] else { throw .noSuchOverload("join", values) }
            separator = text
        }
        var result = ""
        for (index, element) in elements.enumerated() {
            guard case .string(let text) = element else { throw .noSuchOverload("join", [element]) }
            try meter.charge(bytes: text.utf8.count + separator.utf8.count)
            if index > 0 { result += separator }
            result += text
        }
        return .string(result)
    }

    private static func quote(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard case .string(let text) = value else { throw .noSuchOverload("strings.quote", [value]) }
        try meter.charge(bytes: text.utf8.count)
        return .string(CELLiteral.quoted(text))
    }
}
