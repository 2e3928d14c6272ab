import PII
import Testing

/// Numbers of one scheme, made up at random with right check digits, and what should be found in them.
struct NationalIDExample: Sendable, CustomTestStringConvertible {
    /// The country in the mask.
    let country: String
    /// A word for the scheme, with `_` for blanks.
    let word: String
    /// Whether a wrong digit shows.
    let isChecked: Bool
    /// The least level of a number in its usual groups that no word names; `nil` where nothing may count.
    let alone: PIILevel?
    /// The numbers in their usual groups.
    let numbers: [String]

    var testDescription: String { country + " " + word }

    /// Reads lines of `country | word | checked or unchecked | high, medium or none | number, number`.
    private static func lines(_ text: String) -> [NationalIDExample] {
        text.split(separator: "\n").map { line in
            let fields = line.split(separator: "|").map { $0.drop { $0 == " " } }
            let words = fields.map { String($0.last == " " ? $0.dropLast() : $0) }
            return NationalIDExample(
                country: words[0], word: words[1], isChecked: words[2] == "checked",
                alone: words[3] == "high" ? .high : words[3] == "medium" ? .medium : nil,
                numbers: words[4].split(separator: ",").map { String($0.drop { $0 == " " }) })
        }
    }

    /// Examples of most schemes; python-stdnum agreed with the check digits of those that it knows.
    static let all = lines(
        """
        US | ssn | unchecked | medium | 453-33-1478, 238-62-5511, 848-73-3311, 387-98-1135
        US | itin | unchecked | medium | 911-97-1814, 924-81-0756, 944-73-0971, 998-99-0809
        CA | sin | checked | medium | 315-799-726, 762-200-020, 574-878-146, 983-666-603
        GB | nhs | checked | none | 643 829 3067, 568 906 9663, 045 654 3902, 710 298 1945
        GB | utr | checked | none | 97080 95894, 98171 87917, 93363 02439, 34235 30671
        IE | pps | checked | medium | 2593233E, 6202976C, 9851382S, 2381652R
        ES | dni | checked | high | 27.242.721-A, 36.103.798-P, 26.551.121-J, 88.871.336-A
        ES | nie | checked | high | Y-1705226-C, Z-6236707-D, Y-6678409-M, X-5214108-P
        FR | nir | checked | high | 2 30 11 33 387 548 10, 1 45 05 66 716 628 28, 2 72 02 33 150 345 77, 2 67 07 46 684 793 73
        FR | numero_fiscal | checked | high | 38 07 192 635 421, 02 10 915 120 381, 23 53 343 177 129, 29 34 194 944 240
        NL | bsn | checked | medium | 8862.21.699, 9408.33.025, 5382.76.927, 3997.87.331
        BE | rijksregisternummer | checked | high | 91.02.10-355.09, 75.02.24-941.25, 86.10.13-051.77, 19.08.12-143.78
        DE | steuer-id | checked | high | 23 154 750 685, 95 431 078 551, 60 182 547 386, 41 927 863 222
        AT | svnr | checked | medium | 5071 030402, 8037 200184, 9782 020196, 2365 261253
        CH | ahv | checked | high | 756.1716.8516.81, 756.3810.4873.91, 756.2833.0908.54, 756.6884.1947.90
        PT | nif | checked | none | 292 178 891, 287 011 666, 336 397 950
        PT | cc | checked | high | 94415495 0 HE3, 38510158 2 KM5, 31085118 6 AR5, 85873058 9 PY6
        GR | amka | checked | none | 20027013570, 24034997957, 10035067692, 24110117496
        GR | afm | checked | none | 422208369, 338106092, 786442765, 898945178
        SE | personnummer | checked | high | 911213-3864, 051223-4634, 920621-0115, 931125-5567
        FI | hetu | checked | high | 220258-425F, 010971-391U, 090542-124N, 190496-5245
        NO | fodselsnummer | checked | high | 260458 03243, 131059 09297, 070448 14301, 120781 04471
        DK | cpr | unchecked | medium | 211062-5629
        IS | kennitala | checked | high | 241208-0790, 011296-3860, 241101-6739, 200496-6390
        EE | isikukood | checked | none | 64105075893, 65312211131, 56508042693, 41712154582
        LT | asmens_kodas | checked | none | 37810019145, 53203276859, 38708261729, 51404262065
        LV | personas_kods | checked | high | 020935-10308, 060652-17508, 070773-21040, 010311-21433
        PL | pesel | checked | none | 69040155930, 74062672796, 35112375490, 23122389983
        PL | nip | checked | none | 385-426-32-85, 606-615-34-44, 303-946-96-38, 666-303-98-74
        CZ | rodne_cislo | checked | high | 290525/4319
        RO | cnp | checked | none | 2300919394512, 5750626246919, 6750225196800, 1380912461354
        BG | egn | checked | none | 5104158384, 9405215743, 9702121765, 8612122110
        HR | oib | checked | none | 17574743993, 38107386354, 43073171176, 40721160931
        SI | emso | checked | none | 1602942501289, 2112935505909, 0303981505126, 1303977509803
        TR | tckn | checked | none | 56614682378, 81166268930, 41365606292, 91358649140
        RU | inn | checked | none | 255311648270, 349105167631, 300898865615, 601203721824
        UA | rnokpp | checked | none | 2147189794, 3294308222, 4523127197, 8089477490
        IL | teudat_zehut | checked | none | 816016950, 751626813, 689366904, 190091108
        BR | cpf | checked | high | 610.469.166-88, 638.576.273-44, 802.026.732-86, 434.888.642-35
        AR | cuil | checked | high | 27-42061753-9, 27-09046379-4, 23-97153625-9, 23-14958281-9
        CL | rut | checked | high | 22.890.599-2, 16.854.577-0, 18.514.530-1, 27.632.640-6
        EC | cedula | unchecked | medium | 226647141-2, 165665378-7, 223257194-9, 175780414-9
        DO | cedula | checked | high | 749-4621222-7, 449-7348949-3, 443-3832414-6, 714-1333795-8
        IN | aadhaar | checked | medium | 2035 8824 9261, 5981 9144 2552, 9308 2104 0565, 9818 0328 8327
        IN | pan | unchecked | high | FJWPJ7140R, LTYPB1011J, KGYPK6446V, XMZPS6309Y
        PK | cnic | unchecked | high | 45481-2289386-1, 61659-3849448-5, 20629-4620875-6, 26660-4181139-8
        TH | thai_id | checked | high | 1-0219-16332-86-1, 1-8099-12710-12-7, 2-0480-45020-15-2, 7-9231-45985-05-1
        MY | mykad | unchecked | high | 610211-15-1926, 700415-01-8762, 460724-09-6429, 490905-12-3023
        ID | nik | unchecked | none | 3201520405206261, 3201111111403758, 3201451103975582, 3201972312250454
        CN | 身份证 | checked | none | 110101196111237428, 110101200907219830, 110101199804151612, 110101200208250388
        KR | rrn | unchecked | high | 090606-4750437, 690113-4903603, 620116-1237034, 370814-4457883
        JP | mynumber | checked | none | 5609 8602 5249, 0930 7928 5534, 2430 9326 1500
        ZA | sa_id | checked | high | 210803 9217 095, 290522 5754 108, 110108 9798 016, 290607 8413 016
        AU | tfn | checked | medium | 553 367 522, 924 899 816, 702 595 517, 588 451 044
        NZ | ird | checked | none | 64-651-657, 45-089-622, 80-037-619, 62-298-960
        GB | nino | unchecked | high | AB 12 34 56 C, JG 10 37 59 A, SX 48 21 70 D
        DE | rvnr | checked | high | 65 170839 J 003
        DE | personalausweis | unchecked | none | L01X00T47, C01HJ1234
        IT | codice_fiscale | checked | high | RSSMRA85T10A562S
        MX | curp | checked | high | BOXW310820HNERXN09
        MX | rfc | unchecked | high | GODE561231GR8
        RU | snils | checked | high | 112-233-445 95
        SG | nric | checked | high | S1234567D, M1234567K, G1234567X
        HK | hkid | checked | high | A123456(3)
        TW | twid | checked | medium | A123456789
        PL | dowod | checked | none | ABA300000
        HU | adoazonosito | checked | none | 8071592153
        LU | matricule | checked | none | 1983120105747
        AE | emirates_id | checked | high | 784-1984-1234567-4
        SA | iqama | checked | none | 1000000008
        SI | jmbg | checked | none | 0101006500006
        UY | cedula | unchecked | high | 1.234.567-2
        SV | dui | checked | none | 00016297-5
        IR | kode_melli | checked | none | 0499370899
        AU | medicare | checked | high | 2123 45670 1
        LK | nic | unchecked | medium | 853400937V
        EG | egypt_id | unchecked | none | 29001011234567
        VN | cccd | unchecked | none | 001095012345
        KE | kenya_id | unchecked | none | 12345678
        NG | nin | unchecked | none | 12345678901
        CO | cedula | unchecked | none | 1.020.304.050
        AR | dni | unchecked | none | 12.345.678
        GH | ghana_card | unchecked | high | GHA-123456789-0
        TZ | nida | unchecked | high | 19850101-12345-12345-12
        UG | nin | unchecked | none | CM8501010ABCDE
        MA | cin | unchecked | none | AB123456
        NI | cedula | unchecked | high | 001-010180-0001A
        ES | naf | checked | high | 28 12345678 40
        DE | kvnr | checked | none | A123456780
        PH | sss | unchecked | none | 34-1234567-8
        """)
}
