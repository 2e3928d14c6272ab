internal import Text

/// Entries that tell which records are the same Service, and which of those say the same.
enum IdentityCodec {
    /// Adds a record.
    ///
    /// - Parameter content: What stands for all that the record says.
    static func append(
        _ identity: HalfDigest, content: HalfDigest, accountSID: String?, serviceSID: UnsafeBufferPointer<UInt8>?,
        origin: RecordOrigin, to buffer: inout EntryBuffer
    ) {
        buffer.append { key in
            key.append(identity)
            key.append(content)
            key.append(number: origin.source)
            key.append(number: origin.ordinal)
        } payload: { payload in
            payload.append(text: accountSID)
            payload.append(text: serviceSID)
        }
    }

    private static let contentEnd = 2 * HalfDigest.size

    /// What is known of all records once they are in order.
    struct Census {
        /// How many different Services each account has.
        var services: [String?: Int] = [:]
        /// The Services that came with different contents, by the source of the later record: the first SIDs, and how many.
        var changed: [UInt32: (shown: [String?], count: Int)] = [:]
    }

    /// Counts Services, each once. Linear, in constant memory but for accounts and what came with different contents.
    static func census(of entries: SortedEntries, shown limit: Int) throws(SpillError) -> Census {
        var census = Census()
        var cursor = entries.makeCursor()
        var previous: ArraySlice<UInt8>?
        while let entry = try cursor.next() {
            defer { previous = entry.key }
            let isSame =
                previous.map { $0.prefix(HalfDigest.size).hasSameBytes(as: entry.key.prefix(HalfDigest.size)) } ?? false
            if !isSame {
                let account = PayloadReader.read(entry.payload) { $0.text() }
                census.services[account, default: 0] += 1
            } else if previous.map({ $0.prefix(contentEnd).hasSameBytes(as: entry.key.prefix(contentEnd)) }) != true {
                let sid = PayloadReader.read(entry.payload) { reader in
                    _ = reader.utf8()
                    return reader.text()
                }
                let source = PayloadReader.read(entry.key.dropFirst(contentEnd)) { $0.number(as: UInt32.self) }
                if census.changed[source, default: ([], 0)].count < limit {
                    census.changed[source, default: ([], 0)].shown.append(sid)
                }
                census.changed[source, default: ([], 0)].count += 1
            }
        }
        return census
    }
}
