/// What words say of the number beside them: which schemes they name, and what else they could mean.
struct NationalIDMeaning: OptionSet, Sendable {
    let rawValue: UInt128

    init(rawValue: UInt128) { self.rawValue = rawValue }

    /// The words name the scheme with this number in ``NationalIDScheme/all``.
    init(scheme: Int) { rawValue = 1 << UInt128(scheme) }

    /// The words mean identity or tax numbers of any country.
    static let general = NationalIDMeaning(rawValue: 1 << 124)
    /// The words mean a telephone.
    static let phone = NationalIDMeaning(rawValue: 1 << 125)
    /// The words mean a thing that is counted.
    static let thing = NationalIDMeaning(rawValue: 1 << 126)
    /// The words say nothing, and may stand between a number and its name.
    static let filler = NationalIDMeaning(rawValue: 1 << 127)
}

/// The words by which numbers are called, looked up without making strings of them.
enum NationalIDWords {
    /// What the letters with the hash `key` mean.
    static func meaning(_ key: UInt64) -> NationalIDMeaning { table[key] ?? [] }

    /// The hash of no letters (FNV-1a, 64 bits).
    static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of letters with the hash `key` and the units at `range` after them, in lower case.
    static func key(_ key: UInt64, appending units: ArraySlice<Unit>) -> UInt64 {
        var key = key
        for unit in units { key = (key ^ UInt64(unit.lowercased)) &* 0x100_0000_01B3 }
        return key
    }

    /// What may be joined to a word without changing what it means: `cpfNumber`, `pesel_nr`.
    static let endings: [[Unit]] = [
        "number", "nummer", "numero", "num", "no", "nr", "id", "code", "card", "numbers", "s",
    ].map { $0.unicodeScalars.map(\.value) }

    private static let general =
        "ssn nationalid nationalidentity nationalidnumber nationalidentitynumber nid natid nationalidentification idnational "
        + "taxid taxnumber tin taxpayer taxpayerid taxpayernumber taxidentification taxidentificationnumber taxno tax vatid "
        + "identity identitynumber identityno idcard identitycard idcardnumber idnumber idno personalid personalnumber "
        + "personalcode personalidentity personid citizenid citizen citizennumber citizenship govid governmentid govtid "
        + "socialsecurity socialsecuritynumber socialinsurance socialinsurancenumber socialid civilid residentid resident "
        + "identidad identificacion documentoidentidad documentodeidentidad documento identificacionfiscal idfiscal fiscal "
        + "identite carteidentite cartedidentite numeroidentite identita cartaidentita cartadidentita identidade "
        + "ausweis ausweisnummer personenkennzahl steuernummer identifikationsnummer sozialversicherungsnummer "
        + "identiteit identiteitskaart identitetsnummer idkort personkod tozsamosc dowod obcansky obcanskyprukaz "
        + "nationalinsurance nationalinsurancenumber kimlik nin nationalidentificationnumber kyc pii "
        + "удостоверение паспорт паспортныеданные удостоверениеличности ταυτοτητα هوية الهوية رقمالهوية זהות מספרזהות "
        + "身份 身份证 身份證 证件 證件 身分証 個人番号 신분증 पहचान ประชาชน"

    private static let fillers =
        "number numbers no nr num n id ids is code card nummer numero numer nomor nro de del do da des du of for the el la "
        + "le der die das my mein mi user client customer driver rider passenger patient employee person holder with and "
        + "value val key field data eq номер مرقم رقم 号 号码 號碼 番号 번호 מס מספר"

    private static let table: [UInt64: NationalIDMeaning] = {
        var table: [UInt64: NationalIDMeaning] = [:]
        func add(_ meaning: NationalIDMeaning, _ words: some Sequence<String>) {
            for word in words {
                let letters = NormalizedText(word).units.filter { $0.isLetter || $0.isOtherLetter }
                table[key(emptyKey, appending: letters[...]), default: []].formUnion(meaning)
            }
        }
        for (index, scheme) in NationalIDScheme.all.enumerated() {
            add(NationalIDMeaning(scheme: index), scheme.words.split(separator: " ").map(String.init))
        }
        add(.general, general.split(separator: " ").map(String.init))
        add(.filler, fillers.split(separator: " ").map(String.init))
        add(.phone, ContextWords.phone.subtracting(["number", "contact", "text", "signal", "portable"]))
        add(.thing, ContextWords.identifier.subtracting(["id", "ids", "case", "uid", "ref", "reference"]))
        return table
    }()
}
