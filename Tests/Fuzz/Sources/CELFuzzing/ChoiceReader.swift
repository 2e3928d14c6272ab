/// Reads the input of the fuzzer as a sequence of choices.
struct ChoiceReader {
    private var rest: ArraySlice<UInt8>

    /// Starts at the first byte.
    init(_ bytes: [UInt8]) { rest = bytes[...] }

    /// The next byte; 0 when there is no more, so that what asks for choices comes to an end.
    mutating func next() -> UInt8 { rest.popFirst() ?? 0 }

    /// A choice among the elements; the first when there is no more input. `nil` only if there are none.
    mutating func element<Elements: RandomAccessCollection>(of elements: Elements) -> Elements.Element? {
        guard !elements.isEmpty else { return nil }
        return elements[elements.index(elements.startIndex, offsetBy: Int(next()) % elements.count)]
    }

    /// A number made from the next eight bytes.
    mutating func bits() -> UInt64 { (0..<8).reduce(0) { bits, _ in bits << 8 | UInt64(next()) } }

    /// Up to so many bytes.
    mutating func bytes(atMost limit: Int) -> [UInt8] {
        let count = min(Int(next()) % (limit + 1), rest.count)
        let taken = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
        return taken
    }
}
