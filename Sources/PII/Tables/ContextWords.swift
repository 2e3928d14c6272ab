/// Words that say what the number beside them is, in lower case.
enum ContextWords {
    /// The number is a version.
    static let version: WordSet = [
        "v", "ver", "vers", "version", "versions", "rel", "release", "releases", "rev", "revision", "build", "r", "b",
        "sdk",
        "api", "tag", "fw", "firmware", "semver", "sw", "software", "patch", "hotfix", "update", "upgrade", "pkg",
        "package", "lib", "jar", "gem", "npm", "image", "chrome", "chromium", "firefox", "safari", "kernel",
        "android", "ios", "macos", "windows", "win", "cli", "flex", "plugin", "schema", "model", "sprint",
        "nginx", "redis", "postgres", "mysql", "java", "python", "nodejs", "dotnet", "assembly", "msi",
    ]

    /// What follows the number of a version that is not final.
    static let prerelease: WordSet = [
        "rc", "alpha", "beta", "snapshot", "final", "ga", "hotfix", "patch", "preview", "pre", "nightly", "release",
        "build",
        "rev", "sp", "m", "stable", "lts",
    ]

    /// The number is an address on the network.
    static let address: WordSet = [
        "ip", "ips", "ipv", "ipaddr", "ipaddress", "addr", "address", "host", "hosts", "hostname", "server", "srv",
        "src", "dst",
        "from", "peer", "gateway", "gw", "vpn", "remote", "origin", "router", "subnet", "cidr", "dns", "wan", "lan",
        "ec",
        "sip", "trunk", "sbc", "whitelist", "allowlist", "blocklist", "clientip", "userip", "remoteip", "adresse",
        "ipadresse", "direccion", "indirizzo", "endereco", "adres", "ipadres",
        "адрес", "айпи", "地址", "アドレス", "주소",
    ]

    /// The number is a bank account.
    static let account: WordSet = [
        "iban", "ibans", "ibanno", "ibannr", "account", "acct", "konto", "kontonr", "kontonummer", "cuenta", "compte",
        "conto", "conta",
        "rekening", "rekeningnummer", "bankkonto", "bankaccount", "rachunek", "hesap", "tili", "tilinumero",
        "kontonummer",
    ]

    /// The number is a payment card; expressions stand without their separators.
    static let card = WordTable(
        """
        card cards cardno cardnumber cardnum cardnr creditcard creditcards debitcard debitcards bankcard paymentcard prepaidcard cc ccn \
        ccnum ccno ccnumber pan panno pannumber credit debit visa visacard visaelectron mastercard mc amex americanexpress discover diners \
        dinersclub jcb unionpay cup maestro mir rupay elo hipercard troy cartebancaire cartebleue interac payment carte cartes \
        cartecredit cartedecredit numerocarte karte karten kreditkarte kreditkartennummer kartennummer kreditkartennr bankkarte debitkarte \
        girocard kkn tarjeta tarjetas tarjetacredito tarjetadecredito numerotarjeta tarjetadebito carta cartacredito cartadicredito \
        numerocarta bancomat cartao cartaodecredito cartaocredito numerocartao kaart creditcard betaalkaart bankpas kaartnummer \
        kreditkort betalkort bankkort betalingskort kort kortnummer kortnr luottokortti maksukortti pankkikortti korttinumero kortti \
        karta kartakredytowa kartaplatnicza numerkarty nrkarty kartykredytowej kreditnikarta kreditnykarta platebnikarta cislokarty \
        kreditna kreditnakartica kartica brojkartice karticna stevilkakartice hitelkartya bankkartya kartyaszam kartya card card cardul \
        cardcredit kredikarti kartno kartnumarasi bankakarti krediitkaart pangakaart kaardinumber kreditkarte kredito kortele \
        kredītkarte kartenumurs thetindung sothe thenganhang kartukredit nomorkartu kartudebit kadkredit nombor kad kadi pistotiki \
        карта карты карту картка картки картица кредитнаякарта номеркарты банковскаякарта картой кредитнакартка номеркартки кредитна \
        κάρτα κάρτας πιστωτική πιστωτικήκάρτα αριθμόςκάρτας כרטיס כרטיסאשראי אשראי بطاقة بطاقةائتمان رقمالبطاقة الائتمان کارت \
        شمارهکارت کریڈٹکارڈ کارڈ कार्ड क्रेडिटकार्ड कार्डनंबर কার্ড ক্রেডিটকার্ড அட்டை கார்டு కార్డు కార్డ్ ಕಾರ್ಡ್ കാർഡ് કાર્ડ ਕਾਰਡ \
        บัตร บัตรเครดิต เลขบัตร หมายเลขบัตร 卡 卡号 信用卡 银行卡 信用卡号 借记卡 卡號 銀行卡 信用卡號碼 カード カード番号 クレジットカード クレカ 카드 카드번호 신용카드 체크카드 \
        ბარათი քարտ карт
        """)

    /// The number counts or names a thing, and is about nobody.
    static let identifier: WordSet = [
        "id", "ids", "order", "orders", "ticket", "tickets", "invoice", "inv", "ref", "reference", "job", "build",
        "run",
        "tracking", "track", "serial", "sn", "sku", "part", "batch", "session", "case", "request", "req", "task", "txn",
        "transaction", "trace", "span", "imei", "ean", "upc", "gtin", "isbn", "barcode", "seq", "sequence", "counter",
        "issue",
        "pr", "commit", "epoch", "ts", "timestamp", "time", "uid", "asset", "item", "lot", "shipment", "parcel", "awb",
        "snowflake", "event", "msg", "message", "hash", "checksum", "revision", "rev", "po",
    ]
}
