extension NationalIDScheme {
    /// India, Pakistan, Bangladesh and Sri Lanka.
    static let southAsia: [NationalIDScheme] = [
        NationalIDScheme(
            "IN", "Indian Aadhaar number",
            [
                NationalIDForm("9999 9999 9999", alone: 0.75, replaced: 0.4),
                NationalIDForm("9999-9999-9999", alone: 0.6, replaced: 0.4),
            ],
            words: "aadhaar aadhar adhaar adhar aadhaarcard aadharcard uidai आधार uid", check: aadhaar),
        NationalIDScheme(
            "IN", "Indian PAN of a person", [NationalIDForm("AAAAA9999A", alone: 0.86)],
            words: "pan pancard permanentaccountnumber permanentaccount पैन", check: permanentAccount),
        NationalIDScheme(
            "PK", "Pakistani CNIC", [NationalIDForm("99999-9999999-9", alone: 0.9, replaced: 0.8)],
            words: "cnic nicop nadra shanakhti shanakhticard شناختی شناختیکارڈ nic", check: pakistani),
        NationalIDScheme(
            "BD", "Bangladeshi NID",
            [NationalIDForm("9999999999"), NationalIDForm("9999999999999"), NationalIDForm("99999999999999999")],
            words: "nidbd bdnid jatiyoporichoypotro জাতীয়পরিচয়পত্র smartcardnid", check: bangladeshi),
        NationalIDScheme(
            "LK", "Sri Lankan NIC",
            [
                NationalIDForm("999999999A", alone: 0.6), NationalIDForm("999999999-A", alone: 0.6),
                NationalIDForm("999999999999"),
            ],
            words: "nic nationalidentitycard nicno", check: lankan),
    ]

    /// Singapore, Malaysia, Thailand, Indonesia, the Philippines and Vietnam.
    static let southeastAsia: [NationalIDScheme] = [
        NationalIDScheme(
            "SG", "Singapore NRIC or FIN", [NationalIDForm("A9999999A", alone: 0.88)],
            words: "nric fin ic nricno foreignidentification", check: singaporean),
        NationalIDScheme(
            "MY", "Malaysian MyKad number", [NationalIDForm("999999-99-9999", alone: 0.91, replaced: 0.8)],
            words: "mykad nric ic kadpengenalan nokp pengenalan mykid icno kp", check: malaysian),
        NationalIDScheme(
            "TH", "Thai identity number",
            [NationalIDForm("9-9999-99999-99-9", alone: 0.97, replaced: 0.92)],
            words: "thaiid บัตรประชาชน เลขบัตรประชาชน เลขประจำตัวประชาชน ประชาชน prachachon citizenid thainationalid",
            check: thai),
        NationalIDScheme(
            "ID", "Indonesian NIK",
            [NationalIDForm("9999999999999999"), NationalIDForm("999999-999999-9999", alone: 0.88)],
            words: "nik ktp ektp nomorindukkependudukan kependudukan nomorktp noktp nonik", check: indonesian),
        NationalIDScheme(
            "PH", "Philippine social security or identity number",
            [NationalIDForm("99-9999999-9"), NationalIDForm("9999-9999999-9"), NationalIDForm("9999-9999-9999-9999")],
            words: "sss sssno philsys umid philid philhealth pagibig gsis philsysid", check: philippine),
        NationalIDScheme(
            "PH", "Philippine tax number", [NationalIDForm("999-999-999-999"), NationalIDForm("999-999-999")],
            words: "tinph birtin", check: philippine),
        NationalIDScheme(
            "VN", "Vietnamese citizen identity number", [NationalIDForm("999999999999"), NationalIDForm("999999999")],
            words: "cccd cmnd cancuoc cancuoccongdan chungminhnhandan socccd socmnd sodinhdanh", check: vietnamese),
    ]

    /// The first digit is 2 to 9; palindromes are not given out.
    private static func aadhaar(_ number: NationalIDNumber) -> NationalIDProof {
        guard number[0] > 1, number.hasVerhoeffDigit else { return .wrong }
        return .weak.when(!(0..<6).allSatisfy { number[$0] == number[11 - $0] })
    }

    /// The fourth letter is P for persons. Words with a year after them may have one too.
    private static func permanentAccount(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.holds("P", at: 3), number.number(5..<9) > 0 else { return .wrong }
        return (1950...2049).contains(number.number(5..<9)) ? .doubtful : .structure
    }

    private static func pakistani(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when((1...8).contains(number[0]) && number.number(5..<12) > 0 && !number.isRepeated)
    }

    private static func bangladeshi(_ number: NationalIDNumber) -> NationalIDProof {
        if number.count == 17 { return .structure.when(NationalIDNumber.isBirthYear(number.number(0..<4))) }
        return .structure.when(number[0] > 0 && !number.isRepeated)
    }

    /// Year and day of the year, 500 more for women; old numbers end in V or X.
    private static func lankan(_ number: NationalIDNumber) -> NationalIDProof {
        let isOld = number.count == 10
        let day = number.number(isOld ? 2..<5 : 4..<7) % 500
        guard (1...366).contains(day) else { return .wrong }
        if isOld { return .structure.when(number.holds("VX", at: 9)) }
        return .structure.when(NationalIDNumber.isBirthYear(number.number(0..<4)))
    }

    private static func singaporean(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.holds("STFGM", at: 0) else { return .wrong }
        let series = number.holds("M", at: 0) ? 3 : number.holds("TG", at: 0) ? 4 : 0
        let remainder = (number.sum([0, 2, 7, 6, 5, 4, 3, 2]) + series) % 11
        let letters: StaticString =
            series == 3 ? "XWUTRQPNJLK" : number.holds("ST", at: 0) ? "JZIHGFEDCBA" : "XWUTRQPNMLK"
        return .strong.when(number.matches(letters, remainder, at: 8))
    }

    /// Birthday, then a place of birth.
    private static func malaysian(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.hasYearMonthDay(at: 0), number.number(8..<12) > 0 else { return .wrong }
        let isPlace =
            switch number.number(6..<8) {
            case 1...16, 21...68, 71, 72, 74...79, 82...93, 98, 99: true
            default: false
            }
        return .structure.when(isPlace)
    }

    private static func thai(_ number: NationalIDNumber) -> NationalIDProof {
        guard (1...8).contains(number[0]) else { return .wrong }
        return .weak.when((11 - number.sum(fallingFrom: 13) % 11) % 10 == number[12] && !number.isRepeated)
    }

    /// Province, regency, district, birthday with 40 more for women's days, serial number.
    private static func indonesian(_ number: NationalIDNumber) -> NationalIDProof {
        let day = number.number(6..<8)
        guard (11...97).contains(number.number(0..<2)), number.number(2..<4) > 0,
            NationalIDNumber.isDay(day > 40 ? day - 40 : day, month: number.number(8..<10))
        else { return .wrong }
        return .structure.when(number.number(12..<16) > 0)
    }

    private static func philippine(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(!number.isRepeated && number.number(0..<number.count) > 0)
    }

    private static func vietnamese(_ number: NationalIDNumber) -> NationalIDProof {
        if number.count == 9 { return .structure.when(!number.isRepeated) }
        return .structure.when((1...96).contains(number.number(0..<3)) && number[3] < 4)
    }
}
