/// Where a page begins or ends, by the row of a record; it stays right when other rows come and go.
///
/// "After" and "before" are meant in the list's order.
enum PageAnchor: Sendable, Hashable {
    /// The list's first records.
    case start
    /// The records that follow the row, whether or not it is still there.
    case after(Int64)
    /// The records just before the row, whether or not it is still there.
    case before(Int64)
}

/// Some records of a list, in its order.
struct PageSlice<Record: Sendable>: Sendable {
    var records: [Record]
    /// Where the page before this one ends; nil where there is none.
    var previous: PageAnchor?
    /// Where the page after this one begins; nil where there is none.
    var next: PageAnchor?
}
