internal import Text

/// A map that keeps the order in which its entries were given.
///
/// Keys are bools, ints, uints or strings. The keys 1 and 1u are the same key; a double finds the integer that it equals.
public struct CELMap: Sendable {
    /// The entries in the order given.
    public let entries: [(key: CELValue, value: CELValue)]
    private let index: [Key: Int]

    /// Up to this many entries a search is faster than hashing.
    private static let searchLimit = 8

    /// The number of entries.
    public var count: Int { entries.count }

    /// Makes a map.
    ///
    /// - Returns: `nil` when a key is of no key type or is given twice.
    public init?(_ entries: [(key: CELValue, value: CELValue)]) {
        var index: [Key: Int] = [:]
        index.reserveCapacity(entries.count)
        for (position, entry) in entries.enumerated() {
            guard let key = Key(exactly: entry.key), index.updateValue(position, forKey: key) == nil else { return nil }
        }
        self.entries = entries
        self.index = entries.count > Self.searchLimit ? index : [:]
    }

    /// Makes a map with string keys, such as a JSON object; of a name given twice, the last value counts.
    public init(fields: [(name: String, value: CELValue)]) {
        var entries: [(key: CELValue, value: CELValue)] = []
        var index: [Key: Int] = [:]
        for field in fields {
            let key = Key.string(CodePointString(field.name))
            if let position = index[key] {
                entries[position].value = field.value
            } else {
                index[key] = entries.count
                entries.append((.string(field.name), field.value))
            }
        }
        self.entries = entries
        self.index = entries.count > Self.searchLimit ? index : [:]
    }

    /// The value at a key; `nil` when there is none or the key is of no key type.
    public subscript(key: CELValue) -> CELValue? {
        position(of: key).map { entries[$0].value }
    }

    /// Whether the value is of a type that keys may have.
    static func isKey(_ value: CELValue) -> Bool { Key(exactly: value) != nil }

    private func position(of key: CELValue) -> Int? {
        if entries.count > Self.searchLimit {
            guard let key = Key(lookingFor: key) else { return nil }
            return index[key]
        }
        if case .double = key {
            // Without loss: equality takes 2^53 and 2^53 + 1u for one number.
            guard let key = Key(lookingFor: key) else { return nil }
            return entries.firstIndex { Key(exactly: $0.key) == key }
        }
        return entries.firstIndex { $0.key.isEqual(to: key) }
    }

    /// Whether both maps have the same keys with values for which the predicate holds.
    func hasSameEntries(as other: CELMap, by areEqual: (CELValue, CELValue) -> Bool) -> Bool {
        count == other.count
            && entries.allSatisfy { entry in other[entry.key].map { areEqual(entry.value, $0) } ?? false }
    }
}

extension CELMap {
    /// A key in the form in which equal keys are the same.
    private enum Key: Hashable, Sendable {
        case bool(Bool)
        case negative(Int64)
        case natural(UInt64)
        case string(CodePointString)

        init?(exactly value: CELValue) {
            switch value {
            case .bool(let value): self = .bool(value)
            case .int(let value): self = value < 0 ? .negative(value) : .natural(UInt64(value))
            case .uint(let value): self = .natural(value)
            case .string(let value): self = .string(CodePointString(value))
            default: return nil
            }
        }

        init?(lookingFor value: CELValue) {
            if case .double(let number) = value {
                if let natural = UInt64(exactly: number) {
                    self = .natural(natural)
                } else if let negative = Int64(exactly: number) {
                    self = .negative(negative)
                } else {
                    return nil
                }
            } else {
                self.init(exactly: value)
            }
        }
    }
}

/// A string that is equal to another only if it has the same code points.
struct CodePointString: Hashable, Sendable {
    /// The string.
    let text: String

    /// Takes a string.
    init(_ text: String) { self.text = text }

    /// Whether the code points are the same.
    static func == (left: CodePointString, right: CodePointString) -> Bool { left.text.hasSameBytes(as: right.text) }

    /// Hashes the bytes.
    func hash(into hasher: inout Hasher) {
        text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
