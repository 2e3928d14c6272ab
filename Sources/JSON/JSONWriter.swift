internal import Text

/// Writes one JSON text (RFC 8259) into bytes, as its parts are given, without building a tree.
///
/// Commas, indentation and escapes are the writer's; the caller gives keys and values in order. Text is written as
/// UTF-8; `"`, `\`, control characters, U+007F, and the invisible and direction-changing characters that could make a
/// report read other than it is (U+0080–U+009F, U+061C, U+200B–U+200F, U+2028–U+202E, U+2060–U+206F, U+FEFF, and
/// U+E0000–U+E007F) are written as `\u` escapes, so that the text is safe to show in a terminal and still means the
/// same. Complexity: linear in what is written.
package struct JSONWriter: Sendable {
    private var written = ByteBuilder()

    private var isPretty: Bool
    /// How many objects and arrays are open.
    private var depth = 0
    /// Whether the innermost of them has an element yet. The others have: what is open in them.
    private var hasElement = false
    private var followsKey = false

    /// Makes a writer; a pretty one puts each element on a line of its own, indented by two spaces a level.
    package init(isPretty: Bool = false) {
        self.isPretty = isPretty
    }

    /// A copy of what was written so far, but for what was taken out.
    package var bytes: [UInt8] { Array(written.bytes) }

    /// How many bytes they are.
    package var count: Int { written.count }

    /// Takes out what was written and goes on with an empty buffer, for output in pieces.
    package mutating func drain() -> [UInt8] {
        defer { written.removeAll() }
        return Array(written.bytes)
    }

    /// Calls the body with what was written, and goes on with an empty buffer; the same without a copy.
    package mutating func drain<Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        defer { written.removeAll() }
        try written.withBytes(body)
    }

    package mutating func beginObject() { begin("{") }
    package mutating func endObject() { end("}") }
    package mutating func beginArray() { begin("[") }
    package mutating func endArray() { end("]") }

    /// Writes an object on the line where it stands, whatever is written around it.
    package mutating func objectOnOneLine(_ members: (inout JSONWriter) -> Void) {
        beginObject()
        let wasPretty = isPretty
        isPretty = false
        members(&self)
        endObject()
        isPretty = wasPretty
    }

    /// The same in room for so many bytes, in which all members have to find theirs: for long lists.
    package mutating func objectOnOneLine(room: Int, _ members: (inout JSONMembers) -> Void) {
        separate()
        // And the brackets, with a comma that is not needed behind them.
        written.append(atMost: room + 3) { room in
            var object = JSONMembers(room)
            object.beginObject()
            members(&object)
            object.endObject()
            return room.count - (object.end - object.next) - 1
        }
    }

    /// Writes the key of the next value.
    package mutating func key(_ name: JSONName) {
        member(name, count: 0) { _ in }
        followsKey = true
    }

    /// Writes a member whose value takes so many bytes, all of which the closure writes: on one line in one piece, since there
    /// are many.
    @inline(__always)
    private mutating func member(
        _ name: JSONName, count: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void
    ) {
        let comma = isPretty || !hasElement ? 0 : 1
        if isPretty { separate() }
        hasElement = true
        let name = name.bytes
        let start = comma + name.count + 3 + (isPretty ? 1 : 0)
        written.append(count: start + count) { room in
            room[0] = UInt8(ascii: ",")
            room[comma] = UInt8(ascii: "\"")
            name.copyWords(to: UnsafeMutableRawBufferPointer(rebasing: room[comma + 1..<comma + 1 + name.count]))
            room[comma + 1 + name.count] = UInt8(ascii: "\"")
            room[comma + 2 + name.count] = UInt8(ascii: ":")
            if isPretty { room[start - 1] = UInt8(ascii: " ") }
            write(UnsafeMutableRawBufferPointer(rebasing: room[start...]))
        }
    }

    /// Writes the key of the next value, which is known only now.
    package mutating func key(named name: String) {
        separate()
        quoted(name)
        written.append(UInt8(ascii: ":"))
        if isPretty { written.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    /// Writes a member whose value is a text, or null.
    package mutating func member(_ name: JSONName, _ text: String?) {
        guard let text else { return null(name) }
        text.withBytes { member(name, utf8: $0) }
    }

    /// Writes a member whose value is a text of this UTF-8, or null.
    package mutating func member(_ name: JSONName, utf8 text: UnsafeBufferPointer<UInt8>?) {
        guard let text else { return null(name) }
        var isPlain = true
        member(name, count: text.count + 2) { isPlain = JSONWriter.copy(text, betweenQuotesTo: $0) }
        if !isPlain { escape(text) }
    }

    private mutating func null(_ name: JSONName) {
        // Its four letters.
        member(name, count: 4) { $0.storeBytes(of: UInt32(0x6E75_6C6C).bigEndian, as: UInt32.self) }
    }

    /// Writes a member whose value is an integer, or null.
    package mutating func member(_ name: JSONName, _ number: Int?) {
        key(name)
        if let number { integer(number) } else { null() }
    }

    /// Writes a member whose value is an integer, or null.
    @inlinable
    package mutating func member(_ name: JSONName, _ number: (some BinaryInteger)?) {
        key(name)
        if let number { integer(number) } else { null() }
    }

    /// Writes a member whose value is an array of texts.
    package mutating func member(_ name: JSONName, _ texts: [String]) {
        key(name)
        strings(texts)
    }

    /// Writes a member whose value is a truth value.
    package mutating func member(_ name: JSONName, _ value: Bool) {
        key(name)
        bool(value)
    }

    package mutating func string(_ text: String) {
        separate()
        quoted(text)
    }

    /// Writes a text of this UTF-8, or null; what is no UTF-8 in it as U+FFFD.
    package mutating func string(utf8 text: UnsafeBufferPointer<UInt8>?) {
        guard let text else { return null() }
        separate()
        quoted(text)
    }

    /// Writes a text, or null.
    package mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// Writes an array of texts.
    package mutating func strings(_ texts: [String]) {
        beginArray()
        for text in texts { string(text) }
        endArray()
    }

    package mutating func integer(_ number: Int) {
        separate()
        written.append(decimal: number)
    }

    @inlinable
    package mutating func integer(_ number: some BinaryInteger) { raw(String(number)) }

    /// Writes a number; JSON has no infinities and no NaN, so these become null.
    package mutating func double(_ number: Double) {
        raw(number.isFinite ? "\(number)" : "null")
    }

    package mutating func bool(_ value: Bool) {
        literal(value ? "true" : "false")
    }

    package mutating func null() {
        literal("null")
    }

    private mutating func literal(_ word: StaticString) {
        separate()
        written.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// Writes JSON text that is already valid, such as a value that was read before.
    package mutating func raw(_ json: String) {
        separate()
        written.append(json)
    }

    /// Writes a line end, for a text that ends there or for NDJSON.
    package mutating func newline() {
        written.append(UInt8(ascii: "\n"))
    }

    private mutating func begin(_ bracket: Unicode.Scalar) {
        separate()
        written.append(UInt8(ascii: bracket))
        depth += 1
        hasElement = false
    }

    private mutating func end(_ bracket: Unicode.Scalar) {
        depth -= 1
        if hasElement { indent() }
        written.append(UInt8(ascii: bracket))
        hasElement = true
    }

    private mutating func separate() {
        if followsKey {
            followsKey = false
            return
        }
        guard depth > 0 else { return }
        if hasElement { written.append(UInt8(ascii: ",")) }
        hasElement = true
        indent()
    }

    private mutating func indent() {
        guard isPretty else { return }
        written.append(UInt8(ascii: "\n"))
        written.append(repeating: UInt8(ascii: " "), count: 2 * depth)
    }

    private mutating func quoted(_ text: String) { text.withBytes { quoted($0) } }

    private mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
        // Most texts are ASCII that needs no escape: it is looked for while they are copied.
        var isPlain = true
        written.append(count: text.count + 2) { isPlain = JSONWriter.copy(text, betweenQuotesTo: $0) }
        if !isPlain { escape(text) }
    }

    /// Writes a text that stands at the end already, as it is between quotes, once more with what it needs of escapes.
    @inline(never)
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        written.truncate(to: written.count - text.count - 2)
        written.append(quoted: text)
    }

    /// Copies a text, between quotes.
    ///
    /// - Returns: Whether it may stand as it is: ASCII that needs no escape.
    @inline(__always)
    private static func copy(
        _ text: UnsafeBufferPointer<UInt8>, betweenQuotesTo room: UnsafeMutableRawBufferPointer
    ) -> Bool {
        room[0] = UInt8(ascii: "\"")
        let isPlain = text.copyPlainText(to: UnsafeMutableRawBufferPointer(rebasing: room[1..<text.count + 1]))
        room[text.count + 1] = UInt8(ascii: "\"")
        return isPlain
    }
}
