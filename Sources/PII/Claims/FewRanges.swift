/// Up to four ranges, without an array.
struct FewRanges: RandomAccessCollection, Sendable {
    /// The most ranges that there is room for.
    static let limit = 4

    private var first = 0..<0
    private var second = 0..<0
    private var third = 0..<0
    private var fourth = 0..<0
    private(set) var endIndex = 0

    var startIndex: Int { 0 }

    subscript(index: Int) -> Range<Int> {
        switch index {
        case 0: first
        case 1: second
        case 2: third
        default: fourth
        }
    }

    /// Appends a range; one that there is no room for is left out.
    mutating func append(_ range: Range<Int>) {
        switch endIndex {
        case 0: first = range
        case 1: second = range
        case 2: third = range
        case 3: fourth = range
        default: return
        }
        endIndex += 1
    }
}
