/// What a record holds in one field.
package enum FieldValue: Sendable, Hashable {
    /// The record does not have the field.
    case absent
    case null
    case string(String)
    case integer(Int64)
    case timestamp(Timestamp)
    /// Names with their URLs, sorted by name.
    case links([Link])
    /// Something that cannot be what the field holds. The reason is one line and quotes nothing.
    case unreadable(String)

    /// The URL of one related resource.
    package struct Link: Sendable, Hashable {
        package let name: String
        package let url: String

        package init(name: String, url: String) {
            self.name = name
            self.url = url
        }
    }
}

/// Where a record's bytes hold a field, and as what.
struct FieldSlot: Sendable {
    /// How the bytes are to be read.
    enum Form: UInt8, Sendable {
        case absent
        case null
        /// A text: its bytes are UTF-8, and were checked.
        case text
        /// An integer, which is in the slot itself.
        case integer
        /// An object whose values are texts or null.
        case links
        /// Nothing to be read; the slot has the number of the reason.
        case unreadable
    }

    var form: Form
    private var start: UInt32
    private var count: UInt32

    static let absent = FieldSlot(form: .absent, start: 0, count: 0)
    static let null = FieldSlot(form: .null, start: 0, count: 0)

    private init(form: Form, start: UInt32, count: UInt32) {
        self.form = form
        self.start = start
        self.count = count
    }

    /// A field whose value stands at a range of a batch's bytes, which are fewer than 4 GiB.
    init(_ form: Form, at range: Range<Int>) {
        self.init(form: form, start: UInt32(range.lowerBound), count: UInt32(range.count))
    }

    init(integer: Int64) {
        let bits = UInt64(bitPattern: integer)
        self.init(form: .integer, start: UInt32(truncatingIfNeeded: bits), count: UInt32(bits >> 32))
    }

    /// A field that cannot be read; `reason` is the number of the reason in its batch.
    init(unreadable reason: Int) {
        self.init(form: .unreadable, start: UInt32(reason), count: 0)
    }

    /// Where the value stands, quotes apart. A text that is written with escapes stands behind the record, without them.
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    /// The value of an integer.
    var integer: Int64 { Int64(bitPattern: UInt64(start) | UInt64(count) << 32) }
    /// The number of the reason.
    var reason: Int { Int(start) }
}
