internal import Text

/// The first members of a group, one after the other as payloads have them, for the findings of all members.
struct RelatedMembers {
    private var bytes = ByteBuilder()
    /// Where in the bytes each member ends.
    private var ends: [Int] = []

    /// Adds a member, whose bytes the closure appends.
    mutating func add(_ append: (inout ByteBuilder) -> Void) {
        append(&bytes)
        ends.append(bytes.count)
    }

    /// How many members are listed beside the one with a number, which may be none of these.
    func listed(without skipped: Int) -> Int {
        min(ends.count - (ends.indices.contains(skipped) ? 1 : 0), Finding.Related.cap)
    }

    /// Appends those members to a payload.
    func append(without skipped: Int, to payload: inout ByteBuilder) {
        let count = listed(without: skipped)
        let before = min(skipped, count)
        payload.append(contentsOf: bytes[0..<end(of: before)])
        if before < count { payload.append(contentsOf: bytes[end(of: before + 1)..<end(of: count + 1)]) }
    }

    /// Where so many members end.
    private func end(of count: Int) -> Int { count == 0 ? 0 : ends[count - 1] }
}
