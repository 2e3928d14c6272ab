internal import JSON
internal import Text

/// One Service from its bytes to its findings: a view of the batch that it was read with.
///
/// A record is what was read, faithful enough to be judged: SIDs and URLs are texts that may be malformed (rules say so),
/// enumeration values may be unknown, members that the table of fields does not know are kept, and a field that cannot
/// be read costs that field and not the record. A date is parsed only when it is asked for.
package struct ServiceRecord: Sendable {
    let batch: RecordBatch
    let index: Int

    var entry: RecordBatch.Entry { batch.entries[index] }

    func slot(_ field: ServiceField) -> FieldSlot {
        batch.slots[index * batch.width + field.rawValue]
    }

    /// Where the record was found.
    package var provenance: Provenance {
        let entry = entry
        return Provenance(
            source: batch.origin.source, line: batch.origin.page == nil ? entry.line : nil, page: batch.origin.page,
            record: entry.position, address: entry.address)
    }

    /// The record's position in its file or page, from 0.
    package var position: Int { entry.position }

    /// How many bytes the record's text has.
    package var size: Int { entry.text.count }

    /// What the record holds in a field.
    package subscript(field: ServiceField) -> FieldValue {
        let slot = slot(field)
        switch slot.form {
        case .absent: return .absent
        case .null: return .null
        case .integer: return .integer(slot.integer)
        case .unreadable: return .unreadable(batch.reasons[slot.reason])
        case .links: return .links(links(at: slot.range))
        case .text:
            guard field.valueType == .timestamp else { return .string(text(at: slot)) }
            return timestamp(at: slot).map(FieldValue.timestamp) ?? .unreadable(Self.notADate)
        }
    }

    /// The text of a field; nil where it is unset, unreadable or no text. Dates are given as they are written.
    package func text(_ field: ServiceField) -> String? {
        utf8(field).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The SID of the account that the record names, as it is written.
    package var accountSID: String? { text(.accountSID) }

    /// Whether the text of a field is these bytes, without making it.
    package func holds(_ bytes: [UInt8], in field: ServiceField) -> Bool {
        utf8(field)?.isSame(as: bytes) ?? false
    }

    /// Whether a field is set; nil where it cannot be read.
    package func isSet(_ field: ServiceField) -> Bool? {
        switch slot(field).form {
        case .absent, .null: false
        case .unreadable: nil
        case .integer, .links: true
        case .text: fault(field) == nil ? true : nil
        }
    }

    /// Why a field cannot be read; nil for one that can, or is unset.
    package func fault(_ field: ServiceField) -> String? {
        let slot = slot(field)
        switch slot.form {
        case .unreadable: return batch.reasons[slot.reason]
        case .absent, .null, .integer, .links: return nil
        case .text:
            if batch.texts.contains(at: field.rawValue) { return nil }
            return timestamp(at: slot) == nil ? Self.notADate : nil
        }
    }

    private static let notADate = "not an RFC 3339 date-time"

    private func timestamp(at slot: FieldSlot) -> Timestamp? {
        Timestamp(bytes(at: slot))
    }

    /// Whether a field is set, and to a text that can be read.
    package func hasText(in field: ServiceField) -> Bool {
        slot(field).form == .text
    }

    /// The bytes of a field's text where they stand, for as long as the record is held; nil where it is unset, unreadable or no
    /// text. Dates are given as they are written.
    package func utf8(_ field: ServiceField) -> UnsafeBufferPointer<UInt8>? {
        let slot = slot(field)
        return slot.form == .text ? bytes(at: slot) : nil
    }

    // What conditions read, by slot: a slot that no field has is unset.

    /// The bytes of a text that is no date; see ``utf8(_:)``.
    package func utf8(ofTextAt slot: Int) -> UnsafeBufferPointer<UInt8>? {
        guard batch.texts.contains(at: slot), let field = ServiceField(rawValue: slot) else { return nil }
        return utf8(field)
    }

    /// The integer of a field, 0 where it is unset, as the API means it; nil for any other value.
    package func integer(at slot: Int) -> Int64? {
        guard batch.integers.contains(at: slot), let field = ServiceField(rawValue: slot) else { return nil }
        let slot = self.slot(field)
        switch slot.form {
        case .integer: return slot.integer
        case .absent, .null: return 0
        case .unreadable, .text, .links: return nil
        }
    }

    /// The instant of a field; nil for any other value, and for what is no date.
    package func instant(at slot: Int) -> Timestamp? {
        guard let field = ServiceField(rawValue: slot), field.valueType == .timestamp else { return nil }
        let slot = self.slot(field)
        return slot.form == .text ? timestamp(at: slot) : nil
    }

    /// Whether a field is set, where only one that a Service may be without can be unset; nil where it cannot be read.
    package func isSet(at slot: Int) -> Bool? {
        guard let field = ServiceField(rawValue: slot) else { return false }
        if batch.nullables.contains(at: slot) { return isSet(field) }
        return self.slot(field).form == .unreadable ? nil : true
    }

    private func bytes(at slot: FieldSlot) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: batch.bytes[slot.range])
    }

    func text(at slot: FieldSlot) -> String {
        String(decoding: bytes(at: slot), as: UTF8.self)
    }

    func links(at range: Range<Int>) -> [FieldValue.Link] {
        // Files mostly have none.
        if range.count == 2 { return [] }
        var reader = JSONReader(batch.copy(range))
        guard case .object(let members)? = try? reader.readValue() else { return [] }
        let links = members.compactMap { member in
            if case .string(let url) = member.value { FieldValue.Link(name: member.name, url: url) } else { nil }
        }
        return links.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
