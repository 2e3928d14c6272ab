extension Scan {
    /// How far from a number a word may stand to be about it, in units.
    private static let reach = 24

    /// The words before `index`, nearest first and in lower case, at most `limit` of them.
    ///
    /// Words are parted by anything but ASCII letters, and where a capital follows a small letter (`cardNumber`). Digits part
    /// them too, but end the search: what stands before another number is about that one.
    func words(before index: Int, limit: Int) -> [String] {
        var words: [String] = []
        let farthest = max(0, index - Self.reach)
        var position = index
        while position > farthest, words.count < limit {
            if unit(position - 1).isDigit { break }
            guard unit(position - 1).isLetter else {
                position -= 1
                continue
            }
            let end = position
            position -= 1
            while position > farthest, unit(position - 1).isLetter {
                if unit(position - 1).isLowercase, unit(position).isUppercase { break }
                position -= 1
            }
            words.append(word(position..<end))
        }
        return words
    }

    /// The word that starts at `index` or after one separator, in lower case; empty if there is none.
    func word(after index: Int) -> String {
        let start = unit(index).isLetter ? index : index + 1
        let limit = min(units.count, start + Self.reach)
        var end = start
        while end < limit, unit(end).isLetter { end += 1 }
        return start < end ? word(start..<end) : ""
    }

    /// The units at `range` in lower case.
    func word(_ range: Range<Int>) -> String {
        String(units: units[range])
    }
}
