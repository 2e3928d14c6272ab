internal import JSON
internal import Text

/// Why a value could not be read from a stream.
enum StreamFault: Error {
    /// The bytes could not be had.
    case input(InputFault)
    /// The bytes are not the JSON that was expected.
    case syntax(JSONError)
    /// The value is longer than the limit. The cursor still stands before it.
    case tooLong
}

/// A place in a stream of bytes, and a window of the bytes that follow it.
///
/// The window grows only as far as one value needs, and never far beyond the limit that its reader sets.
struct ByteCursor: ~Copyable {
    private var input: DecodedInput
    private let chunkSize: Int
    private var buffer: [UInt8]
    private var position = 0
    private var end = 0
    private var isInputAtEnd = false
    /// Why nothing more can be had, once what came before it has been used.
    private var fault: InputFault?
    /// The place of the byte at `markIndex`, from which the places after it are counted.
    private var mark = JSONPosition.start
    private var markIndex = 0

    init(_ input: consuming DecodedInput, chunkSize: Int) {
        self.input = input
        self.chunkSize = max(chunkSize, 1)
        self.buffer = []
    }

    /// The place of the next byte. Complexity: linear in the bytes passed since the last call.
    mutating func place() -> JSONPosition {
        mark = mark.advanced(over: buffer[markIndex..<position])
        markIndex = position
        return mark
    }

    /// The next byte, which is not passed; nil at the end.
    mutating func peek() throws(StreamFault) -> UInt8? {
        if position == end { try fill(atLeast: 1) }
        return position < end ? buffer[position] : nil
    }

    /// Up to `count` of the next bytes, which are not passed; fewer only at the end.
    mutating func peek(_ count: Int) throws(StreamFault) -> ArraySlice<UInt8> {
        try fill(atLeast: count)
        return buffer[position..<min(end, position + count)]
    }

    /// Passes `count` bytes that have been peeked at.
    mutating func advance(by count: Int) {
        position = min(position + count, end)
    }

