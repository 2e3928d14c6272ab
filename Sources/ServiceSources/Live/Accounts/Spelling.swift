/// Finds the word that a misspelt one was meant to be.
enum Spelling {
    /// The nearest of `words` by insertions, deletions and replacements, if it is near enough; the first of equals.
    static func nearest(to word: String, among words: [String]) -> String? {
        guard word.utf8.count <= 40 else { return nil }
        let ranked = words.map { (distance: distance(Array(word.utf8), Array($0.utf8)), word: $0) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(2, best.word.utf8.count / 3) ? best.word : nil
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (leftIndex, leftByte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = leftIndex + 1
            for (rightIndex, rightByte) in right.enumerated() {
                let replacement = diagonal + (leftByte == rightByte ? 0 : 1)
                diagonal = row[rightIndex + 1]
                row[rightIndex + 1] = min(replacement, diagonal + 1, row[rightIndex] + 1)
            }
        }
        return row[right.count]
    }
}
