extension Scan {
    /// Finds IBANs: a country that has them, the structure of its account numbers, and ISO 7064 check digits (mod 97-10),
    /// written in one piece or in groups of four with one kind of separator.
    /// - Complexity: O(*n*).
    mutating func findIBANs() {
        guard features.hasLetters, features.digits >= 2 else { return }
        var position = 0
        let starts = Self.mayBeginIBAN(features.classes)
        while let index = next(from: position, of: starts), index + 15 <= units.count {
            guard units[index].isLetter, units[index + 1].isLetter, units[index + 2].isDigit, units[index + 3].isDigit,
                let iban = iban(at: index)
            else {
                position = index + 1
                continue
            }
            found(
                .iban, iban.range, confidence: iban.isUnregistered ? 0.8 : iban.isGrouped ? 0.97 : 0.93,
                reason: "account number with the structure and check digits of its country's IBANs",
                masked: Masks.iban(Array(iban.characters)))
            position = iban.range.upperBound
        }
    }

    /// Two letters and two digits.
    private static func mayBeginIBAN(_ classes: UnitClasses) -> UInt64 {
        classes.letters & classes.letters >> 1 & classes.digits >> 2 & classes.digits >> 3
    }

    private struct IBAN {
        var range: Range<Int>
        var characters: [Unit]
        /// Whether it is written in groups, or beside the word IBAN.
        var isGrouped: Bool
        /// Whether its country is none of the registry's.
        var isUnregistered: Bool
    }

    private func iban(at start: Int) -> IBAN? {
        guard !isTaken(start..<start + 1) else { return nil }
        let before = unit(start - 1)
        let country = String(decoding: [UInt8(units[start] & 0xDF), UInt8(units[start + 1] & 0xDF)], as: UTF8.self)
        guard !before.isDigit, let structure = IBANCountries.accountNumber(of: country) else {
            return nil
        }
        var characters: [Unit] = []
        var separator: Unit?
        var position = start
        while characters.count < structure.count + 4 {
            let unit = unit(position)
            if unit.isDigit || unit.isLetter {
                guard matches(unit, structure, at: characters.count - 4) else { return nil }
                characters.append(unit & (unit.isLetter ? 0xDF : 0xFF))
            } else {
                guard isIBANSeparator(unit), characters.count % 4 == 0 else { return nil }
                if characters.count == 4 { separator = unit }
                guard separator == unit, self.unit(position + 1).isWordCharacter else { return nil }
            }
            position += 1
        }
        let range = start..<position
        guard !unit(position).isWordCharacter, !isTaken(range), hasRightCheckDigits(characters) else { return nil }
        let isNamed = hasWord(before: start, limit: 2, in: ContextWords.account)
        guard isNamed || !before.isLetter else { return nil }
        return IBAN(
            range: range, characters: characters, isGrouped: separator != nil || isNamed,
            isUnregistered: IBANCountries.isUnregistered(country))
    }

    private func isIBANSeparator(_ unit: Unit) -> Bool {
        unit == .space || unit == .hyphen || unit == .dot || unit == .underscore
    }

    private func matches(_ unit: Unit, _ structure: [IBANCountries.Character], at index: Int) -> Bool {
        guard structure.indices.contains(index) else { return true }
        return switch structure[index] {
        case .digit: unit.isDigit
        case .letter: unit.isLetter
        case .alphanumeric: true
        }
    }

    /// The remainder of the number that the rotated IBAN spells, letters being 10 to 35, must be 1.
    private func hasRightCheckDigits(_ characters: [Unit]) -> Bool {
        var remainder = 0
        for unit in characters[4...] + characters[..<4] {
            if unit.isDigit {
                remainder = (remainder * 10 + unit.digitValue) % 97
            } else {
                remainder = (remainder * 100 + Int(unit &- Unit(ascii: "A")) + 10) % 97
            }
        }
        // 00, 01 and 99 leave the same remainders as 97, 98 and 02, but are never given out.
        let check = characters[2].digitValue * 10 + characters[3].digitValue
        return remainder == 1 && (2...98).contains(check)
    }
}
