package import JSON
package import Text

extension ServiceRecord {
    /// Adds what the record says to `bytes`, so that two records add the same if, and only if, they say the same of every
    /// field: however they are spelt, escaped, indented and ordered.
    ///
    /// What is unset, a TTL of 0 and an object without links are one: the API gives each where a file has nothing. Dates
    /// are compared as instants, and integers by their value.
    package func appendContent(to bytes: inout ByteBuilder) {
        for field in ServiceField.allCases {
            let slot = slot(field)
            switch slot.form {
            case .absent, .null: bytes.append(0)
            case .plainText where field.valueType != .timestamp || isCanonicalInstant(slot.range):
                add(1, UnsafeBufferPointer(rebasing: batch.bytes[slot.range]), to: &bytes)
            case .plainText, .encodedText:
                let text = text(at: slot)
                let instant = field.valueType == .timestamp ? Timestamp(text)?.description : nil
                add(1, instant ?? text, to: &bytes)
            case .integer where slot.integer == 0: bytes.append(0)
            case .integer: add(2, "\(slot.integer)", to: &bytes)
            case .links:
                let links = links(at: slot.range)
                bytes.append(links.isEmpty ? 0 : 3)
                for link in links {
                    add(4, link.name, to: &bytes)
                    add(4, link.url, to: &bytes)
                }
            case .unreadable:
                for member in members(where: { $0 == field }) { add(5, member.value.sorted.jsonText, to: &bytes) }
            }
        }
        let unknown = unknownMembers.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for member in unknown {
            add(6, member.name, to: &bytes)
            add(6, member.value.sorted.jsonText, to: &bytes)
        }
    }

    /// Whether a date is written as the API writes it, so that it need not be parsed to be compared.
    private func isCanonicalInstant(_ range: Range<Int>) -> Bool {
        range.count == 20 && batch.bytes[range.lowerBound + 10] == UInt8(ascii: "T")
            && batch.bytes[range.upperBound - 1] == UInt8(ascii: "Z")
    }

    private func add(_ tag: UInt8, _ text: String, to bytes: inout ByteBuilder) {
        text.withBytes { add(tag, $0, to: &bytes) }
    }

    private func add(_ tag: UInt8, _ text: UnsafeBufferPointer<UInt8>, to bytes: inout ByteBuilder) {
        bytes.append(number: UInt64(text.count) << 8 | UInt64(tag))
        bytes.append(contentsOf: text)
    }

    /// The members that the table of fields does not know, in the order met.
    package var unknownMembers: [JSONMember] { entry.hasUnknownMembers ? members { $0 == nil } : [] }

    /// The members whose names stand for such a field, or for none, in the order met. A field may be there twice.
    func members(where isWanted: (ServiceField?) -> Bool) -> [JSONMember] {
        // The text was read before, so that nothing is thrown.
        (try? membersOfText(where: isWanted)) ?? []
    }

    private func membersOfText(where isWanted: (ServiceField?) -> Bool) throws(JSONError) -> [JSONMember] {
        var reader = JSONReader(batch.copy(entry.text))
        var members: [JSONMember] = []
        try reader.beginObject()
        while let text = try reader.nextKey() {
            let name = try reader.string(text)
            if entry.dialect == .terraform && name == "id" || !isWanted(ServiceFieldNames.all[name]?.field) {
                try reader.skipValue()
            } else {
                members.append(JSONMember(name: name, value: try reader.readValue()))
            }
        }
        return members
    }
}

extension JSONValue {
    /// The value with the members of each object sorted by name, and integers written in one way.
    fileprivate var sorted: JSONValue {
        switch self {
        case .null, .bool, .string: self
        case .number(let number): number.integer.map { .number(JSONNumber($0)) } ?? self
        case .array(let elements): .array(elements.map(\.sorted))
        case .object(let members):
            .object(
                members.map { JSONMember(name: $0.name, value: $0.value.sorted) }
                    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
        }
    }
}
