/// How large values from outside are taken to be when the cost of an expression is estimated before it is evaluated.
///
/// Evaluating counts real steps and does not use these.
public struct CELSizeAssumptions: Sendable, Hashable {
    /// The UTF-8 bytes of a text, or the bytes of a bytes value.
    public var textLength: Int
    /// The elements of a list, or the entries of a map.
    public var elementCount: Int

    /// Texts of 2,048 bytes and lists of 100 elements, unless others are given.
    public init(textLength: Int = 2048, elementCount: Int = 100) {
        self.textLength = textLength
        self.elementCount = elementCount
    }
}