    /// Passes white space; the byte after it, which is not passed, or nil at the end.
    mutating func skipWhiteSpace() throws(StreamFault) -> UInt8? {
        while let byte = try peek() {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
            default: return byte
            }
        }
        return nil
    }

    /// Passes the rest of the line and its end.
    mutating func skipLine() throws(StreamFault) {
        while try peek() != nil {
            if let lineEnd = buffer.firstIndex(of: UInt8(ascii: "\n"), in: position..<end) {
                position = lineEnd + 1
                return
            }
            position = end
        }
    }

    /// Reads one value with a JSON reader, and passes what that has read.
    ///
    /// Takes the bytes at hand first; where the value goes beyond them, twice as many, and so on, so that the time stays
    /// linear. On any fault the cursor stands where it stood.
    ///
    /// - Parameters:
    ///   - limit: how many bytes the value, with white space before it, may have.
    ///   - endsAtLine: whether the value must not go beyond the line.
    mutating func read<Value>(
        limit: Int, endsAtLine: Bool = false, _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(StreamFault) -> Value {
        var wanted = 1
        while true {
            try fill(atLeast: wanted)
            var available = min(end - position, limit)
            var isAll = isInputAtEnd && available == end - position
            if endsAtLine, let length = lineLength, length <= available {
                available = length
                isAll = true
            }
            let origin = place()
            do throws(JSONError) {
                var reader = JSONReader(buffer, in: position..<position + available, origin: origin)
                let value = try body(&reader)
                if isAll || reader.position < position + available || endsByItself(buffer[reader.position - 1]) {
                    position = reader.position
                    return value
                }
            } catch {
                if error.code != .unexpectedEnd || isAll { throw .syntax(error) }
            }
            guard available < limit else { throw .tooLong }
            wanted = min(limit, max(2 * available, available + chunkSize))
        }
    }

    /// The first byte of the next line; nil where there is none, or where this line is not all at hand.
    mutating func peekAtNextLine() throws(StreamFault) -> UInt8? {
        guard let length = lineLength else { return nil }
        return try peek(length + 2).dropFirst(length + 1).first
    }

    /// The bytes before the line's end; nil where that is not at hand.
    private var lineLength: Int? {
        buffer.firstIndex(of: UInt8(ascii: "\n"), in: position..<end).map { $0 - position }
    }

    /// Goes to the next element of an array, or the next name of an object; false, and behind the bracket, at its end.
    mutating func nextItem(isFirst: Bool, closing bracket: Unicode.Scalar) throws(StreamFault) -> Bool {
        let bracket = UInt8(ascii: bracket)
        let byte = try skipWhiteSpace()
        if byte == bracket {
            position += 1
            return false
        }
        guard !isFirst else {
            if byte == nil { throw syntax(.unexpectedEnd, "the text ends before '\(Character(.init(bracket)))'") }
            return true
        }
        guard byte == UInt8(ascii: ",") else {
            throw unexpected(byte, expecting: "',' or '\(Character(.init(bracket)))'")
        }
        position += 1
        let following = try skipWhiteSpace()
        if following == nil || following == bracket { throw unexpected(following, expecting: "something after ','") }
        return true
    }

    /// Reads a name and its colon.
    mutating func readName(limit: Int) throws(StreamFault) -> String {
        let name = try read(limit: limit) { reader throws(JSONError) in try reader.readString() }
        let byte = try skipWhiteSpace()
        guard byte == UInt8(ascii: ":") else { throw unexpected(byte, expecting: "':'") }
        position += 1
        return name
    }

    /// Passes a value of any length by its brackets and quotes alone, without checking what is inside.
    ///
    /// It serves to find the end of a value that is too long or not well-formed.
    ///
    /// - Parameter endsAtLine: whether a line end outside all strings is a fault.
    mutating func skipStructure(endsAtLine: Bool) throws(StreamFault) {
        var structure = JSONStructure(endsAtLine: endsAtLine)
        while try peek() != nil {
            do throws(JSONStructure.Fault) {
                let isWhole = try structure.pass(buffer, from: &position, to: end)
                if isWhole { return }
            } catch {
                throw syntax(.unexpectedCharacter, error.reason)
            }
        }
        guard structure.mayEnd else { throw syntax(.unexpectedEnd, "the text ends inside a value") }
    }

    /// An error at the next byte.
    mutating func syntax(_ code: JSONError.Code, _ message: String) -> StreamFault {
        .syntax(JSONError(code, at: place(), message))
    }

    private mutating func unexpected(_ byte: UInt8?, expecting expectation: String) -> StreamFault {
        guard let byte else { return syntax(.unexpectedEnd, "expected \(expectation), found the end") }
        return syntax(.unexpectedCharacter, "expected \(expectation), found \(JSONError.describe(byte))")
    }

    /// Whether a value whose last byte this is cannot go on after it, as a number can.
    private func endsByItself(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "e"), UInt8(ascii: "l"): true
        default: false
        }
    }

    /// Reads on until `count` bytes are at hand, or the input is at its end, or a fault comes after some bytes.
    private mutating func fill(atLeast count: Int) throws(StreamFault) {
        var hasGained = false
        while end - position < count, !isInputAtEnd {
            if Task.isCancelled { throw .input(.interrupted) }
            if let fault { throw .input(fault) }
            if buffer.count - end < chunkSize { makeRoom() }
            do throws(InputFault) {
                let room = end..<min(end + chunkSize, buffer.count)
                let read = try buffer.withUnsafeMutableBufferPointer { bytes throws(InputFault) in
                    try input.read(into: UnsafeMutableBufferPointer(rebasing: bytes[room]))
                }
                if read == 0 { isInputAtEnd = true }
                end += read
                hasGained = hasGained || read > 0
            } catch {
                fault = error
                if hasGained { return }
            }
        }
    }

    /// Drops what has been passed, and makes the buffer larger if that is not enough.
    private mutating func makeRoom() {
        _ = place()
        buffer.moveToStart(position..<end)
        end -= position
        position = 0
        markIndex = 0
        if buffer.count - end < chunkSize {
            buffer.append(contentsOf: repeatElement(0, count: max(buffer.count, 2 * chunkSize)))
        }
    }
}
