package import JSON

/// One Service from its bytes to its findings: a view of the batch that it was read with.
///
/// A record is what was read, faithful enough to be judged: SIDs and URLs are texts that may be malformed (rules say so),
/// enumeration values may be unknown, members that the table of fields does not know are kept, and a field that cannot
/// be read costs that field and not the record. A text is unescaped, and a date parsed, only when it is asked for.
package struct ServiceRecord: Sendable {
    let batch: RecordBatch
    let index: Int

    private var entry: RecordBatch.Entry { batch.entries[index] }

    private func slot(_ field: ServiceField) -> FieldSlot {
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
        return batch.bytes[slot.range] == bytes[...]
    }

    private func text(at slot: FieldSlot) -> String {
        if slot.form == .plainText { return String(decoding: batch.bytes[slot.range], as: UTF8.self) }
        // The quotes belong to what the reader wants; both were there when the record was read.
        let quoted = slot.range.lowerBound - 1..<slot.range.upperBound + 1
        var reader = JSONReader(batch.bytes, in: quoted)
        return (try? reader.readString()) ?? String(decoding: batch.bytes[slot.range], as: UTF8.self)
    }

    private func links(at range: Range<Int>) -> [FieldValue.Link] {
        var reader = JSONReader(batch.bytes, in: range)
        guard case .object(let members)? = try? reader.readValue() else { return [] }
        let links = members.compactMap { member in
            if case .string(let url) = member.value { FieldValue.Link(name: member.name, url: url) } else { nil }
        }
        return links.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}

extension ServiceRecord {
    /// Writes the record as the API does: snake_case, every field in the API's order, and then the members that the table
    /// does not know as they were. A field that cannot be read is written as it was, so that whoever reads it is told too.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for field in ServiceField.allCases {
            writer.key(field.name)
            let value = self[field]
            guard case .unreadable = value else {
                writer.value(value, of: field)
                continue
            }
            (members { $0 == field }.first?.value ?? .null).write(to: &writer)
        }
        for member in unknownMembers {
            writer.key(member.name)
            member.value.write(to: &writer)
        }
        writer.endObject()
    }

    /// The members that the table of fields does not know, in the order met.
    package var unknownMembers: [JSONMember] { entry.hasUnknownMembers ? members { $0 == nil } : [] }

    private func members(where isWanted: (ServiceField?) -> Bool) -> [JSONMember] {
        var reader = JSONReader(batch.bytes, in: entry.text)
        guard case .object(let members)? = try? reader.readValue() else { return [] }
        return members.filter { isWanted(ServiceFieldNames.all[Array($0.name.utf8)[...]]?.field) }
    }

    /// Adds what the record says to `bytes`, so that two records add the same if, and only if, they say the same of every
    /// field: however they are spelt, escaped, indented and ordered.
    package func appendContent(to bytes: inout [UInt8]) {
        for field in ServiceField.allCases {
            let slot = slot(field)
            switch slot.form {
            case .absent, .null: bytes.append(0)
            case .plainText where field.valueType != .timestamp || isCanonicalInstant(slot.range):
                add(1, batch.bytes[slot.range], to: &bytes)
            case .plainText, .encodedText:
                var text = text(at: slot)
                if field.valueType == .timestamp { text = Timestamp(text)?.description ?? text }
                add(1, Array(text.utf8)[...], to: &bytes)
            case .integer where slot.integer == 0: bytes.append(0)
            case .integer: add(2, Array("\(slot.integer)".utf8)[...], to: &bytes)
            case .links:
                let links = links(at: slot.range)
                bytes.append(links.isEmpty ? 0 : 3)
                for link in links {
                    add(4, Array(link.name.utf8)[...], to: &bytes)
                    add(4, Array(link.url.utf8)[...], to: &bytes)
                }
            case .unreadable:
                let members = members { $0 == field }.map { $0.value.jsonText }
                for text in members { add(5, Array(text.utf8)[...], to: &bytes) }
            }
        }
        let unknown = unknownMembers.map { (name: Array($0.name.utf8), value: Array($0.value.jsonText.utf8)) }
        for member in unknown.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
            add(6, member.name[...], to: &bytes)
            add(6, member.value[...], to: &bytes)
        }
    }

    /// Whether a date is written as the API writes it, so that it need not be parsed to be compared.
    private func isCanonicalInstant(_ range: Range<Int>) -> Bool {
        range.count == 20 && batch.bytes[range.lowerBound + 10] == UInt8(ascii: "T")
            && batch.bytes[range.upperBound - 1] == UInt8(ascii: "Z")
    }

    private func add(_ tag: UInt8, _ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(tag)
        withUnsafeBytes(of: UInt32(text.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: text)
    }
}

extension JSONWriter {
    /// Writes the value of a field as the API does; what cannot be read as null.
    package mutating func value(_ value: FieldValue, of field: ServiceField) {
        switch value {
        case .absent, .null, .unreadable:
            switch field.valueType {
            case .integer: integer(0)
            case .stringMap: raw("{}")
            case .string, .timestamp: null()
            }
        case .string(let text): string(text)
        case .integer(let number): integer(number)
        case .timestamp(let instant): string(instant.description)
        case .links(let links):
            beginObject()
            for link in links {
                key(link.name)
                string(link.url)
            }
            endObject()
        }
    }
}
