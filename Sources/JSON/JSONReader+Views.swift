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

    /// Passes the name of the next member and its colon, if it is this one, without escapes: what a reader expects is told
    /// from what else may come in a part of the time that ``nextKey()`` takes.
    ///
    /// - Returns: False, with nothing passed, for any other name, and where no name comes.
    package mutating func passKey(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let quote = UInt8(ascii: "\"")
        let after = bytes.withUnsafeBufferPointer { bytes -> Int? in
            var index = bytes.endOfWhiteSpace(from: position, before: end)
            if !isFirst {
                guard index < end, bytes[index] == UInt8(ascii: ",") else { return nil }
                index = bytes.endOfWhiteSpace(from: index + 1, before: end)
            }
            let nameEnd = index + 1 + name.count
            guard nameEnd + 1 < end, bytes[index] == quote, bytes[nameEnd] == quote,
                bytes[nameEnd + 1] == UInt8(ascii: ":"),
                UnsafeBufferPointer(rebasing: bytes[index + 1..<nameEnd]).startsWith(name)
            else { return nil }
            return nameEnd + 2
        }
        guard let after else { return false }
        position = after
        isFirst = false
        return true
    }

    /// Passes a string of ASCII without escapes, which most are; where it stands in the buffer, quotes apart.
    ///
    /// - Returns: `nil`, with nothing passed, for any other string, and where none comes.
    package mutating func passPlainString() -> Range<Int>? {
        let range = bytes.withUnsafeBufferPointer { bytes -> Range<Int>? in
            let start = bytes.endOfWhiteSpace(from: position, before: end)
            guard start < end, bytes[start] == UInt8(ascii: "\"") else { return nil }
            let stop = bytes.endOfPlainText(from: start + 1, before: end)
            return stop < end && bytes[stop] == UInt8(ascii: "\"") ? start + 1..<stop : nil
        }
        if let range { position = range.upperBound + 1 }
        return range
    }

    /// Passes `null`.
    ///
    /// - Returns: False, with nothing passed, where something else comes.
    package mutating func passNull() -> Bool {
        let after = bytes.withUnsafeBufferPointer { bytes -> Int? in
            let start = bytes.endOfWhiteSpace(from: position, before: end)
            guard end - start >= 4 else { return nil }
            let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt32.self)
            return UInt32(bigEndian: word) == 0x6E75_6C6C ? start + 4 : nil
        }
        if let after { position = after }
        return after != nil
    }

    /// Passes an integer that is written with at most 18 digits and without a sign, a fraction or an exponent, which most are.
    ///
    /// - Returns: `nil`, with nothing passed, for any other number, and where none comes.
    package mutating func passPlainInteger() -> Int64? {
        let found = bytes.withUnsafeBufferPointer { bytes -> (value: Int64, after: Int)? in
            let start = bytes.endOfWhiteSpace(from: position, before: end)
            var index = start
            var value: Int64 = 0
            while index < end, bytes[index].isDigit, index - start < 18 {
                value = value &* 10 &+ Int64(bytes[index] &- UInt8(ascii: "0"))
                index += 1
            }
            let count = index - start
            guard count > 0, count == 1 || bytes[start] != UInt8(ascii: "0"), index < end else { return nil }
            switch bytes[index] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: " "), UInt8(ascii: "\n"),
                UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                return (value, index)
            default: return nil
            }
        }
        if let found { position = found.after }
        return found?.value
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
