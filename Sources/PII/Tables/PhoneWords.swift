/// Words beside which a number is that of a telephone, as `Generator/folding.py` folds them: in lower case and without accents.
enum PhoneWords {
    /// What a word is.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8

        static let telephone = Kinds(rawValue: 1)
        /// As ``telephone``, and it may end or begin a longer run of letters, in scripts that do not part words.
        static let joined = Kinds(rawValue: 2)
        static let contact = Kinds(rawValue: 4)
        static let filler = Kinds(rawValue: 8)
        static let technology = Kinds(rawValue: 16)
        static let otherThing = Kinds(rawValue: 32)
    }

    /// What the word that `units` spell is, in any case; empty for a word that is not known.
    static func kinds(of units: ArraySlice<Unit>) -> Kinds {
        table[units] ?? []
    }

    /// Whether a word ends in one for a telephone and is not known for something else.
    static func hasEnding(_ word: ArraySlice<Unit>) -> Bool {
        guard word.count > 5, let last = word.last?.lowercased, lastLetters.contains(last) else { return false }
        return endings.contains { ending in
            word.count > ending.count && zip(word.suffix(ending.count), ending).allSatisfy { $0.lowercased == $1 }
        } && !kinds(of: word).contains(.otherThing)
    }

    /// All words with what they are.
    static let lists: [(kind: Kinds, words: [String])] = [
        (.telephone, telephones), (.joined, joined), (.contact, contacts), (.filler, fillers),
        (.technology, technology),
        (.otherThing, otherThings),
    ]

    /// The words of Latin letters beside which a number may be that of a telephone, and the ends of longer ones; so too longer fillers,
    /// beyond which words are read in part.
    static var tellingWords: [[Unit]] {
        let words =
            lists.filter { [.telephone, .joined, .contact].contains($0.kind) }.flatMap(\.words)
            + fillers.filter { $0.utf8.count >= longFiller }
        return WordTable(words.joined(separator: " ")).latinWords + endings
    }

    /// From so many letters on a filler is longer than most.
    private static let longFiller = 4

    private static let table = WordTable(
        lists.map { (words: $0.words.joined(separator: " "), value: $0.kind) }, combine: { $0.union($1) })

    private static let lastLetters: [Unit] = ["e", "n", "o", "p", "r", "y"].map { Unit(ascii: $0) }

    /// Words for telephones, mobile phones, fax machines and services that go by phone numbers, in about eighty
    /// languages.
    private static let telephones: [String] = [
        "bimbit", "cel", "cell", "cellno", "cellnumber", "cellphone", "cellular", "cellulare", "celular",
        "celulares", "celulari", "celularul", "ceptel", "ceptelefonu", "didong", "dienthoai", "durchwahl",
        "facsimile", "farsimi", "fax", "festnetz", "ffon", "fon", "fone", "fono", "foonu", "guthan", "handy",
        "handynr", "handynummer", "homephone", "imessage", "iselula", "kannykka", "komorka", "komorkowe",
        "komorkowy", "landline", "matkapuhelin", "mob", "mobiel", "mobil", "mobilais", "mobile", "mobileno",
        "mobilenumber", "mobilephone", "mobiles", "mobilfunk", "mobilni", "mobilnr", "mobilnummer", "mobilny",
        "mobilszam", "mobiltel", "mobiltelefon", "mobilus", "mobitel", "movil", "msisdn", "mugikorra",
        "nambayasimu", "natel", "nohp", "nomorhp", "nomre", "numartelefon", "numtel", "phn", "phone",
        "phoneno", "phonenr", "phonenum", "phonenumber", "phonenumbers", "phones", "postelefono", "puh",
        "puhelin", "puhelinnumero", "recapito", "rufnummer", "sakelekoa", "sdt", "selepono", "selfoon",
        "selpon", "simanumer", "smartphone", "sodienthoai", "symudol", "taleefan", "talr", "talrunis", "tel",
        "telc", "tele", "telefon", "telefonas", "telefone", "telefones", "telefoni", "telefonino",
        "telefoninumber", "telefonne", "telefonnr", "telefonnumer", "telefonnummer", "telefono", "telefonoa",
        "telefonos", "telefons", "telefonszam", "telefonu", "telefonul", "telefonum", "telefony", "telefoon",
        "telefoonnummer", "telef", "telefonska", "telefonnecislo", "telefonske", "kom", "komorkowy", "telemovel",
        "telephone", "telephoneno", "telephonenumber", "telephones",
        "telephonique", "telepon", "telno", "telnr", "telnum", "telp", "telpon", "tfn", "tfno", "thoai", "tlf",
        "tlfno", "tlfnr", "tlm", "tph", "ucingo", "viber", "wapp", "watsapp", "whatsap", "whatsapp",
        "workphone", "wsp", "zapzap", "κιν", "κινητο", "τηλ", "τηλεφωνα", "τηλεφωνο", "ваибер", "ватсап",
        "ватсапп", "вацап", "вотсап", "мабільны", "моб", "мобаил", "мобила", "мобилан", "мобилен", "мобилни",
        "мобильник", "мобильныи", "мобитель", "мобільнии", "номертелефона", "сотовыи", "тел", "телефон",
        "телефона", "телефону", "телефоны", "тэлефон", "ұялы", "բջջային", "հեռ", "հեռախոս", "տել", "וואטסאפ",
        "ווטסאפ", "טל", "טלפון", "טעלעפאן", "נייד", "סלולרי", "פלאפון", "الجوال", "المحمول", "الموبايل",
        "الهاتف", "تلفن", "تلفون", "تليفون", "تماس", "تەلەفۆن", "جوال", "جوالي", "فون", "محمول", "موبايل",
        "مۆبايل", "نقال", "هاتف", "هاتفي", "همراه", "واتس", "واتساب", "واتساپ", "ٹيليفون", "ټليفون", "टेलीफोन",
        "दूरभाष", "फोन", "भ्रमणध्वनी", "मोबाइल", "मोबाईल", "व्हाट्सएप", "টেলিফোন", "ফোন", "মুঠোফোন", "মোবাইল",
        "ਫੋਨ", "ਮੋਬਾਈਲ", "ટેલિફોન", "ફોન", "મોબાઇલ", "அலைபேசி", "கைபேசி", "தொலைபேசி", "போன்", "மொபைல்", "ఫోన్",
        "మొబైల్", "ದೂರವಾಣಿ", "ಫೋನ್", "ಮೊಬೈಲ್", "ഫോൺ", "മൊബൈൽ", "ජංගම", "දුරකථන", "მობ", "მობილური", "ტელ",
        "ტელეფონი", "ሞባይል", "ስልክ",
    ]

    /// The same in scripts that do not part words, where it may end or begin a longer run of letters.
    private static let joined: [String] = [
        "ติดต่อ", "มือถือ", "เบอร์", "เบอร์โทร", "โทร", "โทรศัพท์", "ເບີໂທ", "ໂທ", "ໂທລະສັບ", "ဖုန်း", "ဖုန်းနံပါတ်",
        "ទូរស័ព្ទ", "លេខទូរស័ព្ទ", "でんわ", "ケータイ", "スマホ", "ファックス", "传真", "座机", "微信", "手提", "手机", "手机号", "手机号码", "手機",
        "携帯", "携帯番号", "携帯電話", "电话", "电话号码", "移动电话", "联系", "联系电话", "聯絡", "聯絡電話", "行動電話", "連絡", "連絡先", "電話", "電話番号",
        "電話番號", "모바일", "연락", "연락처", "전화", "전화번호", "폰번호", "핸드폰", "휴대전화", "휴대폰",
    ]

    /// Words that may also stand beside other numbers.
    private static let contacts: [String] = [
        "anrufen", "appeler", "appelle", "bel", "bellen", "call", "callback", "caller", "calling", "callme",
        "calls", "cep", "chame", "chiama", "chiamata", "contact", "contactez", "contactno", "contacto",
        "contacts", "contato", "contatto", "dial", "dialin", "dt", "dzwonic", "emergency", "gsm", "helpline",
        "hotline", "hp", "hubungi", "iletisim", "imo", "kontakt", "ligar", "linia", "llama", "llamada",
        "llamar", "mms", "msg", "nomer", "nomor", "number", "numbers", "pager", "ph", "portable", "reach",
        "ring", "ringa", "ruf", "sel", "signal", "simi", "simu", "sms", "soita", "telegram", "text", "txt",
        "voicemail", "volat", "volej", "wa", "waya", "whats", "zadzwon", "zap", "zvoni", "гар", "зв",
        "звоните", "звонить", "контакт", "позвоните", "связи", "связь", "сот", "утас", "מספר", "נומר", "اتصل",
        "رقم", "شماره", "नंबर", "संपर्क", "যোগাযোগ",
    ]

    /// Ends of longer words that are about telephones, such as `driverphone`.
    private static let endings = [
        "phone", "phoneno", "phonenumber", "mobile", "mobileno", "telefon", "telefono", "whatsapp", "cellphone",
        "handynummer", "telefonnummer", "mobilnummer", "handy",
    ].map { $0.unicodeScalars.map(\.value) }

    /// Words that have such an ending and are about something else.
    private static let otherThings: [String] = [
        "allophone", "anglophone", "automobile", "earphone", "francophone", "gramophone", "headphone", "homophone",
        "hotel", "intel", "iphone", "iphones", "linphone", "locomobile", "megaphone", "microphone", "microtel",
        "motel", "payphone", "saxophone", "snowmobile", "softphone", "tmobile", "vodafone", "xylophone",
    ]

    /// Words that may stand between one of the others and the number.
    private static let fillers: [String] = [
        "at", "da", "de", "del", "di", "do", "du", "e", "el", "es", "est", "her", "him", "his", "i", "im", "is",
        "ist", "la", "le", "me", "my", "n", "no", "nomer", "nomor", "nr", "nro", "num", "numara", "numarasi", "numb",
        "number", "numer", "numeris", "numero", "nummer", "numurs", "o", "of", "on", "our", "the", "their", "to",
        "us", "број", "в", "на", "номер", "по", "は",
    ]

    /// Words after which something else than a telephone is called so: `mobile-app`, `phone masking`.
    private static let technology: [String] = [
        "accessories", "alert", "alerts", "api", "apis", "app", "application", "apps", "auth", "backend", "bank",
        "aviv", "banking", "book", "bot", "call", "calls", "bundle", "campaign", "carrier", "case", "cases", "center",
        "centre", "charger",
        "checkout", "client", "clients", "commerce", "device", "devices", "directory", "first", "format", "forwarding",
        "frontend", "game", "games", "gateway", "line", "lines", "login", "lookup", "marketing", "mask", "masked",
        "masking", "network", "notification", "notifications", "operator", "otp", "pattern",
        "pay", "payment", "payments", "plan", "plans", "platform", "pool", "pools", "prefix", "proxies", "proxy",
        "push", "queue", "range", "ranges", "relay", "repair", "router", "routing", "sdk", "service", "services",
        "session", "sessions", "shop", "store", "support", "team", "teams", "test", "testing", "tests", "tower",
        "tracker", "tracking", "ui", "user", "users", "ux", "validate", "validation", "validator", "verification",
        "verified", "verify", "wallet", "web",
    ]
}
