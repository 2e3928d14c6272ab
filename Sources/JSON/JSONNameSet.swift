/// The names that one object has had, compared by code points (`String`'s own comparison takes `é` in one code point
/// and in two for one name).
///
/// Most objects have few names, and comparing them beats hashing; beyond that a hash table keeps the time linear.
package struct JSONNameSet: Sendable {
    private var few: [String] = []
    private var many: Set<Name> = []

    private struct Name: Hashable {
        let text: String

        static func == (left: Name, right: Name) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

        func hash(into hasher: inout Hasher) {
            for byte in text.utf8 { hasher.combine(byte) }
        }
    }

    package init() {}

    /// Adds a name; false where it was there already.
    package mutating func insert(_ name: String) -> Bool {
        if few.count < 16 {
            guard !few.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else { return false }
            few.append(name)
            return true
        }
        if many.isEmpty { many = Set(few.map(Name.init)) }
        return many.insert(Name(text: name)).inserted
    }
}
