import PII
import Testing

/// Numbers of each scheme as they are written, as people write them in names, and with a wrong digit.
@Suite struct NationalIDTests {
    private let detector = PIIDetector()

    /// The national numbers and what else the digits are taken for; the words beside them may be names as well (`driver nik`).
    private func found(_ text: String) -> [PIIMatch] {
        detector.find(in: text).filter { $0.level >= .medium && $0.kind != .personName }
    }

    private func foundIDs(_ text: String) -> [PIIMatch] { found(text).filter { $0.kind == .nationalID } }

    private func compact(_ number: String) -> String { number.filter { $0.isLetter || $0.isNumber } }

    @Test(arguments: NationalIDExample.all)
    func namedNumbersAreFoundInEveryDress(_ example: NationalIDExample) {
        let parts = example.word.split(separator: "_")
        let camel = parts[0] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        for number in example.numbers {
            let plain = compact(number)
            let replaced = String(number.map { $0.isLetter || $0.isNumber ? $0 : "_" })
            for text in [
                "\(example.word) \(number)", "\(example.word)_\(plain)", "\(example.word)-\(plain.lowercased())",
                "\(example.word.uppercased()): \(number)", "prod-\(example.word)-\(plain)-eu",
                "driver \(example.word) no. \(plain)",
                "\(example.word)_\(replaced)", camel + plain, "\(plain) (\(example.word))",
                "\(number)-\(example.word)",
                "\(example.word)%20\(number)",
            ] {
                let found = found(text)
                #expect(found.map(\.kind) == [.nationalID], "\(text) \(found)")
                #expect(found.allSatisfy { $0.confidence >= 0.75 }, "\(text) \(found)")
                #expect(found.first?.masked == "\(example.country)***", "\(text) \(found)")
            }
        }
    }

    /// Two remainders give the same digit in some schemes, and others do not check every digit.
    @Test(arguments: NationalIDExample.all.filter { $0.isChecked })
    func aWrongDigitShowsSevenTimesInEight(_ example: NationalIDExample) {
        var (changes, misses) = (0, 0)
        for number in example.numbers {
            let characters = Array(compact(number))
            for place in characters.indices {
                guard let digit = characters[place].wholeNumberValue else { continue }
                for difference in 1...9 {
                    var changed = characters
                    changed[place] = Character(String((digit + difference) % 10))
                    changes += 1
                    misses += foundIDs("\(example.word)_\(String(changed))").isEmpty ? 0 : 1
                }
            }
        }
        #expect(misses * 8 <= changes, "\(misses) of \(changes)")
    }

    @Test(arguments: NationalIDExample.all)
    func aloneItIsPunctuationThatCounts(_ example: NationalIDExample) {
        for number in example.numbers {
            let level = foundIDs(number).first?.level
            if let alone = example.alone {
                #expect(level ?? .low >= alone, "\(number) \(foundIDs(number))")
                #expect(foundIDs("prod \(number)").first?.level == level, "prod \(number)")
                #expect(foundIDs("Ride/\(number)/eu").first?.level == level, "Ride/\(number)/eu")
            } else {
                #expect(level == nil, "\(number) \(foundIDs(number))")
            }
            let plain = compact(number)
            if plain.allSatisfy(\.isNumber) {
                for text in [plain, "prod-" + plain, "order " + plain, "tel " + plain, "prod" + plain, plain + "_eu"] {
                    #expect(!foundIDs(text).contains { $0.kind == .nationalID }, "\(text)")
                }
            }
        }
    }

    @Test(arguments: [
        "身份证号码110101199804151612", "身份證110101199804151612", "マイナンバー560986025249", "個人番号 5609 8602 5249",
        "주민번호 690113-4903603",
        "주민등록번호6901134903603", "СНИЛС 112-233-445 95", "снилс11223344595", "ИНН255311648270", "ЕГН 5104158384",
        "РНОКПП 2147189794",
        "ת.ז 816016950", "תעודת זהות: 816016950", "ΑΜΚΑ 20027013570", "الرقم القومي 29001011234567",
        "आधार 2035 8824 9261",
        "บัตรประชาชน 1021916332861", "香港身份證A123456(3)", "身分證字號A123456789", "کد ملی 0499370899",
        "fødselsnummer 26045803243",
        "número de seguridad social 13928475618", "rodné číslo 391011/8003", "T.C. Kimlik No 56614682378",
        "c.p.f. 61046916688",
        "national id 56614682378", "National_ID-61046916688", "tax id 238-62-5511", "social security no. 238625511",
        "ssn 64105075893", "personal number 911213-3864",
    ])
    func nativeAndGeneralNamesCount(_ text: String) {
        #expect(found(text).map(\.kind) == [.nationalID], "\(text) \(found(text))")
    }

    @Test(arguments: [
        "ssn 078-05-1120", "123-45-6789", "219-09-9999", "ssn_219099999", "987-65-4320", "cpf 111.111.111-11",
        "00000000T", "111-11-1111",
    ])
    func sampleNumbersStayLow(_ text: String) {
        #expect(found(text).isEmpty, "\(found(text))")
    }

    @Test(arguments: [
        "000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000", "12-123-45-6710", "238-62-5511-4",
        "order 4711-238",
        "ticket AB-123456", "QQ123456C", "GB123456A", "DA123456A", "ABCCE1234F", "scope2024b", "ABCPE0000F",
        "12345678A", "X1234567A",
        "S1234567A", "T1234567D", "build-240115-1030", "backup 240115-1030", "20240115-1030", "release 850101-1030-2",
        "sku-4711-0815-12",
        "TEST240115ABC", "test240115001", "phone 315-799-726", "tel 643 829 3067", "643 829 3067", "+46 911213-3864",
        "call 238-62-5511",
        "ssn", "ssn-redaction", "ssn-redaction-12345678", "cpf-validator-v2", "identity-service-238625511",
        "pesel_check_12", "pan-india-2024",
        "v61.046.916", "1.2.3.4", "12.34.56", "2024-01-15", "epoch 1699999999", "A1-B2-C3-D4", "9-9-9", "12 34 56 78",
        "dni", "nie-x", "run 22890599", "756.1716.8516.82", "1-0219-16332-86-2",
    ])
    func nearMissesCountForNothing(_ text: String) {
        #expect(found(text).allSatisfy { $0.kind != .nationalID }, "\(found(text))")
    }

    @Test(arguments: [
        ("ssn 238-62-5511 2024", 4..<15), ("2024 238-62-5511", 5..<16), ("nieX5214108P", 3..<12),
        ("hkid A123456(3).", 5..<15),
        ("身份证110101199804151612谢谢", 9..<27), ("cpf:610.469.166-88/434.888.642-35", 4..<18), ("ｓｓｎ２３８６２５５１１", 9..<36),
    ])
    func rangesAreThoseOfTheOriginal(text: String, range: Range<Int>) {
        #expect(found(text).first?.range == range)
    }

    @Test func cardsDoNotTakeNamedNumbers() {
        // Right card numbers by their check digits and first digits, too.
        #expect(found("nik 3541010203014012").map(\.kind) == [.nationalID])
    }
}
