/// Finds the name that a misspelt one could have been meant for.
package enum Spelling {
    /// The nearest candidate, if it is near enough to be meant; the first in order among equally near ones.
    ///
    /// Letters of another case count little, a swap of neighbours as one edit; short names must agree more.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(name.utf8.prefix(maximumLength))
        // In quarters of an edit; a third of the letters may differ.
        let limit = 4 * max(1, letters.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in candidates where !candidate.hasSameBytes(as: name) {
            let distance = distance(letters, Array(candidate.utf8.prefix(maximumLength)))
            guard distance <= limit, distance < 4 * letters.count else { continue }
            if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// `did you mean …?` with the nearest candidate, or `nil` when none is near.
    package static func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }

    /// `; did you mean …?` to be put behind a message, or nothing when no candidate is near.
    package static func remark(for name: String, among candidates: some Sequence<String>) -> String {
        suggestion(for: name, among: candidates).map { "; \($0)" } ?? ""
    }

    /// Longer names are compared by their first bytes.
    private static let maximumLength = 64

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = (0...right.count).map { $0 * 4 }
        for (row, letter) in left.enumerated() {
            var current = [(row + 1) * 4]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1], current[column]) + 4
                cost = min(cost, last[column] + substitution(letter, other))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 4)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }

    private static func substitution(_ left: UInt8, _ right: UInt8) -> Int {
        if left == right { return 0 }
        return left.isLetter && right.isLetter && left | 0x20 == right | 0x20 ? 1 : 4
    }
}
