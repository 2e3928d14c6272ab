internal import Text

/// Entries that tell which records are the same Service, and which of those say the same.
enum IdentityCodec {
    /// Adds a record.
    ///
    /// - Parameters:
    ///   - content: What stands for all that the record says.
    ///   - account: The account's SID as reports name it, as payloads have texts.
    static func append(
        _ identity: ServiceIdentity, content: HalfDigest, account: ByteBuilder, serviceSID: UnsafeBufferPointer<UInt8>?,
        source: UInt32, ordinal: UInt64, to buffer: inout EntryBuffer
    ) {
        buffer.append { key in
            key.append(count: contentEnd + 12) { room in
                identity.copy(to: room, at: 0)
                content.copy(to: room, at: ServiceIdentity.size)
                room.storeBytes(of: source.bigEndian, toByteOffset: contentEnd, as: UInt32.self)
                room.storeBytes(of: ordinal.bigEndian, toByteOffset: contentEnd + 4, as: UInt64.self)
            }
        } payload: { payload in
            payload.append(contentsOf: account)
            payload.append(text: serviceSID)
        }
    }

    private static let contentEnd = ServiceIdentity.size + HalfDigest.size

    /// What is known of all records once they are in order.
    struct Census {
        /// How many different Services each account has.
        var services: [String?: Int] = [:]
        /// The Services that came with different contents, by the source of the later record: the first SIDs, and how many.
        var changed: [UInt32: (shown: [String?], count: Int)] = [:]
        /// Whether any Service came more than once.
        var hasRepeats = false
    }

    /// Counts Services, each once: all records, but for those of a Service that came before. Linear, in constant memory but
    /// for accounts and what came with different contents; entries that no other is like are not looked at.
    ///
    /// - Parameter records: How many records each account has.
    static func census(
        of entries: SortedEntries, records: [String?: Int], shown limit: Int
    ) throws(SpillError) -> Census {
        var census = Census(services: records)
        var cursor = entries.makeCursor()
        var previous: ArraySlice<UInt8>?
        cursor.passLoneEntries()
        while let entry = try cursor.next() {
            let key = entry.key
            defer {
                previous = key
                cursor.passLoneEntries()
            }
            guard let previous, isSame(previous, key, ServiceIdentity.size) else { continue }
            let (account, sid) = PayloadReader.read(entry.payload) { ($0.text(), $0.text()) }
            census.services[account, default: 0] -= 1
            census.hasRepeats = true
            if isSame(previous, key, contentEnd) { continue }
            let source = PayloadReader.read(key.dropFirst(contentEnd)) { $0.number(as: UInt32.self) }
            if census.changed[source, default: ([], 0)].count < limit {
                census.changed[source, default: ([], 0)].shown.append(sid)
            }
            census.changed[source, default: ([], 0)].count += 1
        }
        return census
    }

    /// Whether two keys have the first bytes in common.
    private static func isSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, _ count: Int) -> Bool {
        left.prefix(count).hasSameBytes(as: right.prefix(count))
    }
}
