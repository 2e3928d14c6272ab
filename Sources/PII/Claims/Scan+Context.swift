extension Scan {
    /// What parts the words of one expression (`date_of_birth`, `d'identité`), and at most so many of them in a row.
    private static let separatorLimit = 3

    /// The longest word or expression of `table` that ends before `index`, at most three separators away.
    ///
    /// The table has expressions without their separators: `dateofbirth` is found in `date_of_birth`, `dateOfBirth` and
    /// `Date of birth`. A word of a script without spaces may follow other letters of that script.
    func context(before index: Int, in table: WordTable<some Sendable>) -> Range<Int>? {
        var position = skipSeparators(before: index)
        let end = position
        guard unit(end - 1).isAnyLetter, table.mayEnd(in: unit(end - 1)) else { return nil }
        var hash = ReversedHash()
        var letters = 0
        var longest: Range<Int>?
        while letters < table.longest, unit(position - 1).isAnyLetter {
            position -= 1
            letters += 1
            hash.combine(units[position])
            if letters == WordTable<Void>.tailLength, !table.mayEnd(in: hash) { break }
            if startsWord(position) || units[position].isUnspaced, table[hash] != nil { longest = position..<end }
            if !unit(position - 1).isAnyLetter { position = skipSeparators(before: position) }
        }
        return longest
    }

    /// The word or expression of `table` that starts at most three separators after `index`.
    func context(after index: Int, in table: WordTable<some Sendable>) -> Range<Int>? {
        var start = index
        while start < index + Self.separatorLimit, isContextSeparator(unit(start)) { start += 1 }
        guard unit(start).isAnyLetter else { return nil }
        if unit(start).isUnspaced {
            for end in start + 1..<max(start + 2, min(units.count, start + table.longest) + 1)
            where end <= units.count && table[units[start..<end]] != nil { return start..<end }
            return nil
        }
        var end = start
        for _ in 0..<3 {
            guard unit(end).isAnyLetter else { return nil }
            end += 1
            while end < start + 2 * table.longest, unit(end).isAnyLetter, !startsWord(end) { end += 1 }
            if hasExpression(in: start..<end, table) { return start..<end }
            while end < start + 2 * table.longest, isContextSeparator(unit(end)) { end += 1 }
        }
        return nil
    }

    private func hasExpression(in range: Range<Int>, _ table: WordTable<some Sendable>) -> Bool {
        var hash = ReversedHash()
        for index in range.reversed() where units[index].isAnyLetter { hash.combine(units[index]) }
        return table[hash] != nil
    }

    private func skipSeparators(before index: Int) -> Int {
        var position = index
        while position > index - Self.separatorLimit, isContextSeparator(unit(position - 1)) { position -= 1 }
        return position
    }

    private func isContextSeparator(_ unit: Unit) -> Bool {
        !unit.isAnyLetter && !unit.isDigit && unit != .at && unit != .plus
    }
}
