internal import Text

/// The members that objects of late had, each with what stood before its value: white space, a comma, the name and a colon.
///
/// Objects that one program wrote have these bytes in common, whatever its order of members and its white space are. So
/// a member is told by comparing some bytes with those of before, which were checked then.
package struct UsualMembers: Sendable {
    /// A member that may come again.
    struct Member {
        /// What the name stands for to whoever reads the objects.
        let name: Int
        /// What its value is, where it is not null.
        let kind: JSONKind
        /// Whether it comes first in its object.
        let isFirst: Bool
        /// How many bytes stand before its value, at the beginning of its part of ``UsualMembers/leads``.
        let count: Int
    }

    /// The longest lead that is remembered, in bytes.
    static let longestLead = 128
    /// How many members are remembered at most.
    static let limit = 64

    /// What stands before the values, a part of ``longestLead`` bytes for each member.
    private(set) var leads: [UInt8] = []
    /// The members in the order in which they came, each name once.
    private(set) var members: [Member] = []

    package init() {}

    /// Expects a member where it was met.
    ///
    /// - Parameters:
    ///   - lead: The bytes from the value before it, or from the object's bracket, to its own value.
    ///   - kind: What its value is, where it is not null.
    ///   - place: Where it is expected; moved behind it.
    package mutating func expect(_ name: Int, _ kind: JSONKind, after lead: ArraySlice<UInt8>, at place: inout Int) {
        if let other = members.firstIndex(where: { $0.name == name }) {
            let part = other * Self.longestLead..<other * Self.longestLead + lead.count
            if other == place || other == place + 1, members[other].count == lead.count,
                members[other].kind == kind, leads[part].elementsEqual(lead)
            {
                place = other + 1
                return
            }
            members.remove(at: other)
            leads.removeSubrange(other * Self.longestLead..<(other + 1) * Self.longestLead)
            if other < place { place -= 1 }
        }
        guard lead.count <= Self.longestLead, members.count < Self.limit else { return }
        // The comma comes before the name, so that there is none in a name.
        let isFirst = lead.first { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") } == UInt8(ascii: "\"")
        members.insert(Member(name: name, kind: kind, isFirst: isFirst, count: lead.count), at: place)
        let padding = repeatElement(UInt8(0), count: Self.longestLead - lead.count)
        leads.insert(contentsOf: Array(lead) + padding, at: place * Self.longestLead)
        place += 1
    }
}

/// A member whose value is of the plainest form.
///
/// Public, as Swift inlines nothing of a type that is the package's into its other modules.
public struct PlainMember: Sendable {
    /// The value.
    public enum Value: Sendable, Hashable {
        case null
        /// A string of ASCII without escapes, by where it stands in the buffer, quotes apart.
        case text(Range<Int>)
        /// A number that is written with at most 18 digits, and nothing else.
        case integer(Int64)
        /// An object of few members with different names, whose names and values are such strings, or null; by where it
        /// stands, brackets included.
        case object(Range<Int>)
    }

    /// What the name stands for to whoever reads the object.
    public let name: Int
    public let value: Value

    @usableFromInline
    init(name: Int, value: Value) {
        self.name = name
        self.value = value
    }

    /// Room for the members that ``JSONReader/passMembers(like:from:into:)`` may pass at once.
    package static var room: [PlainMember] {
        Array(repeating: PlainMember(name: 0, value: .null), count: UsualMembers.limit)
    }
}

extension JSONReader {
    /// Passes members of the innermost object as long as they come as usual: their names where they are expected, with the
    /// same bytes around them, and values of the plainest form, of the usual type or null.
    ///
    /// Nothing is passed of a member that differs in any way, nor of one that is malformed; ``nextKey()`` tells of it.
    ///
    /// - Parameters:
    ///   - place: The usual member that is expected first, or the one after it; moved behind the last that was passed.
    ///   - room: Where the members are put, beginning with the first; made by ``PlainMember/room``.
    /// - Returns: How many were passed.
    package mutating func passMembers(
        like usual: borrowing UsualMembers, from place: inout Int, into room: inout [PlainMember]
    ) -> Int {
        var count = 0
        var index = position
        var isFirst = isFirst
        let goesDeeper = depth < depthLimit
        bytes.withUnsafeBufferPointer { bytes in
            usual.leads.withUnsafeBufferPointer { leads in
                while place < usual.members.count, count < room.count {
                    var found = place
                    var start = bytes.passed(usual.members[found], leads, found, isFirst, from: index, before: end)
                    if start == nil, place + 1 < usual.members.count {
                        found = place + 1
                        start = bytes.passed(usual.members[found], leads, found, isFirst, from: index, before: end)
                    }
                    let member = usual.members[found]
                    guard goesDeeper || member.kind != .object, let start,
                        let (value, stop) = bytes.plainValue(member.kind, from: start, before: end)
                    else { break }
                    room[count] = PlainMember(name: member.name, value: value)
                    count += 1
                    index = stop
                    place = found + 1
                    isFirst = false
                }
            }
        }
        if count > 0 {
            position = index
            self.isFirst = false
        }
        return count
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index after what stands before a member's value, if it comes next; nil where something else does, or where the
    /// end is near.
    @inline(__always)
    fileprivate func passed(
        _ member: UsualMembers.Member, _ leads: UnsafeBufferPointer<UInt8>, _ number: Int, _ isFirst: Bool,
        from start: Int, before end: Int
    ) -> Int? {
        let count = member.count
        guard member.isFirst == isFirst, end &- start >= Swift.max(count, 8) else { return nil }
        let text = UnsafeRawBufferPointer(self)
        let lead = UnsafeRawBufferPointer(leads)
        let first = number &* UsualMembers.longestLead
        var offset = 0
        while count &- offset >= 8 {
            let word = text.loadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self)
            if word != lead.loadUnaligned(fromByteOffset: first &+ offset, as: UInt64.self) { return nil }
            offset &+= 8
        }
        if count > offset {
            // The last bytes together with some that were compared before, or with none of a lead that is shorter.
            let last = Swift.max(count - 8, 0)
            let difference =
                text.loadUnaligned(fromByteOffset: start &+ last, as: UInt64.self)
                ^ lead.loadUnaligned(fromByteOffset: first &+ last, as: UInt64.self)
            let others = UInt64(littleEndian: difference) &<< UInt64(8 &* (8 &- Swift.min(count, 8)))
            if others != 0 { return nil }
        }
        return start &+ count
    }

