extension Scan {
    /// Finds IPv6 addresses (RFC 4291, section 2.2) of the global unicast space 2000::/3; those of documentation, unique local and
    /// link-local addresses stay low, everything else that only looks like one (`db8::fe`, MAC addresses, times) is none.
    /// - Complexity: O(*n*).
    mutating func findIPv6Addresses() {
        // Eight groups, or a gap between fewer.
        guard features.has(.colon), mayHoldIPv6Address() else { return }
        var position = 0
        while let run = nextRun(from: position, where: { $0.isHexDigit || $0 == .colon }) {
            position = run.upperBound
            guard let range = trimmed(run), isFree(range), let groups = ipv6Groups(range) else { continue }
            let confidence = confidence(ofIPv6: groups)
            guard confidence > 0 else { continue }
            found(
                .ipAddress, range, confidence: confidence,
                reason: confidence < 0.5 ? "IPv6 address that is private or reserved" : "IPv6 address",
                masked: Masks.ipv6)
        }
    }

    private func mayHoldIPv6Address() -> Bool {
        var colons = 0
        for index in units.indices where units[index] == .colon {
            colons += 1
            if colons >= 7 || unit(index + 1) == .colon { return true }
        }
        return false
    }

    /// The longest IPv6 address without an IPv4 part.
    private static let ipv6Limit = 39

    /// `run` without single colons at its ends, if nothing that would continue a word touches it.
    private func trimmed(_ run: Range<Int>) -> Range<Int>? {
        var (start, end) = (run.lowerBound, run.upperBound)
        if units[start] == .colon, unit(start + 1) != .colon { start += 1 }
        if end > start, units[end - 1] == .colon, end - 2 < start || unit(end - 2) != .colon { end -= 1 }
        guard start < end, end - start <= Self.ipv6Limit else { return nil }
        let touchesWord =
            (unit(start - 1).isWordCharacter && units[start] != .colon)
            || (unit(end).isWordCharacter && units[end - 1] != .colon)
        return touchesWord || (unit(end) == .dot && unit(end + 1).isDigit) ? nil : start..<end
    }

    /// The eight groups that the text at `range` spells; `nil` if it is no IPv6 address.
    private func ipv6Groups(_ range: Range<Int>) -> [Int]? {
        var groups: [Int] = []
        var gap: Int?
        var position = range.lowerBound
        while position < range.upperBound {
            if units[position] == .colon, unit(position + 1) == .colon, position + 1 < range.upperBound {
                guard gap == nil else { return nil }
                gap = groups.count
                position += 2
                continue
            }
            if units[position] == .colon {
                // A single colon stands between two groups.
                guard !groups.isEmpty, gap != groups.count || position == range.lowerBound else { return nil }
                position += 1
            }
            let start = position
            var value = 0
            while position < range.upperBound, let digit = Int(hexDigit: units[position]) {
                value = value * 16 + digit
                position += 1
                if position - start > 4 { return nil }
            }
            guard position > start, groups.count < 8 else { return nil }
            groups.append(value)
        }
        guard let gap else { return groups.count == 8 ? groups : nil }
        guard groups.count < 8 else { return nil }
        return groups[..<gap] + Array(repeating: 0, count: 8 - groups.count) + groups[gap...]
    }

    /// Judged by IANA's IPv6 special-purpose address registry.
    private func confidence(ofIPv6 groups: [Int]) -> Double {
        switch (groups[0], groups[1]) {
        case (0x2001, 0..<0x200), (0x2001, 0xDB8), (0x2002, _), (0x3FFF, 0..<0x1000): 0.2
        case (0x2000...0x3FFF, _): groups.count { $0 != 0 } >= 3 ? 0.95 : 0.75
        case (0xFC00...0xFDFF, _), (0xFE80...0xFEBF, _): groups.count { $0 != 0 } >= 3 ? 0.2 : 0
        default: 0
        }
    }
}

extension Int {
    /// The value of a hex digit; `nil` for any other unit.
    fileprivate init?(hexDigit unit: Unit) {
        guard unit.isHexDigit else { return nil }
        self = unit.isDigit ? unit.digitValue : Int(unit.lowercased &- Unit(ascii: "a")) + 10
    }
}
