/// What words say of the number beside them: which schemes they name, and what else they could mean.
struct NationalIDMeaning: OptionSet, Sendable {
    let rawValue: UInt128

    init(rawValue: UInt128) { self.rawValue = rawValue }

    /// The words name the scheme with this number in ``NationalIDScheme/all``.
    init(scheme: Int) { rawValue = 1 << UInt128(scheme) }

    /// The bits from here on have meanings of their own.
    static let schemeLimit = 123

    /// The words name some scheme.
    var namesScheme: Bool { rawValue & (NationalIDMeaning.identity.rawValue - 1) != 0 }

    /// Whether the words name numbers of persons, surely or not.
    var namesPersons: Bool { !subtracting([.phone, .thing, .filler]).isEmpty }

    /// The words mean numbers of persons in any country.
    static let identity = NationalIDMeaning(rawValue: 1 << 123)
    /// The words may mean such numbers, or tax numbers, or papers.
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

    private static let identity =
        "ssn socialsecurity taxid taxnumber tin taxpayer taxpayerid taxpayernumber taxidentification taxidentificationnumber taxno "
        + "identificacionfiscal idfiscal nationalid nationalidno nationalidentity nationalidnumber nationalidentitynumber nationalidcard nid natid idnational "
        + "nationalidentification nationalidentificationnumber identificationnumber identitynumber identityno idcard identitycard idcardnumber "
        + "personalid personalnumber personalcode personalidentity personalidnumber citizenid citizennumber citizencard "
        + "govid governmentid govtid socialsecuritynumber socialinsurancenumber socialid civilid residentid "
        + "documentoidentidad documentodeidentidad carteidentite cartedidentite numeroidentite cartaidentita cartadidentita "
        + "carteiradeidentidade personenkennzahl personalausweis identiteitskaart identitetsnummer idkort personkod "
        + "dowodosobisty obcanskyprukaz nationalinsurancenumber kimlik nin удостоверениеличности ταυτοτητα "
        + "رقمالهوية الهويةالوطنية מספרזהות 身份证 身份證 身分證 身分証 신분증 पहचान"

    private static let general =
        "identity idnumber idno personid socialinsurance nationalinsurance "
        + "identidad identificacion documento identite identita identidade "
        + "ausweis ausweisnummer steuernummer identifikationsnummer sozialversicherungsnummer identiteit tozsamosc dowod "
        + "obcansky удостоверение هوية الهوية זהות 身份 证件 證件 個人番号 ประชาชน"

    private static let fillers =
        "number numbers no nr num n id ids is code card nummer numero numer nomor nro de del do da des du of for the el la "
        + "le der die das my mein mi user client customer driver rider passenger patient employee person holder with and "
        + "value val key field data eq номер مرقم رقم 号 号码 號碼 番号 번호 מס מספר"

    private static let table: HashTable<NationalIDMeaning> = {
        var entries: [(key: UInt64, value: NationalIDMeaning)] = []
        eachWord { letters, meaning in entries.append((key(emptyKey, appending: letters[...]), meaning)) }
        return HashTable(entries) { $0.union($1) }
    }()

    /// The letters of all words that name a scheme or numbers of persons, of which those in ``endings`` may stand behind.
    static var names: [[Unit]] {
        var names: [[Unit]] = []
        eachWord { letters, meaning in
            if meaning.namesPersons { names.append(letters) }
        }
        return names
    }

    /// Gives the letters of each word to `take`, with what it means.
    private static func eachWord(_ take: ([Unit], NationalIDMeaning) -> Void) {
        func add(_ meaning: NationalIDMeaning, _ words: some Sequence<String>) {
            for word in words { take(NormalizedText(word).units.filter { $0.isLetter || $0.isOtherLetter }, meaning) }
        }
        assert(NationalIDScheme.all.count <= NationalIDMeaning.schemeLimit, "no bit is left for the last schemes")
        for (index, scheme) in NationalIDScheme.all.enumerated() {
            add(NationalIDMeaning(scheme: index), scheme.words.split(separator: " ").map(String.init))
        }
        add([.general, .identity], identity.split(separator: " ").map(String.init))
        add(.general, general.split(separator: " ").map(String.init))
        add(.filler, fillers.split(separator: " ").map(String.init))
        let unsure: Set = ["number", "contact", "text", "signal", "portable"]
        for list in PhoneWords.lists where [.telephone, .joined, .contact].contains(list.kind) {
            add(.phone, list.words.filter { !unsure.contains($0) })
        }
        add(.thing, ContextWords.identifier.words.subtracting(["id", "ids", "case", "uid", "ref", "reference"]))
    }
}
