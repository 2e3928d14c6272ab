/// A pattern of file names: `*` is any run of characters but `/`, `**` any run at all, `?` any one but `/`, `[a-z]` one of
/// a set.
///
/// A pattern without `/` is matched against each name, one with `/` against the path below the folder.
package struct Glob: Sendable, Hashable {
    private let pattern: [UInt8]
    private let isOfPath: Bool

    package init(_ pattern: String) {
        var bytes = Array(pattern.utf8)
        // A folder is meant, with all that is in it, however its end is written.
        while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        self.pattern = bytes
        isOfPath = bytes.contains(UInt8(ascii: "/"))
    }

    /// Whether the pattern names a file or folder.
    ///
    /// - Parameter path: The path below the folder that is looked through. O(pattern × path).
    package func matches(_ path: ArraySlice<UInt8>) -> Bool {
        let name = isOfPath ? path : path.split(separator: UInt8(ascii: "/")).last ?? []
        return Glob.matches(pattern[...], name)
    }

    /// Matches by sets of places in the pattern, so that no pattern takes more than the product of the lengths.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var places = closure([pattern.startIndex], pattern)
        for byte in text {
            var next: Set<Int> = []
            for place in places where place < pattern.endIndex {
                switch pattern[place] {
                case UInt8(ascii: "*"):
                    let isDeep = place + 1 < pattern.endIndex && pattern[place + 1] == UInt8(ascii: "*")
                    if isDeep || byte != UInt8(ascii: "/") { next.insert(place) }
                case UInt8(ascii: "?"): if byte != UInt8(ascii: "/") { next.insert(place + 1) }
                case UInt8(ascii: "["):
                    if let (end, isIn) = set(at: place, in: pattern, byte) {
                        if isIn { next.insert(end) }
                    } else if byte == UInt8(ascii: "[") {
                        next.insert(place + 1)
                    }
                default: if pattern[place] == byte { next.insert(place + 1) }
                }
            }
            places = closure(next, pattern)
            if places.isEmpty { return false }
        }
        return places.contains(pattern.endIndex)
    }

    /// The places with those that stars let one go on to without a character.
    private static func closure(_ places: Set<Int>, _ pattern: ArraySlice<UInt8>) -> Set<Int> {
        var all = places
        var waiting = Array(places)
        while let place = waiting.popLast() {
            guard place < pattern.endIndex, pattern[place] == UInt8(ascii: "*") else { continue }
            let isDeep = place + 1 < pattern.endIndex && pattern[place + 1] == UInt8(ascii: "*")
            var next = [place + (isDeep ? 2 : 1)]
            // `**/` may be nothing at all.
            if isDeep, place + 2 < pattern.endIndex, pattern[place + 2] == UInt8(ascii: "/") { next.append(place + 3) }
            for place in next where all.insert(place).inserted { waiting.append(place) }
        }
        return all
    }

    /// Where a set in brackets ends, and whether a byte is in it; nil where there is no end.
    private static func set(at place: Int, in pattern: ArraySlice<UInt8>, _ byte: UInt8) -> (end: Int, isIn: Bool)? {
        var index = place + 1
        guard index < pattern.endIndex else { return nil }
        let isNegated = pattern[index] == UInt8(ascii: "!") || pattern[index] == UInt8(ascii: "^")
        if isNegated { index += 1 }
        var isIn = false
        var isFirst = true
        while index < pattern.endIndex {
            if pattern[index] == UInt8(ascii: "]"), !isFirst {
                return (index + 1, isIn != isNegated && byte != UInt8(ascii: "/"))
            }
            isFirst = false
            if index + 2 < pattern.endIndex, pattern[index + 1] == UInt8(ascii: "-"),
                pattern[index + 2] != UInt8(ascii: "]")
            {
                if pattern[index] <= byte, byte <= pattern[index + 2] { isIn = true }
                index += 3
            } else {
                if pattern[index] == byte { isIn = true }
                index += 1
            }
        }
        return nil
    }
}
