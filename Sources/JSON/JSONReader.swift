/// Reads one JSON text (RFC 8259) from bytes in memory, one token at a time, as its caller asks for them.
///
/// Strict: nothing but the grammar is accepted, and all text must be UTF-8. The caller pulls values with
/// `beginObject`, `nextKey`, `beginArray`, `nextElement` and the `read…` functions, each of which skips white space
/// first, and ends with `finish`. Every call is linear in the bytes that it passes, and none looks at a byte outside the
/// range given. A reader that has thrown is spent.
///
/// A text that is cut off always gives `unexpectedEnd`, never another code, if more bytes could have completed it; that
/// is what lets a stream read a value from a part of it and try again with more.
package struct JSONReader {
    let bytes: [UInt8]
    let end: Int
    /// The index of the next byte to be read.
    package internal(set) var position: Int

    private let start: Int
    private let origin: JSONPosition
    let depthLimit: Int
    private(set) var depth = 0
    /// Whether the innermost array or object has been opened and nothing of it read.
    var isFirst = false

    /// Takes the bytes of one text.
    ///
    /// - Parameters:
    ///   - bytes: a buffer that holds the text.
    ///   - range: the text's place in the buffer, all of it by default; clamped to the buffer.
    ///   - origin: the position that errors give for the text's first byte.
    ///   - limits: only the depth counts here.
    package init(
        _ bytes: [UInt8], in range: Range<Int>? = nil, origin: JSONPosition = .start, limits: JSONLimits = JSONLimits()
    ) {
        let range = (range ?? bytes.indices).clamped(to: bytes.indices)
        self.bytes = bytes
        self.start = range.lowerBound
        self.end = range.upperBound
        self.position = range.lowerBound
        self.origin = origin
        self.depthLimit = limits.depth
    }

    /// Goes back to the beginning of the text.
    package mutating func restart() {
        position = start
        depth = 0
        isFirst = false
    }

    /// The type of the next value, which is not read. The value itself may still turn out to be malformed.
    package mutating func peek() throws(JSONError) -> JSONKind {
        switch try nextByte(expecting: "a value") {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "+"), UInt8(ascii: "."):
            throw error(.invalidNumber, at: position, "a number begins with a digit or '-'")
        case let byte: throw unexpected(byte, expecting: "a value")
        }
    }

    /// Goes into an object.
    package mutating func beginObject() throws(JSONError) {
        try begin(UInt8(ascii: "{"), .object)
    }

    /// Reads the next name of the innermost object and its colon; nil, and out of the object, at its end.
    ///
    /// Whether a name is repeated is for the caller to check: `JSONValue` does.
    package mutating func nextKey() throws(JSONError) -> JSONText? {
        var byte = try nextByte(expecting: isFirst ? "a name or '}'" : "',' or '}'")
        if byte == UInt8(ascii: "}") {
            leave()
            return nil
        }
        if !isFirst {
            guard byte == UInt8(ascii: ",") else { throw unexpected(byte, expecting: "',' or '}'") }
            position += 1
            byte = try nextByte(expecting: "a name")
        }
        isFirst = false
        guard byte == UInt8(ascii: "\"") else { throw unexpected(byte, expecting: "a name in double quotes") }
        let name = try scanString()
        byte = try nextByte(expecting: "':'")
        guard byte == UInt8(ascii: ":") else { throw unexpected(byte, expecting: "':'") }
        position += 1
        return name
    }

    /// Goes into an array.
    package mutating func beginArray() throws(JSONError) {
        try begin(UInt8(ascii: "["), .array)
    }

    /// Goes to the next element of the innermost array; false, and out of the array, at its end.
    package mutating func nextElement() throws(JSONError) -> Bool {
        var byte = try nextByte(expecting: isFirst ? "a value or ']'" : "',' or ']'")
        if byte == UInt8(ascii: "]") {
            leave()
            return false
        }
        if !isFirst {
            guard byte == UInt8(ascii: ",") else { throw unexpected(byte, expecting: "',' or ']'") }
            position += 1
            byte = try nextByte(expecting: "a value")
            if byte == UInt8(ascii: "]") { throw unexpected(byte, expecting: "a value after ','") }
        }
        isFirst = false
        return true
    }

    package mutating func readBool() throws(JSONError) -> Bool {
        try expect(.bool)
        if bytes[position] == UInt8(ascii: "t") {
            try literal("true")
            return true
        }
        try literal("false")
        return false
    }

    package mutating func readNull() throws(JSONError) {
        try expect(.null)
        try literal("null")
    }

    /// Passes one value, checked as strictly as any other but for repeated names. Needs no memory.
    package mutating func skipValue() throws(JSONError) {
        switch try peek() {
        case .null: try readNull()
        case .bool: _ = try readBool()
        case .number: _ = try scanNumber()
        case .string: try validate(scanString())
        case .array:
            try beginArray()
            while try nextElement() { try skipValue() }
        case .object:
            try beginObject()
            while let name = try nextKey() {
                try validate(name)
                try skipValue()
            }
        }
    }

    /// Checks that only white space is left.
    package mutating func finish() throws(JSONError) {
        skipWhiteSpace()
        guard position == end else {
            throw error(
                .trailingContent, at: position,
                "found \(JSONError.describe(bytes[position])) after the end of the value")
        }
    }

    /// Makes an error at the byte with the index `index`. Complexity: linear in the bytes before it.
    func error(_ code: JSONError.Code, at index: Int, _ message: String) -> JSONError {
        JSONError(code, at: origin.advanced(over: bytes[start..<index]), message)
    }

    func unexpected(_ byte: UInt8, expecting expectation: String) -> JSONError {
        error(.unexpectedCharacter, at: position, "expected \(expectation), found \(JSONError.describe(byte))")
    }

    /// Checks the type of the next value, and goes to its first byte.
    mutating func expect(_ kind: JSONKind) throws(JSONError) {
        let found = try peek()
        guard found == kind else {
            throw error(.unexpectedType, at: position, "expected \(kind.name), found \(found.name)")
        }
    }

    private mutating func begin(_ bracket: UInt8, _ kind: JSONKind) throws(JSONError) {
        try expect(kind)
        guard depth < depthLimit else {
            throw error(.tooDeep, at: position, "more than \(depthLimit) arrays and objects inside each other")
        }
        depth += 1
        position += 1
        isFirst = true
    }

    private mutating func leave() {
        position += 1
        depth -= 1
        isFirst = false
    }

    private mutating func literal(_ word: StaticString) throws(JSONError) {
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < end else { throw endOfText(expecting: "'\(word)'") }
            guard bytes[position] == word.utf8Start[offset] else {
                throw unexpected(bytes[position], expecting: "'\(word)'")
            }
            position += 1
        }
    }

    private mutating func skipWhiteSpace() {
        position = bytes.withUnsafeBufferPointer { $0.endOfWhiteSpace(from: position, before: end) }
    }

    /// The next byte that is not white space, which is not passed.
    private mutating func nextByte(expecting expectation: String) throws(JSONError) -> UInt8 {
        skipWhiteSpace()
        guard position < end else { throw endOfText(expecting: expectation) }
        return bytes[position]
    }

    private func endOfText(expecting expectation: String) -> JSONError {
        error(.unexpectedEnd, at: end, "expected \(expectation), found the end")
    }
}
