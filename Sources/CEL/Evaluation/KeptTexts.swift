internal import Text

/// The texts that an evaluator's named expressions gave, and what was found out about them.
///
/// Texts stay where they are until the evaluator begins with other variables. A short one is there once, with a number, and
/// by that the verdicts on it are found again: hosts and the like come over and over, and a condition that reads one text
/// alone gives the same each time. How many are remembered is bounded; when there is no room left, all are forgotten.
struct KeptTexts: ~Copyable {
    /// The longest text that gets a number, in bytes.
    private static let longestNumbered = 128
    /// So many texts can have a number, a power of two.
    private static let capacity = 4096
    /// Texts whose place is taken go to one of the next ones; a text that finds none of so many gets no number.
    private static let probes = 4
    /// How many verdicts are remembered, a power of two.
    private static let verdictCapacity = 2048
    /// After so many bytes of texts all are forgotten.
    private static let byteLimit = 1 << 18

    /// A text that has a number.
    private struct Entry {
        let text: TextBytes
        let hash: UInt64
    }

    /// What a condition gave for a text.
    private struct Verdict {
        /// The condition and the number of the text; zero for none.
        var key: UInt64
        var steps: Int
        var holds: Bool
    }

    /// The slots of the named expressions whose values are known, in no order.
    private(set) var slots: [Int] = []
    /// Their bits in a ``VariableLayout``, and perhaps those of some that were forgotten.
    private(set) var slotBits: UInt64 = 0
    /// What is known of URLs.
    let urls = URLMemory()
    private let entries: UnsafeMutablePointer<Entry?>
    private let verdicts: UnsafeMutablePointer<Verdict>
    private var count = 0
    private var size = 0
    private let chunk: UnsafeMutableBufferPointer<UInt8>
    private var room: TextRoom
    private let start: TextRoom.Mark

    init() {
        slots.reserveCapacity(64)
        entries = .allocate(capacity: Self.capacity)
        entries.initialize(repeating: nil, count: Self.capacity)
        verdicts = .allocate(capacity: Self.verdictCapacity)
        verdicts.initialize(repeating: Verdict(key: 0, steps: 0, holds: false), count: Self.verdictCapacity)
        chunk = .allocate(capacity: Self.byteLimit)
        room = TextRoom(chunk)
        start = room.mark
    }

    deinit {
        var room = room
        room.releaseAll()
        chunk.deallocate()
        verdicts.deallocate()
        entries.deallocate()
    }

    /// Forgets the texts if there are many. Those that were kept before must not be used any more.
    mutating func makeRoom() {
        if count < Self.capacity / 2, size < Self.byteLimit / 2 { return }
        entries.update(repeating: nil, count: Self.capacity)
        verdicts.update(repeating: Verdict(key: 0, steps: 0, holds: false), count: Self.verdictCapacity)
        room.release(to: start)
        count = 0
        size = 0
    }

    /// Notes that the value of a named expression is known.
    mutating func note(_ slot: Int) {
        slots.append(slot)
        slotBits |= VariableLayout.bit(of: slot)
    }

    /// Takes note that some named expressions are not known any more.
    mutating func removeSlots(where isForgotten: (Int) -> Bool) { slots.removeAll(where: isForgotten) }

    /// The same for all.
    mutating func removeAllSlots() {
        slots.removeAll(keepingCapacity: true)
        slotBits = 0
    }

    /// The text where it stays, which is not to be made of bytes beyond ``makeRoom()``.
    mutating func keep(_ text: TextBytes) -> KeptText {
        guard text.count <= Self.longestNumbered else { return KeptText(bytes: copy(text), number: nil) }
        let hash = Self.hash(text)
        for probe in 0..<Self.probes {
            let place = (Int(truncatingIfNeeded: hash >> 40) &+ probe) & (Self.capacity - 1)
            guard let entry = entries[place] else {
                let kept = copy(text)
                entries[place] = Entry(text: kept, hash: hash)
                count += 1
                return KeptText(bytes: kept, number: UInt32(place))
            }
            if entry.hash == hash, entry.text.isSame(as: text) {
                return KeptText(bytes: entry.text, number: UInt32(place))
            }
        }
        return KeptText(bytes: copy(text), number: nil)
    }

    /// A list of texts where it stays.
    mutating func keep(_ list: TextList) -> TextList {
        var kept = room.makeList(capacity: list.count)
        for index in 0..<list.count { kept.append(list[index].map { copy($0) }) }
        size += list.count * MemoryLayout<TextBytes?>.stride
        return kept
    }

    private mutating func copy(_ text: TextBytes) -> TextBytes {
        size += text.count
        return room.make(text.count) { _ = $0.initialize(fromContentsOf: text) }
    }

    /// What a condition gave for a text, and the steps that it took.
    func verdict(of condition: UInt32, on text: UInt32) -> (holds: Bool, steps: Int)? {
        let key = Self.key(condition, text)
        let verdict = verdicts + Self.place(of: key)
        return verdict.pointee.key == key ? (verdict.pointee.holds, verdict.pointee.steps) : nil
    }

    /// Remembers what a condition gave for a text.
    func remember(_ holds: Bool, steps: Int, of condition: UInt32, on text: UInt32) {
        let key = Self.key(condition, text)
        verdicts[Self.place(of: key)] = Verdict(key: key, steps: steps, holds: holds)
    }

    private static func key(_ condition: UInt32, _ text: UInt32) -> UInt64 { UInt64(condition) << 32 | UInt64(text) }

    private static func place(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* multiplier) >> 32) & (verdictCapacity - 1)
    }

    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// A number that texts mostly differ in, eight bytes at a time. Whoever makes texts that do not makes them slow, and no
    /// more: they are compared.
    private static func hash(_ text: TextBytes) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(text)
        var hash = UInt64(truncatingIfNeeded: text.count)
        var offset = 0
        while text.count - offset >= 8 {
            hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < text.count {
            rest = rest << 8 | UInt64(text[offset])
            offset += 1
        }
        return mixed(hash ^ rest)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value &* multiplier
        return product ^ product >> 29
    }
}

/// A text that an evaluator keeps.
/// Like all bytes, it belongs to one evaluation at a time.
struct KeptText: @unchecked Sendable {
    let bytes: TextBytes
    /// What ``KeptTexts`` knows it by; `nil` for one that it does not know again.
    let number: UInt32?
}
