// Finding matches and replacing them.
extension RegularExpression {
    /// The texts of the first matches that do not overlap: for each, those of the whole match and of its groups.
    ///
    /// Matches follow one another as in Go's `regexp`: an empty one right after another match does not count.
    ///
    /// - Parameters:
    ///   - groups: How many texts are asked for, 1 to 10; that of a group that took no part is `nil`.
    ///   - limit: The most matches.
    func finds(
        in text: String, groups: Int, limit: Int, _ meter: inout CostMeter
    ) throws(CELFault) -> [[String?]] {
        let bytes = Array(text.utf8)
        return try spans(in: bytes, groups: groups, limit: limit, &meter).map { match in
            match.map { span in span.map { String(decoding: bytes[$0], as: UTF8.self) } }
        }
    }

    /// The text with the first matches replaced.
    func replaced(
        in text: String, with template: ReplacementTemplate, limit: Int, _ meter: inout CostMeter
    ) throws(CELFault) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var kept = 0
        for match in try spans(in: bytes, groups: template.groupCount, limit: limit, &meter) {
            guard let whole = match[0] else { continue }
            result += bytes[kept..<whole.lowerBound]
            kept = whole.upperBound
            for part in template.parts {
                switch part {
                case .literal(let literal):
                    try meter.charge(bytes: literal.count)
                    result += literal
                case .group(let group):
                    guard let span = match[group] else { continue }
                    try meter.charge(bytes: span.count)
                    result += bytes[span]
                }
            }
        }
        result += bytes[kept...]
        return String(decoding: result, as: UTF8.self)
    }

    private func spans(
        in bytes: [UInt8], groups: Int, limit: Int, _ meter: inout CostMeter
    ) throws(CELFault) -> [[Range<Int>?]] {
        try meter.charge(bytes: bytes.count)
        var matches: [[Range<Int>?]] = []
        var start = 0
        var lastEnd: Int?
        while start <= bytes.count, matches.count < limit {
            // Even a short match may have been found by looking through all that follows.
            try chargeSearch(of: bytes.count - start, groups: groups, &meter)
            guard let match = firstMatch(in: bytes, from: start, groups: groups), let whole = match[0] else { break }
            if !whole.isEmpty || whole.lowerBound != lastEnd { matches.append(match) }
            lastEnd = whole.upperBound
            start = whole.upperBound
            if whole.isEmpty {
                start += 1
                while start < bytes.count, UTF8.isContinuation(bytes[start]) { start += 1 }
            }
        }
        return matches
    }
}
