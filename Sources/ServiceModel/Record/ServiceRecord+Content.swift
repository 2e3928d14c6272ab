package import JSON
package import Text

extension ServiceRecord {
    /// Adds what the record says to `bytes`, so that two records add the same if, and only if, they say the same of every
    /// field: however they are spelt, escaped, indented and ordered.
    ///
    /// What is unset, a TTL of 0 and an object without links are one: the API gives each where a file has nothing. Dates
    /// are compared as instants, and integers by their value.
    package func appendContent(to bytes: inout ByteBuilder) {
        var number = 0
        while true {
            number = appendPlainContent(from: number, to: &bytes)
            guard let field = ServiceField(rawValue: number) else { break }
            appendContent(of: field, to: &bytes)
            number += 1
        }
        if !entry.hasUnknownMembers { return }
        let unknown = unknownMembers.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for member in unknown {
            add(6, member.name, to: &bytes)
            add(6, member.value.sorted.jsonText, to: &bytes)
        }
    }

    /// Adds what the record says of a field.
    private func appendContent(of field: ServiceField, to bytes: inout ByteBuilder) {
        let slot = slot(field)
        switch slot.form {
        case .absent, .null: bytes.append(0)
        case .text where field.valueType != .timestamp || isCanonicalInstant(slot.range):
            add(1, UnsafeBufferPointer(rebasing: batch.bytes[slot.range]), to: &bytes)
        case .text:
            let text = text(at: slot)
            add(1, Timestamp(text)?.description ?? text, to: &bytes)
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

    /// Adds the same of fields as long as their bytes say it as they stand, which most do, all at once.
    ///
    /// - Parameter first: The raw value of the first field.
    /// - Returns: The raw value of the first field that was not added; one more than the last where all were.
    private func appendPlainContent(from first: Int, to bytes: inout ByteBuilder) -> Int {
        let text = batch.bytes
        let texts = batch.texts
        let width = batch.width
        var number = first
        // No text is longer than the record, and no integer than 19 digits.
        bytes.append(atMost: size + (width - first) * (8 + 19)) { room in
            batch.slots.withUnsafeBufferPointer { slots in
                var end = 0
                while number < width {
                    let slot = slots[index * width + number]
                    switch slot.form {
                    case .absent, .null:
                        room[end] = 0
                        end += 1
                    case .text where texts.contains(at: number) || isCanonicalInstant(slot.range):
                        let range = slot.range
                        room.storeBytes(
                            of: (UInt64(range.count) << 8 | 1).bigEndian, toByteOffset: end, as: UInt64.self)
                        UnsafeBufferPointer(rebasing: text[range]).copyWords(
                            to: UnsafeMutableRawBufferPointer(rebasing: room[end + 8..<end + 8 + range.count]))
                        end += 8 + range.count
                    case .integer where slot.integer >= 0:
                        end += Self.store(slot.integer.magnitude, to: room, at: end)
                    case .links where slot.range.count == 2:
                        room[end] = 0
                        end += 1
                    case .integer, .text, .links, .unreadable: return end
                    }
                    number += 1
                }
                return end
            }
        }
        return number
    }

    /// Stores what stands for an integer; how many bytes that is.
    private static func store(_ integer: UInt64, to room: UnsafeMutableRawBufferPointer, at start: Int) -> Int {
        if integer == 0 {
            room[start] = 0
            return 1
        }
        var digits = 0
        var rest = integer
        while rest > 0 {
            rest /= 10
            digits += 1
        }
        room.storeBytes(of: (UInt64(digits) << 8 | 2).bigEndian, toByteOffset: start, as: UInt64.self)
        rest = integer
        for place in (start + 8..<start + 8 + digits).reversed() {
            room[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        return 8 + digits
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
