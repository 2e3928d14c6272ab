internal import JSON
internal import Text

/// Some records of one source and the bytes that they are views of.
package final class RecordBatch: Sendable {
    private let text: PinnedBytes
    /// A slot for each field of each record.
    let slots: [FieldSlot]
    let entries: [Entry]
    /// Why fields cannot be read.
    let reasons: [String]
    let origin: Origin
    // At hand, since conditions ask for each field that they read.
    /// How many slots a record has.
    let width = ServiceField.count
    let texts = ServiceField.texts
    let integers = ServiceField.integers
    let nullables = ServiceField.nullables

    /// What a batch's records have in common.
    package struct Origin: Sendable, Hashable {
        /// The file's path as the user gave it, or the account's label.
        package let source: String
        /// The number of the API's page, from 1; nil for files.
        package let page: Int?

        package init(source: String, page: Int? = nil) {
            self.source = source
            self.page = page
        }
    }

    /// One record.
    struct Entry: Sendable {
        /// The record's JSON text in the batch's bytes.
        let text: Range<Int>
        /// Where the text begins in the file, from 1.
        let line: Int
        /// The position in the file or page, from 0.
        let position: Int
        /// The resource's address in Terraform.
        let address: String?
        let dialect: ServiceDialect
        let hasUnknownMembers: Bool
    }

    fileprivate init(_ builder: RecordBatchBuilder) {
        text = PinnedBytes(copying: builder.bytes.bytes)
        slots = builder.slots
        entries = builder.entries
        reasons = builder.reasons
        origin = builder.origin
    }

    /// The texts of the records, one after the other, each with those of its fields behind it that are written with escapes;
    /// there for as long as the batch is held.
    var bytes: UnsafeBufferPointer<UInt8> { text.bytes }

    /// A part of them, to be read again.
    func copy(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

    /// How many records there are.
    package var count: Int { entries.count }

    /// The records in the source's order.
    package var records: Records { Records(batch: self) }

    /// The records of a batch. A type of its own and not an opaque one, which other modules could not specialise for.
    package struct Records: RandomAccessCollection, Sendable {
        let batch: RecordBatch

        package var startIndex: Int { 0 }
        package var endIndex: Int { batch.count }

        package subscript(position: Int) -> ServiceRecord { ServiceRecord(batch: batch, index: position) }
    }
}

/// Gathers records into a batch.
package struct RecordBatchBuilder: Sendable {
    fileprivate(set) var bytes = ByteBuilder()
    var slots: [FieldSlot] = []
    var entries: [RecordBatch.Entry] = []
    private(set) var reasons: [String] = []
    fileprivate var origin: RecordBatch.Origin
    private var numbers: [String: Int] = [:]
    /// What members records of late had.
    var usualMembers = UsualMembers()
    /// The texts of the fields of a record that are written with escapes.
    var unescaped: [UnescapedText] = []
    /// Room for members that come as usual.
    var members = PlainMember.room

    package init(_ origin: RecordBatch.Origin) {
        self.origin = origin
    }

    package var count: Int { entries.count }
    /// How many bytes the records take.
    package var size: Int { bytes.count }

    /// The record that was added last, as it will be in the batch; nil before the first. Copies the batch.
    package var last: ServiceRecord? {
        entries.isEmpty ? nil : ServiceRecord(batch: RecordBatch(self), index: entries.count - 1)
    }

    /// Whether a field of the record that was added last is this text, as `ServiceRecord` tells it; false before the first.
    package func lastHolds(_ text: [UInt8], in field: ServiceField) -> Bool {
        guard !entries.isEmpty else { return false }
        let slot = slots[slots.count - ServiceField.count + field.rawValue]
        return slot.form == .text && bytes[slot.range].elementsEqual(text)
    }

    /// Takes away the records after the first `count`.
    package mutating func truncate(to count: Int) {
        guard count < entries.count else { return }
        bytes.truncate(to: entries[count].text.lowerBound)
        entries.removeLast(entries.count - count)
        slots.removeLast(slots.count - count * ServiceField.count)
    }

    /// The batch of the records that were added.
    package consuming func finish() -> RecordBatch { RecordBatch(self) }

    /// Takes the batch of the records that were added out: what is added next is of another one. The room for the records'
    /// texts is kept for it, and so is what is known of their members.
    package mutating func takeBatch() -> RecordBatch {
        let batch = RecordBatch(self)
        bytes.removeAll()
        // As much as most likely comes again.
        slots = []
        slots.reserveCapacity(batch.slots.count)
        entries = []
        entries.reserveCapacity(batch.entries.count)
        reasons = []
        numbers = [:]
        return batch
    }

    /// Goes to another source; no record may be there.
    package mutating func begin(_ origin: RecordBatch.Origin) {
        precondition(entries.isEmpty)
        self.origin = origin
    }

    /// A slot for a field that cannot be read.
    mutating func unreadable(_ reason: String) -> FieldSlot {
        if let number = numbers[reason] { return FieldSlot(unreadable: number) }
        numbers[reason] = reasons.count
        reasons.append(reason)
        return FieldSlot(unreadable: reasons.count - 1)
    }

    /// Takes in the text of the record whose slots were added, and says where it stands. The texts of fields that are written
    /// with escapes are put behind it.
    ///
    /// - Parameter firstSlot: The first of the record's slots.
    mutating func append(_ text: ArraySlice<UInt8>, firstSlot: Int) -> Range<Int> {
        let range = append(text)
        for text in unescaped {
            let slot = firstSlot + text.field.rawValue
            if slots[slot].form == .text { slots[slot] = FieldSlot(.text, at: append(text.bytes[...])) }
        }
        return range
    }

    private mutating func append(_ text: ArraySlice<UInt8>) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: text)
        return start..<bytes.count
    }

    /// The text of a field that is written with escapes.
    struct UnescapedText {
        let field: ServiceField
        let bytes: [UInt8]
    }
}
