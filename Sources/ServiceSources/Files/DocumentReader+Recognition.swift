internal import JSON

extension DocumentReader {
    /// Goes to the first value; why the file cannot be read at all, if it cannot.
    ///
    /// The vendor's command line prints the words `No results` where there are none: a file that holds only these has no
    /// record and no fault.
    mutating func unreadableContent() throws(StreamFault) -> InputFault? {
        if try cursor.peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { cursor.advance(by: 3) }
        guard let byte = try cursor.skipWhiteSpace() else {
            return InputFault(.empty, "the file is empty")
        }
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { return nil }
        hasProbedLines = true
        if try seemsLineOriented() {
            isLineOriented = true
            return nil
        }
        let beginning = try cursor.peek(limits.record)
        let words = "No results".utf8
        if beginning.count < 2 * words.count + 8, beginning.starts(with: words),
            beginning.dropFirst(words.count).allSatisfy({
                $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: " ")
            })
        {
            isAtEnd = true
            return nil
        }
        var reader = JSONReader(Array(beginning))
        do throws(JSONError) {
            try reader.skipValue()
            return nil
        } catch {
            return InputFault(.unknownFormat, ForeignFormat(beginning).reason)
        }
    }

    /// Whether the lines from here on look like NDJSON: one of them is an object, whole on its line, and the one after it
    /// begins another or is missing. No valid JSON document that spreads over lines has that.
    ///
    /// Looks no further than one record may be long.
    mutating func seemsLineOriented() throws(StreamFault) -> Bool {
        let window = try cursor.peek(limits.record)
        guard window.first != UInt8(ascii: "[") else { return false }
        let isAll = window.count < limits.record
        var rest = window
        var followsObject = false
        while !rest.isEmpty {
            let lineEnd = rest.firstIndex(of: UInt8(ascii: "\n"))
            if lineEnd == nil, !isAll { break }
            let line = rest[..<(lineEnd ?? rest.endIndex)]
            rest = rest[(lineEnd.map { $0 + 1 } ?? rest.endIndex)...]
            if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }) {
                continue
            }
            let beginsObject = line.first == UInt8(ascii: "{")
            if followsObject, beginsObject { return true }
            followsObject = beginsObject && DocumentReader.isValue(line)
        }
        return followsObject
    }

    /// Whether the next line looks like more of the value that this line begins, as it does in indented JSON.
    mutating func seemsToGoOn() throws(StreamFault) -> Bool {
        switch try cursor.peekAtNextLine() {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\""), UInt8(ascii: "}"), UInt8(ascii: "]"): true
        default: false
        }
    }

    private static func isValue(_ text: ArraySlice<UInt8>) -> Bool {
        var reader = JSONReader(Array(text))
        do throws(JSONError) {
            try reader.skipValue()
            try reader.finish()
            return true
        } catch {
            return false
        }
    }
}
