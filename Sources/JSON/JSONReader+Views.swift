internal import Text

// What readers that make views of the text, and no values, need.
extension JSONReader {
    /// Passes a string, checked, without making it.
    package mutating func passString() throws(JSONError) -> JSONText {
        // Whoever has peeked stands before its quotation mark.
        if position >= end || bytes[position] != UInt8(ascii: "\"") { try expect(.string) }
        let text = try scanString()
        try validate(text)
        return text
    }

    /// Where a string stands in the buffer, quotes apart.
    package func range(of text: JSONText) -> Range<Int> { text.range }

    /// Passes a number; its value if it is an integer of 64 bits, however it is written.
    package mutating func passInteger() throws(JSONError) -> Int64? {
        try expect(.number)
        let range = try scanNumber()
        guard range.count <= 18 else { return JSONNumber(validated: text(in: range)).integer }
        var value: Int64 = 0
        let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
        for byte in bytes[range].dropFirst(isNegative ? 1 : 0) {
            guard byte.isDigit else {
                return JSONNumber(validated: text(in: range)).integer
            }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return isNegative ? -value : value
    }

    /// Passes one value as `skipValue` does, and checks that no object in it has two members of one name.
    package mutating func passDistinctValue() throws(JSONError) {
        switch try peek() {
        case .array:
            try beginArray()
            while try nextElement() { try passDistinctValue() }
        case .object:
            var names = JSONNameSet()
            try beginObject()
            while let name = try nextKey() {
                _ = try distinctName(name, among: &names)
                try passDistinctValue()
            }
        case .null, .bool, .number, .string: try skipValue()
        }
    }

    /// The bytes of the buffer at a range that this reader has passed.
    package func bytes(in range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

    private func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first index from `start` on, and before `end`, whose byte is no white space of JSON; `end` where there is none.
    @inline(__always)
    func endOfWhiteSpace(from start: Int, before end: Int) -> Int {
        var index = start
        while index < end {
            switch self[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): index += 1
            default: return index
            }
        }
        return end
    }
}