    /// The value that begins at an index, and the index after it; nil for what is not of the plainest form, and neither of
    /// the kind nor null.
    @inline(__always)
    fileprivate func plainValue(
        _ kind: JSONKind, from start: Int, before end: Int
    ) -> (value: PlainMember.Value, stop: Int)? {
        guard start < end else { return nil }
        switch (self[start], kind) {
        case (UInt8(ascii: "\""), .string):
            guard let text = plainString(from: start, before: end) else { return nil }
            return (.text(text), text.upperBound &+ 1)
        case (UInt8(ascii: "n"), _): return isNull(at: start, before: end) ? (.null, start &+ 4) : nil
        case (UInt8(ascii: "0")...UInt8(ascii: "9"), .number):
            guard let (value, stop) = plainInteger(from: start, before: end) else { return nil }
            return (.integer(value), stop)
        case (UInt8(ascii: "{"), .object):
            guard let stop = endOfPlainObject(from: start, before: end) else { return nil }
            return (.object(start..<stop), stop)
        default: return nil
        }
    }

    /// Whether `null` comes next.
    private func isNull(at start: Int, before end: Int) -> Bool {
        guard end &- start >= 4 else { return false }
        let word = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: start, as: UInt32.self)
        return UInt32(bigEndian: word) == 0x6E75_6C6C
    }

    /// Where a string of ASCII without escapes stands, quotes apart, that begins at an index; nil for all else.
    @inline(__always)
    private func plainString(from start: Int, before end: Int) -> Range<Int>? {
        guard start < end, self[start] == UInt8(ascii: "\"") else { return nil }
        let stop = endOfPlainString(from: start &+ 1, before: end)
        return stop < end && self[stop] == UInt8(ascii: "\"") ? start + 1..<stop : nil
    }

    /// The index after an object of the plainest form, see ``PlainMember/Value/object(_:)``, which begins at an index; nil
    /// for any other.
    private func endOfPlainObject(from start: Int, before end: Int) -> Int? {
        var index = endOfWhiteSpace(from: start + 1, before: end)
        guard index < end else { return nil }
        if self[index] == UInt8(ascii: "}") { return index + 1 }
        return withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: 8) { names in
            for count in 0..<names.count {
                guard let name = plainString(from: index, before: end) else { return nil }
                let text = UnsafeBufferPointer(rebasing: self[name])
                for other in names[..<count] where text.isSame(as: UnsafeBufferPointer(rebasing: self[other])) {
                    return nil
                }
                names.initializeElement(at: count, to: name)
                index = endOfWhiteSpace(from: name.upperBound + 1, before: end)
                guard index < end, self[index] == UInt8(ascii: ":") else { return nil }
                index = endOfWhiteSpace(from: index + 1, before: end)
                if let value = plainString(from: index, before: end) {
                    index = value.upperBound + 1
                } else {
                    guard isNull(at: index, before: end) else { return nil }
                    index += 4
                }
                index = endOfWhiteSpace(from: index, before: end)
                guard index < end else { return nil }
                if self[index] == UInt8(ascii: "}") { return index + 1 }
                guard self[index] == UInt8(ascii: ",") else { return nil }
                index = endOfWhiteSpace(from: index + 1, before: end)
            }
            return nil
        }
    }

    /// The search for a string's end, by itself, so that the loop has all registers.
    @inline(never)
    private func endOfPlainString(from start: Int, before end: Int) -> Int { endOfPlainText(from: start, before: end) }

    /// An integer that is written with at most 18 digits and without a sign, a fraction or an exponent, and the index after
    /// it; nil for any other number, and where what follows is not at hand.
    private func plainInteger(from start: Int, before end: Int) -> (value: Int64, stop: Int)? {
        var index = start
        var value: Int64 = 0
        while index < end, self[index].isDigit, index - start < 18 {
            value = value &* 10 &+ Int64(self[index] &- UInt8(ascii: "0"))
            index += 1
        }
        guard index == start + 1 || self[start] != UInt8(ascii: "0"), index < end else { return nil }
        switch self[index] {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: " "), UInt8(ascii: "\n"),
            UInt8(ascii: "\r"), UInt8(ascii: "\t"):
            return (value, index)
        default: return nil
        }
    }
}
