extension Scan {
    /// Finds IPv4 addresses: four numbers up to 255 that are no version and lie in the globally routable space (IANA's IPv4
    /// special-purpose address registry); private, documentation and loopback addresses stay low.
    ///
    /// Nothing but shape and neighbours tells an address from a version with four parts, so small numbers need a word beside
    /// them. Hyphens may stand for dots after `ip` or `ec2`, as in host names of cloud providers.
    /// - Complexity: O(*n*).
    mutating func findIPv4Addresses() {
        guard looseDigits >= 4, features.longestNumber >= 4, features.digitRuns >= 4,
            !features.hasClasses || mayHoldIPv4Address()
        else { return }
        var position = 0
        while let run = nextDigits(from: position) {
            position = run.upperBound
            guard claims[run.lowerBound] == .none, let address = ipv4Address(at: run.lowerBound) else {
                continue
            }
            let (confidence, reason) = judgement(of: address)
            guard confidence > 0 else { continue }
            found(.ipAddress, address.range, confidence: confidence, reason: reason, masked: Masks.ipv4)
        }
    }

    /// Whether three of the same sign stand between four numbers of up to three digits.
    private func mayHoldIPv4Address() -> Bool {
        let digits = features.classes.digits
        let joints = features.classes.signs & digits << 1 & digits >> 1
        guard joints.nonzeroBitCount >= 3 else { return false }
        let pairs = digits & digits >> 1
        let fours = pairs & pairs >> 2
        return [Unit.dot, .hyphen, .underscore].contains { sign in
            let signs = joints & places(of: sign)
            // Those between shorter numbers, from the last one on.
            let last = signs & ~(fours >> 1)
            let second = signs & (last >> 2 | last >> 3 | last >> 4)
            return signs & ~(fours << 4) & (second >> 2 | second >> 3 | second >> 4) != 0
        }
    }

    private struct IPv4Address {
        var range: Range<Int>
        /// Its 32 bits.
        var bits: UInt32
        /// Whether a word beside it says that it is an address.
        var isNamed: Bool

        /// The four numbers that it is written with.
        var numbers: [Int] { [24, 16, 8, 0].map { Int(bits >> $0 & 0xFF) } }
    }

    private func ipv4Address(at start: Int) -> IPv4Address? {
        let before = unit(start - 1)
        let separator = unit(digitRunEnd(from: start))
        guard separator == .dot || separator == .hyphen || separator == .underscore, !before.isDigit else { return nil }
        var (bits, count): (UInt32, Int) = (0, 0)
        var position = start
        while true {
            let end = digitRunEnd(from: position)
            let value = (position..<end).reduce(0) { $0 * 10 + units[$1].digitValue }
            guard end > position, value <= 255, unit(position) != .zero || end - position == 1 else { return nil }
            bits = bits << 8 | UInt32(truncatingIfNeeded: value)
            count += 1
            position = end
            if count == 4 { break }
            guard unit(position) == separator else { return nil }
            position += 1
        }
        let range = start..<position
        let isNamed = hasWord(before: start, limit: 1, in: ContextWords.address)
        guard isNamed || !before.isLetter, separator == .dot || isNamed || isCloudHost(before: start) else {
            return nil
        }
        // A fifth part, before or after, makes it something else, and so do letters or a decimal point that touch it.
        let continues = unit(position) == separator && unit(position + 1).isDigit
        let precedes = before == separator && unit(start - 2).isDigit && !isCloudHost(before: start)
        guard !continues, !precedes, !unit(position).isWordCharacter, isFree(range) else { return nil }
        let hasPort = unit(position) == .colon && unit(position + 1).isDigit
        return IPv4Address(range: range, bits: bits, isNamed: isNamed || hasPort || separator != .dot)
    }

    /// The end of the digits from `index` on, at most four of them: five are no part of an address in any case.
    private func digitRunEnd(from index: Int) -> Int {
        var end = index
        while end < index + 4, unit(end).isDigit { end += 1 }
        return end
    }

    /// Whether `ec2-` stands before `index`.
    private func isCloudHost(before index: Int) -> Bool {
        guard unit(index - 1) == .hyphen, index >= 4 else { return false }
        return word(index - 4..<index - 1) == "ec2"
    }

    private func judgement(of address: IPv4Address) -> (Double, String) {
        if unit(address.range.upperBound) == .slash, unit(address.range.upperBound + 1).isDigit {
            return (0.3, "range of IPv4 addresses")
        }
        let numbers = address.numbers
        guard isGloballyRoutable(numbers) else {
            return isSpecialButUsable(numbers) ? (0.2, "IPv4 address that is private or reserved") : (0, "")
        }
        if Set(numbers).count == 1 || numbers == [8, 8, 4, 4] { return (0.2, "IPv4 address of a public service") }
        if address.isNamed { return (0.93, "IPv4 address, beside a word or port that says so") }
        let isLarge = numbers.map { $0 >= 100 }
        let twoDigitNumbers = numbers.count { $0 >= 10 }
        if isLarge[0] || (isLarge[1] && twoDigitNumbers >= 3) { return (0.88, "IPv4 address") }
        if twoDigitNumbers == 4 || (twoDigitNumbers == 3 && isLarge.contains(true)) {
            return (0.6, "IPv4 address, or a version of four parts")
        }
        // Few versions count to a hundred and more in one of four parts.
        if isLarge.dropLast().contains(true) { return (0.55, "IPv4 address, or a version of four parts") }
        return (0.3, "version of four parts, or IPv4 address")
    }

    /// Outside of every block of the special-purpose registry (RFC 6890), and no multicast or reserved address.
    private func isGloballyRoutable(_ numbers: [Int]) -> Bool {
        switch (numbers[0], numbers[1], numbers[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): false
        case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (198, 18...19, _): false
        case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 51, 100), (203, 0, 113): false
        default: true
        }
    }

    /// Whether an address that is not globally routable still names a machine somewhere.
    private func isSpecialButUsable(_ numbers: [Int]) -> Bool {
        numbers[0] != 0 && numbers[0] < 224
    }
}
