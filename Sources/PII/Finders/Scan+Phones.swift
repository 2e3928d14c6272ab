extension Scan {
    /// Finds international telephone numbers: `+` or `00`, a calling code, and a national number that its plan allows.
    ///
    /// Digits may be grouped in any way, with `(0)` for the trunk prefix that falls away abroad. The longest run of whole groups
    /// that makes a number counts, so that a year after a phone number does not hide it.
    /// - Complexity: O(*n*).
    mutating func findPhones() {
        var index = 0
        while index < units.count {
            guard let start = phoneStart(at: index), let phone = phone(at: start) else {
                index += 1
                continue
            }
            let (confidence, reason) = judgement(of: phone)
            found(
                .phone, phone.range, confidence: confidence, reason: reason,
                masked: Masks.phone(callingCode: phone.callingCode, national: phone.national[...]))
            index = phone.range.upperBound
        }
    }

    private struct PhoneStart {
        /// Where `+` or `00` stands.
        var prefix: Int
        /// Where the calling code is looked for.
        var digits: Int
        var isPlus: Bool
    }

    private struct Phone {
        var range: Range<Int>
        var isPlus: Bool
        var callingCode: Int
        var national: [UInt8]
        /// In how many groups the digits after the prefix stand.
        var groups: Int
    }

    private func phoneStart(at index: Int) -> PhoneStart? {
        let before = unit(index - 1)
        if units[index] == .plus {
            // Sums, time zones and the build of a version (`1.4.0+20240131`) follow a digit; `c++` has two.
            guard !before.isDigit, before != .plus, unit(index + 1) != .plus, claims[index] == .none else { return nil }
            return PhoneStart(prefix: index, digits: index + 1, isPlus: true)
        }
        guard units[index] == .zero, unit(index + 1) == .zero, unit(index + 2) != .zero, !before.isWordCharacter,
            claims[index] == .none, claims[index + 1] == .none
        else { return nil }
        let continuesNumber =
            [.hyphen, .dot, .slash, .colon, Unit(ascii: ",")].contains(before) && unit(index - 2).isDigit
        return continuesNumber || before == .plus ? nil : PhoneStart(prefix: index, digits: index + 2, isPlus: false)
    }

    /// The most digits of a number with its calling code (ITU-T E.164), and one for a trunk prefix.
    private static let phoneDigitLimit = 16

    private func phone(at start: PhoneStart) -> Phone? {
        var digits: [UInt8] = []
        var groups = 1
        var best: Phone?
        var position = start.digits
        var callingCode = 0
        var codeLength = 0
        while digits.count < Self.phoneDigitLimit {
            if !unit(position).isDigit {
                let next = separatorsEnd(from: position)
                guard next > position, unit(next).isDigit else { break }
                groups += digits.isEmpty ? 0 : 1
                // The trunk prefix in parentheses is not dialled from abroad.
                if unit(next) == .zero, unit(next - 1) == Unit(ascii: "("), unit(next + 1) == Unit(ascii: ")"),
                    codeLength > 0
                {
                    position = next + 1
                    continue
                }
                position = next
            }
            digits.append(UInt8(unit(position).digitValue))
            position += 1
            if codeLength == 0, digits.count <= 3 {
                codeLength = NumberingPlans.callingCodeLength(of: digits[...])
                callingCode = codeLength > 0 ? digits.reduce(0) { $0 * 10 + Int($1) } : 0
                if codeLength == 0, digits.count == 3 { return nil }
            }
            let range = start.prefix..<position
            guard codeLength > 0, !unit(position).isDigit, !isTaken(position - 1..<position) else { continue }
            if let national = nationalNumber(digits[codeLength...], callingCode: callingCode), !isTaken(range) {
                best = Phone(
                    range: range, isPlus: start.isPlus, callingCode: callingCode, national: national, groups: groups)
            }
        }
        return best
    }

    /// The end of what may stand between two groups of digits: at most three signs such as `) (` or ` - `.
    private func separatorsEnd(from index: Int) -> Int {
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

    /// The digits without a trunk prefix written by mistake, if the plan of `callingCode` allows them.
    private func nationalNumber(_ digits: ArraySlice<UInt8>, callingCode: Int) -> [UInt8]? {
        if NumberingPlans.allows(digits, callingCode: callingCode) { return Array(digits) }
        guard digits.first == 0, !NumberingPlans.hasLeadingZeros(callingCode: callingCode) else { return nil }
        return NumberingPlans.allows(digits.dropFirst(), callingCode: callingCode) ? Array(digits.dropFirst()) : nil
    }

    private func judgement(of phone: Phone) -> (Double, String) {
        let evidence =
            "\(phone.isPlus ? "'+'" : "'00'") and a number that the plan of calling code \(phone.callingCode) allows"
        if TollFreeNumbers.contain(phone.national[...], callingCode: phone.callingCode) {
            return (0.3, "toll-free or shared-cost line")
        }
        if Set(phone.national).count == 1 { return (0.3, evidence + ", of one digit repeated") }
        let length = String(phone.callingCode).utf8.count + phone.national.count
        if length < 8 { return (0.4, evidence + ", but short") }
        let words = words(before: phone.range.lowerBound, limit: 2)
        if words.contains(where: ContextWords.phone.contains) {
            return (0.97, evidence + ", beside a word for a phone")
        }
        let touchesWord =
            unit(phone.range.lowerBound - 1).isWordCharacter || unit(phone.range.upperBound).isWordCharacter
        if phone.isPlus { return (touchesWord || length < 9 ? 0.75 : 0.95, evidence) }
        if phone.groups > 2 || (phone.groups > 1 && length > 9) { return (0.88, evidence + ", grouped") }
        if length < 10 || touchesWord || words.contains(where: ContextWords.identifier.contains) {
            return (0.4, evidence + ", but other numbers are padded with zeros too")
        }
        return (0.6, evidence)
    }
}
