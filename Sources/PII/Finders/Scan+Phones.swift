extension Scan {
    /// Finds telephone numbers: international ones first, then those in the form of their country.
    ///
    /// International are `+`, `00`, and `011` from North America, a calling code, and a national number that its plan has.
    /// Digits may be grouped in any way, with `(0)` for the trunk prefix that falls away abroad. The longest run of whole groups
    /// that makes a number counts, so that a year after a phone number does not hide it. An extension belongs to the number.
    /// - Complexity: O(*n*).
    mutating func findPhones() {
        guard looseDigits >= Self.fewestPhoneDigits, features.longestNumber >= Self.fewestPhoneDigits else { return }
        findInternationalPhones()
        findNationalPhones()
    }

    private mutating func findInternationalPhones() {
        // A plus sign, or a zero that begins a number.
        let (digits, words) = (features.classes.digits, features.classes.words)
        let starts = digits & ~(words << 1) & digits >> 1 | (features.has(.plus) ? features.classes.signs : 0)
        var position = 0
        while let index = next(from: position, of: starts) {
            guard units[index] == .plus || units[index] == .zero, let start = phoneStart(at: index),
                let phone = phone(at: start)
            else {
                position = index + 1
                continue
            }
            let (confidence, reason) = judgement(of: phone)
            let range = phone.range.lowerBound..<extensionEnd(after: phone.range.upperBound)
            found(
                .phone, range, confidence: confidence, reason: reason,
                masked: Masks.phone(callingCode: phone.plan.callingCode, national: phone.national.digits))
            position = range.upperBound
        }
    }

    /// The fewest digits of a number that is looked at.
    static let fewestPhoneDigits = 7

    /// How a number that is dialled from abroad begins.
    private enum Exit {
        case plus
        /// `00`, as from most countries.
        case zeros
        /// `011`, as from North America.
        case northAmerican
    }

    private struct PhoneStart {
        /// Where `+`, `00` or `011` stands.
        var prefix: Int
        /// Where the calling code is looked for.
        var digits: Int
        var exit: Exit
    }

    private struct Phone {
        var range: Range<Int>
        var exit: Exit
        var plan: NumberingPlan
        var national: NationalNumber
        /// In how many groups the digits after the prefix stand.
        var groups: Int
    }

    private func phoneStart(at index: Int) -> PhoneStart? {
        let before = unit(index - 1)
        if units[index] == .plus {
            // Sums, time zones and the build of a version (`1.4.0+20240131`) follow a digit; `c++` has two.
            guard !before.isDigit, before != .plus, unit(index + 1) != .plus, claims[index] == .none else { return nil }
            return PhoneStart(prefix: index, digits: index + 1, exit: .plus)
        }
        guard units[index] == .zero, !before.isWordCharacter, before != .plus, claims[index] == .none,
            claims[min(index + 1, units.count - 1)] == .none,
            !(isNumberSign(before) && unit(index - 2).isDigit)
        else { return nil }
        if unit(index + 1) == .zero, unit(index + 2) != .zero {
            return PhoneStart(prefix: index, digits: index + 2, exit: .zeros)
        }
        let one = Unit(ascii: "1")
        guard unit(index + 1) == one, unit(index + 2) == one, !unit(index + 3).isDigit else { return nil }
        return PhoneStart(prefix: index, digits: index + 3, exit: .northAmerican)
    }

    /// Whether a sign between digits makes one number of them, or a list of numbers.
    func isNumberSign(_ unit: Unit) -> Bool {
        switch unit {
        case .hyphen, .dot, .slash, .colon, Unit(ascii: ","): true
        default: false
        }
    }

    private func phone(at start: PhoneStart) -> Phone? {
        var digits = PhoneDigits()
        var groups = 1
        var best: Phone?
        var position = start.digits
        var beginning: (plan: NumberingPlan, length: Int)?
        while digits.count < PhoneDigits.limit {
            if !unit(position).isDigit {
                let next = separatorsEnd(from: position)
                guard next > position, unit(next).isDigit else { break }
                groups += digits.count == 0 ? 0 : 1
                // The trunk prefix in parentheses is not dialled from abroad.
                if unit(next) == .zero, unit(next - 1) == Unit(ascii: "("), unit(next + 1) == Unit(ascii: ")"),
                    beginning != nil
                {
                    position = next + 1
                    continue
                }
                position = next
            }
            digits.append(unit(position).digitValue)
            position += 1
            if beginning == nil {
                beginning = NumberingPlan.beginning(digits)
                if beginning == nil, digits.count == 3 { return nil }
            }
            let range = start.prefix..<position
            guard let (plan, length) = beginning, !unit(position).isDigit, !isTaken(position - 1..<position) else {
                continue
            }
            guard let national = nationalNumber(digits.dropFirst(length), plan: plan), !isTaken(range) else { continue }
            // A number that the plan has outweighs a longer one that it only might have.
            if national.standing == .unknown, let best, best.national.standing != .unknown { continue }
            best = Phone(range: range, exit: start.exit, plan: plan, national: national, groups: groups)
        }
        if start.exit == .northAmerican, let best, best.groups < 3 { return nil }
        return best
    }

    /// The end of what may stand between two groups of digits: at most three signs such as `) (` or ` - `.
    func separatorsEnd(from index: Int) -> Int {
        var end = index
        while end < index + 3 {
            switch unit(end) {
            case .space, .hyphen, .dot, .underscore, .slash, Unit(ascii: "("), Unit(ascii: ")"), Unit(ascii: "~"):
                end += 1
            default: return end
            }
        }
        return end
    }

    private struct NationalNumber {
        var digits: PhoneDigits
        var standing: Standing
    }

    private enum Standing {
        case ordinary
        /// The called party pays, or the cost is shared.
        case shared
        /// As long as the plan's numbers, and beginning with a digit that those begin with.
        case unknown
    }

    /// What the plan says of the digits, without a trunk prefix written by mistake.
    private func nationalNumber(_ digits: PhoneDigits, plan: NumberingPlan) -> NationalNumber? {
        let trunk = plan.trunkLength(of: digits)
        let zero = digits[0] == 0 && !plan.hasLeadingZeros ? 1 : 0
        for length in [0, trunk, zero] {
            let rest = digits.dropFirst(length)
            if let number = plan.number(rest) {
                return NationalNumber(digits: rest, standing: number.isShared ? .shared : .ordinary)
            }
        }
        if plan == .northAmerica {
            // The area code 555 stands in for real ones in examples and tests.
            let isExample = digits.count == 10 && digits.number(3) == 555
            return isExample ? NationalNumber(digits: digits, standing: .ordinary) : nil
        }
        for length in [0, trunk, zero]
        where digits.count - length >= 7 && plan.hasNumbers(like: digits.dropFirst(length)) {
            return NationalNumber(digits: digits.dropFirst(length), standing: .unknown)
        }
        return nil
    }

    private func judgement(of phone: Phone) -> (Double, String) {
        let code = phone.plan.callingCode
        let prefix =
            switch phone.exit {
            case .plus: "'+'"
            case .zeros: "'00'"
            case .northAmerican: "'011'"
            }
        let evidence = "\(prefix) and a number that the plan of calling code \(code) allows"
        if phone.national.standing == .shared { return (0.3, "toll-free or shared-cost line") }
        if phone.national.digits.isOneDigit { return (0.3, evidence + ", of one digit repeated") }
        let length = String(code).utf8.count + phone.national.digits.count
        if length < 8 { return (0.4, evidence + ", but short") }
        if phone.national.standing == .unknown {
            let isSure = length > 9 && (phone.exit == .plus || phoneContext(of: phone.range) != nil)
            return (isSure ? 0.65 : 0.4, "\(prefix) and a number as long as those of calling code \(code)")
        }
        if phoneContext(of: phone.range) != nil { return (0.97, evidence + ", beside a word for a phone") }
        let touchesWord =
            unit(phone.range.lowerBound - 1).isWordCharacter || unit(phone.range.upperBound).isWordCharacter
        if phone.exit == .plus { return (touchesWord || length < 9 ? 0.75 : 0.95, evidence) }
        if phone.groups > 2 || (phone.groups > 1 && length > 9) { return (0.88, evidence + ", grouped") }
        if length < 10 || touchesWord || isIdentifierNamed(before: phone.range.lowerBound) {
            return (0.4, evidence + ", but other numbers are padded with zeros too")
        }
        return (0.6, evidence)
    }

    /// The end of an extension (`x123`, `ext. 5`, `;ext=12`) after a number that ends at `index`; `index` if there is none.
    func extensionEnd(after index: Int) -> Int {
        var position = index
        while position < index + 2,
            [.space, Unit(ascii: ";"), Unit(ascii: ","), .hyphen, .underscore].contains(unit(position))
        {
            position += 1
        }
        let word = position..<end(from: position, limit: 9) { $0.isLetter }
        guard Self.extensionWords.contains(self.word(word)) else { return index }
        position = word.upperBound
        let separators: [Unit] = [.space, .dot, .colon, Unit(ascii: "="), .hyphen, .underscore]
        let digits = end(from: position, limit: 2) { separators.contains($0) }
        let end = end(from: digits, limit: 7) { $0.isDigit }
        return (1...6).contains(end - digits) && !unit(end).isLetter ? end : index
    }

    private static let extensionWords: Set<String> = [
        "x", "ext", "extn", "extension", "durchwahl", "poste", "ramal", "dw",
    ]

    /// The first index from `index` on where `condition` no longer holds, at most `limit` further.
    func end(from index: Int, limit: Int, while condition: (Unit) -> Bool) -> Int {
        var end = index
        while end < index + limit, condition(unit(end)) { end += 1 }
        return end
    }
}
