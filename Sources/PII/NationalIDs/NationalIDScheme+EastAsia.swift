extension NationalIDScheme {
    /// China, Hong Kong, Taiwan, Japan and Korea.
    static let eastAsia: [NationalIDScheme] = [
        NationalIDScheme(
            "CN", "Chinese resident identity number",
            [
                NationalIDForm("999999999999999999", alone: 0.45), NationalIDForm("99999999999999999A", alone: 0.93),
                NationalIDForm("999999 99999999 999*", alone: 0.93),
            ],
            words: "身份证 身份證 身份证号 身份证号码 公民身份 公民身份号码 居民身份证 居民身份證 二代证 证件号 shenfenzheng shenfenzhenghao sfz "
                + "sfzh chineseid prcid chinaid", check: chinese),
        NationalIDScheme(
            "HK", "Hong Kong identity card number",
            [
                NationalIDForm("A999999(*", alone: 0.92, replaced: 0.3),
                NationalIDForm("AA999999(*", alone: 0.92, replaced: 0.3),
                NationalIDForm("A999999*"), NationalIDForm("AA999999*"),
            ], words: "hkid hkidcard hkidno hongkongid 身份證 身份證號碼 香港身份證", check: hongKong),
        NationalIDScheme(
            "TW", "Taiwanese identity number", [NationalIDForm("A999999999", alone: 0.6)],
            words: "身分證 身分證字號 身份證 身份證字號 國民身分證 統一編號 居留證 shenfenzheng twid taiwanid nationalidtw arc", check: taiwanese),
        NationalIDScheme(
            "JP", "Japanese My Number", [NationalIDForm("9999 9999 9999", alone: 0.4), NationalIDForm("999999999999")],
            words: "mynumber mynum マイナンバー マイナンバーカード 個人番号 kojinbango kojinbangou maina mainanba", check: japanese),
        NationalIDScheme(
            "KR", "Korean resident registration number",
            [NationalIDForm("999999-9999999", alone: 0.93, replaced: 0.86)],
            words: koreanWords, check: korean),
        NationalIDScheme(
            "KR", "Korean resident registration number without check digit",
            [NationalIDForm("999999-9999999", alone: 0.7, replaced: 0.6)], words: koreanWords, check: newKorean),
    ]

    /// GB 11643: region, birthday, serial number, and a check digit (ISO/IEC 7064, MOD 11-2) that may be X.
    private static func chinese(_ number: NationalIDNumber) -> NationalIDProof {
        let isRegion =
            switch number.number(0..<2) {
            case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83, 91: true
            default: false
            }
        guard isRegion, number.hasFullBirthday(at: 6) else { return .wrong }
        let sum = number.sum([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
        return .strong.when(number.matches("10X98765432", sum % 11, at: 17))
    }

    /// A single letter counts as if a blank, of value 36, stood before it.
    private static func hongKong(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.holds("0123456789A", at: number.count - 1) else { return .wrong }
        let isShort = number.count == 8
        var sum = isShort ? 36 * 9 : 0
        for index in 0..<number.count { sum += number[index] * (isShort ? 8 - index : 9 - index) }
        return .weak.when(sum.isMultiple(of: 11) && !number[number.count - 7..<number.count - 1].isRepeated)
    }

    /// The letter is that of the place of registration; the digit after it tells men, women and foreigners.
    private static func taiwanese(_ number: NationalIDNumber) -> NationalIDProof {
        guard [1, 2, 8, 9].contains(number[1]) else { return .wrong }
        // A to Z stand for these two digits.
        let letters = [
            10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
        ]
        let letter = letters[number[0] - 10]
        let sum = letter / 10 + letter % 10 * 9 + number.sum([0, 8, 7, 6, 5, 4, 3, 2, 1, 1])
        return .strong.when(sum.isMultiple(of: 10) && !number[2..<10].isRepeated)
    }

    private static func japanese(_ number: NationalIDNumber) -> NationalIDProof {
        let remainder = number.sum([6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
        return .weak.when((remainder < 2 ? 0 : 11 - remainder) == number[11] && !number.isRepeated)
    }

    private static let koreanWords =
        "rrn jumin juminbunho juminno juminnumber 주민 주민번호 주민등록번호 주민등록 외국인등록번호 residentregistration "
        + "residentregistrationnumber residentnumber jumindeungnok koreanid"

    /// Foreigners have a check digit that is two more; numbers given out since October 2020 have none.
    private static func korean(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.hasYearMonthDay(at: 0), number.number(7..<13) > 0 else { return .wrong }
        let base = (5...8).contains(number[6]) ? 13 : 11
        let check = (base - number.sum([2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11) % 10
        return .strong.when(check == number[12])
    }

    private static func newKorean(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(number.hasYearMonthDay(at: 0) && (1...8).contains(number[6]) && number.number(7..<13) > 0)
    }
}
