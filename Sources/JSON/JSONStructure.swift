/// Finds the end of one JSON value in a stream by its brackets and quotes alone, piece by piece.
///
/// What stands between the brackets is not checked; that is what makes it able to pass a value that is not well-formed,
/// or too long to be held in memory. Takes one bit of memory for each open bracket, up to `deepest`.
package struct JSONStructure: Sendable {
    /// Where the value cannot be followed any further.
    package enum Fault: Error, Sendable {
        case controlCharacterInString, mismatchedBracket, tooDeep, endOfLine

        /// One line.
        package var reason: String {
            switch self {
            case .controlCharacterInString: "found a control character inside a string"
            case .mismatchedBracket: "found a closing bracket that matches no opening one"
            case .tooDeep: "more than \(JSONStructure.deepest) brackets inside each other"
            case .endOfLine: "found the end of the line inside a value"
            }
        }
    }

    /// How many brackets may lie inside each other.
    package static var deepest: Int { 1024 }

    private let endsAtLine: Bool
    /// The open brackets, outermost first: whether each is that of an object.
    private var isObject: [Bool] = []
    private var isInString = false
    private var isAfterBackslash = false
    private var isInScalar = false

    /// Begins at the first byte of a value.
    ///
    /// - Parameter endsAtLine: whether a line end outside all strings is a fault, as it is in NDJSON.
    package init(endsAtLine: Bool = false) {
        self.endsAtLine = endsAtLine
    }

    /// Whether the value is whole if the stream ends here: only a number or a word can be.
    package var mayEnd: Bool { isInScalar && isObject.isEmpty && !isInString }

    /// Passes the bytes of the value that lie in `bytes[index..<end]`; whether the value has ended at `index`.
    package mutating func pass(_ bytes: [UInt8], from index: inout Int, to end: Int) throws(Fault) -> Bool {
        let end = min(end, bytes.count)
        while index < end {
            let byte = bytes[index]
            if isInString {
                if byte < 0x20 { throw .controlCharacterInString }
                if isAfterBackslash {
                    isAfterBackslash = false
                } else if byte == UInt8(ascii: "\\") {
                    isAfterBackslash = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                    if isObject.isEmpty {
                        index += 1
                        return true
                    }
                }
                index += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if isInScalar { return true }
                guard isObject.count < JSONStructure.deepest else { throw .tooDeep }
                isObject.append(byte == UInt8(ascii: "{"))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if isObject.isEmpty, isInScalar { return true }
                guard isObject.popLast() == (byte == UInt8(ascii: "}")) else { throw .mismatchedBracket }
                if isObject.isEmpty {
                    index += 1
                    return true
                }
            case UInt8(ascii: "\""):
                if isInScalar { return true }
                isInString = true
            case UInt8(ascii: ","):
                if isObject.isEmpty { return true }
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                if isInScalar { return true }
                if endsAtLine, byte == UInt8(ascii: "\n") { throw .endOfLine }
            default:
                if isObject.isEmpty { isInScalar = true }
            }
            index += 1
        }
        return false
    }
}
