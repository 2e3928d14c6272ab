/// Values by keys that are hashes already, such as those of words; a key of 0 stands for none.
///
/// Each is at the place that its key gives it, or the next free one after it.
struct HashTable<Value: Sendable>: Sendable {
    /// As long as a power of two; 0 for none.
    private var keys: [UInt64]

    /// The value of the key at the same index.
    private var values: [Value?]

    /// A table of `entries`, in which `combine` makes one of the values of a key, the earlier first.
    init(_ entries: [(key: UInt64, value: Value)], combine: (Value, Value) -> Value) {
        var capacity = 8
        while capacity < 4 * entries.count { capacity *= 2 }
        keys = Array(repeating: 0, count: capacity)
        values = Array(repeating: nil, count: capacity)
        for entry in entries {
            let place = place(of: entry.key)
            keys[place] = entry.key
            values[place] = values[place].map { combine($0, entry.value) } ?? entry.value
        }
    }

    /// Where a key is, or would be.
    private func place(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
        while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
        return place
    }

    /// The value of a key.
    subscript(key: UInt64) -> Value? { values[place(of: key)] }
}
