internal import JSON
internal import Text

/// One Service from its bytes to its findings: a view of the batch that it was read with.
///
/// A record is what was read, faithful enough to be judged: SIDs and URLs are texts that may be malformed (rules say so),
/// enumeration values may be unknown, members that the table of fields does not know are kept, and a field that cannot
/// be read costs that field and not the record. A text is unescaped, and a date parsed, only when it is asked for.
package struct ServiceRecord: Sendable {
    let batch: RecordBatch
    let index: Int

    var entry: RecordBatch.Entry { batch.entries[index] }

    func slot(_ field: ServiceField) -> FieldSlot {
        batch.slots[index * ServiceField.allCases.count + field.rawValue]
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
        case .plainText, .encodedText:
            let text = text(at: slot)
            guard field.valueType == .timestamp else { return .string(text) }
            return Timestamp(text).map(FieldValue.timestamp) ?? .unreadable("not an RFC 3339 date-time")
        }
    }

    /// The text of a field; nil where it is unset, unreadable or no text. Dates are given as they are written.
    package func text(_ field: ServiceField) -> String? {
        let slot = slot(field)
        switch slot.form {
        case .plainText, .encodedText: return text(at: slot)
        case .absent, .null, .integer, .links, .unreadable: return nil
        }
    }

    /// The Service's own SID, as it is written.
    package var sid: String? { text(.sid) }
    /// The SID of the account that the record names, as it is written.
    package var accountSID: String? { text(.accountSID) }

    /// Whether the text of a field is these bytes, without making it.
    package func holds(_ bytes: [UInt8], in field: ServiceField) -> Bool {
        let slot = slot(field)
        guard slot.form == .plainText else { return text(field).map { $0.utf8.elementsEqual(bytes) } ?? false }
        return batch.bytes.withUnsafeBufferPointer { all in
            let text = UnsafeBufferPointer(rebasing: all[slot.range])
            return text.count == bytes.count && bytes.withUnsafeBufferPointer { text.startsWith($0) }
        }
    }

    /// Whether a field is set, and to a text that can be read.
    package func hasText(in field: ServiceField) -> Bool {
        let form = slot(field).form
        return form == .plainText || form == .encodedText
    }

    func text(at slot: FieldSlot) -> String {
        if slot.form == .plainText { return String(decoding: batch.bytes[slot.range], as: UTF8.self) }
        // The quotes belong to what the reader wants; both were there when the record was read.
        let quoted = slot.range.lowerBound - 1..<slot.range.upperBound + 1
        var reader = JSONReader(batch.bytes, in: quoted)
        return (try? reader.readString()) ?? String(decoding: batch.bytes[slot.range], as: UTF8.self)
    }

    func links(at range: Range<Int>) -> [FieldValue.Link] {
        var reader = JSONReader(batch.bytes, in: range)
        guard case .object(let members)? = try? reader.readValue() else { return [] }
        let links = members.compactMap { member in
            if case .string(let url) = member.value { FieldValue.Link(name: member.name, url: url) } else { nil }
        }
        return links.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
