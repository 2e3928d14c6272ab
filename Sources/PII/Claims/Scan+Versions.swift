extension Scan {
    /// Claims version numbers: numbers joined by dots beside a word or letter that says so (`v1.2.3.4`,
    /// `release-10.4.2.1`, `1.2.3.4-rc1`, `nginx1.25.3.1`).
    ///
    /// Those with four parts have the shape of an IPv4 address, which is why they matter.
    /// - Complexity: O(*n*).
    mutating func claimVersions() {
        guard features.has(.dot), features.digitRuns >= 2 else { return }
        var position = 0
        while let run = nextRun(from: position, where: { $0.isDigit || $0 == .dot }) {
            position = run.upperBound
            guard let chain = dottedNumbers(in: run), isVersion(chain) else { continue }
            claim(chain, as: .version)
        }
    }

    /// `run` without dots at its ends, if numbers joined by single dots remain whose first has at most four digits.
    private func dottedNumbers(in run: Range<Int>) -> Range<Int>? {
        var start = run.lowerBound
        var end = run.upperBound
        while start < end, units[start] == .dot { start += 1 }
        while end > start, units[end - 1] == .dot { end -= 1 }
        guard let first = (start..<end).first(where: { units[$0] == .dot }) else { return nil }
        // Longer first numbers are no version; four digits are a year, or a payment card with dots.
        let isYear = first - start == 4 && units[start] == Unit(ascii: "2") && units[start + 1] == .zero
        return first - start <= 3 || isYear ? start..<end : nil
    }

    private func isVersion(_ chain: Range<Int>) -> Bool {
        let before = unit(chain.lowerBound - 1)
        guard before != .plus else { return false }
        let words = wordRanges(before: chain.lowerBound, limit: 2)
        if let word = words.first, ContextWords.address.contains(units[word]) { return false }
        if words.contains(where: { ContextWords.version.contains(units[$0]) }) { return true }
        if before.isLetter || unit(chain.upperBound).isLetter { return true }
        return ContextWords.prerelease.contains(units[word(after: chain.upperBound)])
    }
}
