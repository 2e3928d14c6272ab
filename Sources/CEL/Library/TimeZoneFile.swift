internal import Platform
internal import Text

/// A zone of the system's tz database, in the format of RFC 9636 (TZif).
///
/// Instants after a file's last transition follow the rule at the file's end; files made with `zic -b slim` have few transitions
/// besides, and even those of `-b fat`, as Debian's are, end in 2037.
struct TimeZoneFile: Sendable {
    /// Seconds since 1970 of each change, ascending.
    private let transitions: [Int64]
    /// The offset after each change.
    private let offsets: [Int64]
    /// The offset before the first change.
    private let initialOffset: Int64
    /// What holds after the last change; `nil` for the offset after it.
    private let rule: TimeZoneRule?

    private static let directories = ["/usr/share/zoneinfo/", "/usr/lib/zoneinfo/", "/var/db/timezone/zoneinfo/"]
    private static let maximumSize = 1 << 20

    /// Reads the zone of a name.
    ///
    /// - Returns: `nil` when there is none, the name could leave the database's folder, or the file is malformed.
    init?(named name: String) {
        guard Self.isName(name) else { return nil }
        for directory in Self.directories {
            if let bytes = Self.read(directory + name), let file = Self(bytes) {
                self = file
                return
            }
        }
        return nil
    }

    /// The offset at an instant.
    func offset(atSecond second: Int64) -> Int64 {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= second { low = middle + 1 } else { high = middle }
        }
        if low == transitions.count, let rule { return rule.offset(atSecond: second) }
        return low == 0 ? initialOffset : offsets[low - 1]
    }

    /// Whether a text may be the name of a zone, which stays within the database's folder.
    static func isName(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard bytes.first?.isLetter == true, bytes.count <= 64 else { return false }
        return bytes.allSatisfy {
            $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "+")
        }
    }

    private static func read(_ path: String) -> [UInt8]? {
        try? FileContent(path: path, limit: maximumSize).bytes
    }
}

extension TimeZoneFile {
    /// Reads the file's second part, whose times are of 64 bits.
    private init?(_ bytes: [UInt8]) {
        var reader = BigEndianReader(bytes)
        guard let first = Header(&reader), reader.skip(first.dataSize(timeSize: 4)), let header = Header(&reader),
            header.timeCount <= 10_000, header.typeCount > 0
        else { return nil }
        var transitions: [Int64] = []
        for _ in 0..<header.timeCount {
            guard let time = reader.integer(bytes: 8) else { return nil }
            transitions.append(time)
        }
        var types: [Int] = []
        for _ in 0..<header.timeCount {
            guard let type = reader.byte() else { return nil }
            types.append(Int(type))
        }
        var typeOffsets: [Int64] = []
        for _ in 0..<header.typeCount {
            guard let offset = reader.integer(bytes: 4), abs(offset) < 86_400 * 2, reader.skip(2) else { return nil }
            typeOffsets.append(offset)
        }
        guard types.allSatisfy({ $0 < typeOffsets.count }),
            reader.skip(header.dataSize(timeSize: 8) - header.timeCount * 9 - header.typeCount * 6),
            let footer = reader.line()
        else { return nil }
        if footer.isEmpty {
            rule = nil
        } else {
            guard let rule = TimeZoneRule(footer) else { return nil }
            self.rule = rule
        }
        self.transitions = transitions
        offsets = types.map { typeOffsets[$0] }
        initialOffset = typeOffsets[0]
    }

    private struct Header {
        let utcCount: Int
        let standardCount: Int
        let leapCount: Int
        let timeCount: Int
        let typeCount: Int
        let characterCount: Int

        init?(_ reader: inout BigEndianReader) {
            guard reader.integer(bytes: 4) == 0x545A_6966, let version = reader.byte(), version >= 0x32,
                reader.skip(15), let utc = reader.count(), let standard = reader.count(), let leap = reader.count(),
                let time = reader.count(), let type = reader.count(), let character = reader.count()
            else { return nil }
            utcCount = utc
            standardCount = standard
            leapCount = leap
            timeCount = time
            typeCount = type
            characterCount = character
        }

        func dataSize(timeSize: Int) -> Int {
            timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4) + standardCount
                + utcCount
        }
    }

    private struct BigEndianReader {
        let bytes: [UInt8]
        var position = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func byte() -> UInt8? {
            guard position < bytes.count else { return nil }
            defer { position += 1 }
            return bytes[position]
        }

        mutating func skip(_ count: Int) -> Bool {
            guard count <= bytes.count - position else { return false }
            position += count
            return true
        }

        /// A signed integer of 4 or 8 bytes.
        mutating func integer(bytes count: Int) -> Int64? {
            var bits: UInt64 = 0
            for _ in 0..<count {
                guard let byte = byte() else { return nil }
                bits = bits << 8 | UInt64(byte)
            }
            return count == 4 ? Int64(Int32(truncatingIfNeeded: bits)) : Int64(bitPattern: bits)
        }

        /// The bytes between a line feed and the next, which end the file.
        mutating func line() -> [UInt8]? {
            let feed = UInt8(ascii: "\n")
            guard byte() == feed, let end = bytes.firstIndex(of: feed, in: position..<bytes.count) else { return nil }
            defer { position = end + 1 }
            return Array(bytes[position..<end])
        }

        /// A number of records, none of which a file of the maximum size has more.
        mutating func count() -> Int? {
            guard let count = integer(bytes: 4), (0...1_000_000).contains(count) else { return nil }
            return Int(count)
        }
    }
}
