/// The hash of a run of units, by which the tables of words are looked up; `Generator/hashing.py` makes them with the same.
struct UnitHash: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes in one more unit, in lower case.
    @inline(__always)
    mutating func add(_ unit: Unit) {
        let product = (value ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15
        value = product ^ (product >> 29)
    }

    /// Takes in `units`, whatever their case, without apostrophes.
    @inline(__always)
    mutating func add(_ units: some Sequence<Unit>) {
        for unit in units where unit != .apostrophe { add(unit.lowercased) }
    }

    init() {}

    /// The hash of `units`, whatever their case, without apostrophes.
    init(_ units: some Sequence<Unit>) { add(units) }
}
