/// The letters and digits of a candidate for a national identification number, without what separates them.
struct NationalIDNumber: Sendable {
    /// Digits as 0 to 9, letters of either case as 10 to 35, in six bits each, the first in the lowest ones.
    private var bits: UInt128 = 0
    /// The number of characters, at most 21.
    private(set) var count = 0

    /// No characters.
    init() {}

    /// Adds a digit as 0 to 9, or a letter as 10 to 35.
    mutating func append(_ value: Int) {
        bits |= UInt128(truncatingIfNeeded: value) &<< UInt128(truncatingIfNeeded: 6 &* count)
        count += 1
    }

    /// The value of the character at `index`, counted from 0.
    subscript(_ index: Int) -> Int {
        Int(truncatingIfNeeded: bits &>> UInt128(truncatingIfNeeded: 6 &* index)) & 0x3F
    }

    /// The characters at `range` as a number of their own.
    subscript(_ range: Range<Int>) -> NationalIDNumber {
        var number = NationalIDNumber()
        for index in range { number.append(self[index]) }
        return number
    }

    /// Whether there are only digits.
    var isDecimal: Bool { (0..<count).allSatisfy { self[$0] < 10 } }

    /// Whether one character is all there is.
    var isRepeated: Bool { (0..<count).allSatisfy { self[$0] == self[0] } }

    /// The number that the digits at `range` spell, at most eighteen.
    func number(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 * 10 + self[$1] }
    }

    /// Whether the character at `index` is one of the letters or digits of `characters`, capitals only.
    func holds(_ characters: StaticString, at index: Int) -> Bool {
        characters.withUTF8Buffer { $0.contains(self.ascii(at: index)) }
    }

    /// Whether the character at `index` is the one at `place` of `characters`.
    func matches(_ characters: StaticString, _ place: Int, at index: Int) -> Bool {
        characters.withUTF8Buffer { $0.indices.contains(place) && $0[place] == self.ascii(at: index) }
    }

    private func ascii(at index: Int) -> UInt8 {
        let value = UInt8(self[index])
        return value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "A")
    }

    /// The sum of the first characters, each multiplied by its weight.
    func sum(_ weights: [Int]) -> Int {
        var sum = 0
        for (index, weight) in weights.enumerated() { sum += weight * self[index] }
        return sum
    }

    /// The sum of all characters but the last, each multiplied by its weight, which falls by one from the first on.
    func sum(fallingFrom weight: Int) -> Int {
        (0..<count - 1).reduce(0) { $0 + (weight - $1) * self[$1] }
    }
}

// MARK: Check digits

extension NationalIDNumber {
    /// The check of ISO/IEC 7812-1, annex B, of letters too.
    var hasLuhnDigit: Bool {
        var sum = 0
        for index in 0..<count {
            let isDoubled = (count - index).isMultiple(of: 2)
            sum += isDoubled ? 2 * self[index] - (self[index] > 4 ? 9 : 0) : self[index]
        }
        return sum.isMultiple(of: 10)
    }

    /// ISO/IEC 7064, MOD 11,10.
    var hasMod11And10Digit: Bool {
        var product = 10
        for index in 0..<count - 1 {
            let sum = (product + self[index]) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (product + self[count - 1]) % 10 == 1
    }

    /// Verhoeff's dihedral check (1969).
    var hasVerhoeffDigit: Bool {
        var check = 0
        for index in 0..<count {
            var digit = self[count - 1 - index]
            for _ in 0..<index % 8 { digit = Self.permuted(digit) }
            check = Self.dihedral(check, digit)
        }
        return check == 0
    }

    /// One application of Verhoeff's permutation, a cycle of eight digits and one of two.
    private static func permuted(_ digit: Int) -> Int {
        switch digit {
        case 0: 1
        case 1: 5
        case 5: 8
        case 8: 9
        case 9: 4
        case 4: 2
        case 2: 7
        case 7: 0
        case 3: 6
        default: 3
        }
    }

    /// The product in the group of the symmetries of a pentagon; 0 to 4 are rotations.
    private static func dihedral(_ left: Int, _ right: Int) -> Int {
        switch (left < 5, right < 5) {
        case (true, true): (left + right) % 5
        case (true, false): (left + right - 5) % 5 + 5
        case (false, true): (left - 5 - right + 5) % 5 + 5
        case (false, false): (left - right + 5) % 5
        }
    }
}

// MARK: Dates

extension NationalIDNumber {
    /// Whether there is such a day, in a leap year if need be.
    static func isDay(_ day: Int, month: Int) -> Bool {
        switch month {
        case 2: (1...29).contains(day)
        case 4, 6, 9, 11: (1...30).contains(day)
        case 1...12: (1...31).contains(day)
        default: false
        }
    }

    /// Whether six digits from `index` on are a year of two digits, month and day.
    func hasYearMonthDay(at index: Int) -> Bool {
        Self.isDay(number(index + 4..<index + 6), month: number(index + 2..<index + 4))
    }

    /// Whether six digits from `index` on are day, month, and a year of two digits.
    func hasDayMonthYear(at index: Int) -> Bool {
        Self.isDay(number(index..<index + 2), month: number(index + 2..<index + 4))
    }

    /// Whether eight digits from `index` on are a day on which somebody alive may have been born.
    func hasFullBirthday(at index: Int) -> Bool {
        Self.isBirthYear(number(index..<index + 4))
            && Self.isDay(number(index + 6..<index + 8), month: number(index + 4..<index + 6))
    }

    /// Whether somebody alive may have been born in `year`.
    static func isBirthYear(_ year: Int) -> Bool { (1900...2030).contains(year) }

    /// Whether six digits and the four at `clock` look like the date and time of a build of these years.
    func isRecentTime(clock: Int) -> Bool {
        let isClock = number(clock..<clock + 2) < 24 && number(clock + 2..<clock + 4) < 60
        return isClock && (15...35).contains(number(0..<2)) && hasYearMonthDay(at: 0)
    }
}
