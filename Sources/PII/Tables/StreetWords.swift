/// Words for streets, and where each stands in the addresses of its language.
enum StreetWords {
    /// The places that a word for a street has in addresses.
    struct Place: OptionSet, Sendable {
        let rawValue: UInt16

        /// Last, after house number and name: `12 Main Street`.
        static let last = Place(rawValue: 1)
        /// So too, but it is a common word besides.
        static let weakLast = Place(rawValue: 2)
        /// So too, but seldom: `4821 Johnson Mills`.
        static let rareLast = Place(rawValue: 4)
        /// Before the name, and the house number at the end: `calle Mayor 5`.
        static let first = Place(rawValue: 8)
        /// So too, but it is a common word or abbreviation besides: `via Roma 10`.
        static let weakFirst = Place(rawValue: 16)
        /// Between the house number and the name: `12 rue de la Paix`.
        static let middle = Place(rawValue: 32)
        /// So too, but only before an article: `12 place de la Bastille`.
        static let weakMiddle = Place(rawValue: 64)
        /// Between the name and the house number: `Atatürk Caddesi 15`.
        static let after = Place(rawValue: 128)
        /// So too, but other numbers stand there as often: `Baker Street 221B`.
        static let weakAfter = Place(rawValue: 256)
    }

    /// Whole words.
    static let whole = WordTable<Place>(
        [
            ("street avenue boulevard", [.last, .weakAfter, .middle, .first]),
            ("ave blvd road crescent parkway pkwy", [.last, .weakAfter]),
            (
                """
                st rd lane ln drive dr court ct way close square sq terrace terr cres circle cir trail trl gardens gdns grove mews row \
                hill heights hts plaza esplanade parade promenade quay wharf croft vale highway hwy marg chowk nagar salai colony bazaar ganj zila \
                alley rise walk path loop ridge crossing park green
                """, [.weakLast]
            ),
            (
                """
                oval fall ramp center centre lights light locks quadrant cutting cross circuit concourse copse dell fairway grange glade reach \
                branch bridge brook brooks burg burgs bypass camp canyon cape causeway cliff cliffs common commons corner corners courts \
                cove coves creek crest curve dale dam divide estate estates expressway extension falls ferry field fields flats ford forest \
                forge forks fort freeway garden gateway glen glens greens groves harbor harbors haven hills hollow inlet island islands isle \
                junction junctions key keys knoll knolls lake lakes land landing lodge mall manor manors meadow meadows mill mills mission \
                motorway mount mountain mountains neck orchard oval parks parkways pass passage pike pine pines place plain plains point points \
                port ports prairie radial ranch rapid rapids rest ridges river roads run shoal shoals shore shores spring springs \
                spur squares stravenue stream streets summit throughway trace track trafficway tunnel turnpike union unions valley valleys \
                viaduct view views village villages ville vista walks wall ways well wells drives circles crossings centers mews
                """, [.rareLast]
            ),
            (
                """
                calle avenida avda carrer passeig paseo rua travessa alameda rodovia viale vicolo piazza lungotevere ulitsa ulica ulicy \
                prospekt pereulok bulvar shosse naberezhnaya ploshchad vulytsia vulitsa bulevardul soseaua calea aleea jiron strada \
                улица ул вулиця вул вулица проспект просп бульвар бул переулок пер провулок шоссе набережная наб площадь площа проезд шосе сквер узвіз набережна булевар \
                ulice οδος οδού λεωφορος λεωφόρος λεωφ πλατεία خیابان کوچه רחוב רח שדרות שד mtaa lorong bulevar bulevard
                """, [.first, .after]
            ),
            ("نهج طريق زنقة ساحة", [.first, .middle]),
            ("خیابان کوچه جاده بلوار", [.last]),
            ("rue chemin impasse ruelle bd jalan jln duong شارع ถนน ซอย", [.first, .middle]),
            ("allee quai", [.first, .middle, .after]),
            (
                "place cours route passage cite villa chaussee pho ngo hem soi thanon lotissement",
                [.weakMiddle, .weakFirst]
            ),
            ("av jl", [.weakFirst, .weakMiddle, .last]),
            (
                """
                via largo corso plaza place carrera cra kra cr diagonal transversal camino ronda travesia travessia ladeira praca estrada ul al \
                pl os str jr cl vul pr per nab д пл пр ш borgo contrada salita lungomare plac glorieta callejon pasadizo cuesta rambla circuito eje ampliacion prolongacion retorno andador viaducto continuacion \
                quadra recanto chacara loteamento sitio jardim viela vereda passarela residencial condominio conjunto patio setor stretto \
                incrocio rotonda canale gg παρ πλ rang aleja aleje osiedle soi cesta trida namesti \
                gang strasse placa pasaje privada cerrada calzada carretera blvd bul sok
                """, [.weakFirst]
            ),
            (
                """
                caddesi cad sokak sokagi bulvari utca utcaja iela gatve tanav maantee katu korut setany rakpart namesti trida bulvaris \
                prospekts prospektas strasse strada gatan vagen vej gade straat laan allé tie gata veien gracht prospekt cesta gasse ქ
                """, [.after]
            ),
            (
                "sk cd tn mnt pot gaten ter krt ut trg ulica str weg platz plads plass allee gt vei bulevard ring ufer markt nam sok",
                [.weakAfter]
            ),
        ], combine: { $0.union($1) })

    /// Words of services that streets are named with as well.
    static let names = WordTable(
        """
        main park market station bridge mill church school court garden gate hill club port hospital university college central state city \
        town club express kingston queen king prince victoria first second third fourth fifth sixth green one museum bank dock docks \
        depot ford orange chase fleet rose public county union temple spring summer winter golden silver pine cedar maple oak elm
        """)

    /// Of the words that are common ones too, those that seldom begin a service's name.
    static let plainFirst = WordTable(
        "via corso largo praca namesti osiedle aleja lungomare contrada ul jl gg glorieta pasaje calzada rotonda callejon pasadizo quadra"
    )

    /// How far the ending of a word shows that it is a street's name.
    enum Ending: Sendable {
        /// Nothing but streets ends so.
        case certain
        /// Other words do too, but seldom before a number.
        case usual
        /// Only a capital and a space before the number make it one.
        case faint
    }

    /// Endings of words that are a street's name: `Hauptstraße`, `Kungsgatan`.
    static let endings = WordTable<Ending>([
        (
            """
            strasse strassen gasse straat gatan vägen katu gracht chaussee gaten veien vejen strasze stræde utca iela straße bulevardi \
            caddesi sokagi esplanadi stredet gränd
            """, .certain
        ),
        (
            """
            str weg platz damm ufer plein kade vej vei gade gata ntie ventie stigen torget steig stieg pfad graben laan singel allee kuja polku \
            kaari dreef steeg plads plass backen vegen väg
            """, .usual
        ),
        (
            """
            opernring schottenring stubenring burgring parkring sachsenring hansaring stadtring hof baan boulevard tie skogen plassen toppen bakken haugen stien svingen løkka ringen kroken tunet parken markt wall twiete \
            anger
            """, .faint
        ),
    ])

    /// Words with such an ending that are no street's name.
    static let impostors = WordTable(
        """
        auntie cutie sweetie nightie bootie bahnhof gasthof busbahnhof flughof danger stranger firewall supermarkt wochenmarkt katie brigade renegade regata fregata frigata bahnsteig stellplatz parkplatz arbeitsplatz sitzplatz spielplatz lagerplatz startplatz \
        campingplatz sportplatz platz golfplatz ladeplatz liegeplatz standplatz fahrplatz substr unterweg unterwegs heimweg umweg \
        irrweg ausweg fluchtweg radweg fussweg amsterdamm decade arcade cascade blockade facade barricade stockade upgrade downgrade \
        renate hinweg durchweg tollgate milchstrasse einbahnstrasse datenautobahn wartungsstrasse feedback lieferweg transportweg monitoring \
        sharing string engineering routing billing messaging booking tracking masking pricing testing staging trading training catering \
        parking mapping matching meeting onboarding spring bring during processing streaming logging recording dialing calling ticketing \
        scheduling banking gaming shipping hiring shopping marketing everything hosting building
        """)

    /// Words whose number the number behind them is, so that it is no house's.
    static let counters = WordTable(
        """
        room floor gate zone platform line lane route highway hwy bus track terminal level phase stage tier area section ward district \
        sector version v ver release build rev step step chapter season episode day week month year quarter q sprint slot bay dock port \
        channel ch camera cam door lift elevator queue table seat row exit pier hangar stop pos kiosk sensor meter node server shard pod \
        cell block batch group team class grade type mode option part page copy no. interstate i route freeway bridge tunnel
        """)

    /// What may stand between street and house number.
    static let numberWords = WordTable(
        "no nr nro num number numero número numéro nummer n h nº n° nº: d дом д буд будинок km szam sz č cp č.p בית رقم پلاک số so"
    )

    /// What may stand behind the number of a numbered street.
    static let gridWords = WordTable("sur norte este oeste bis")

    /// Articles and prepositions in streets' names, no name by themselves.
    static let particles = WordTable(
        "de la le les du des d l del della dei delle di da do dos das den der dem am an im zum zur auf van het t y e i el los las of the à au aux"
    )

    /// The quarters of the compass, before or after names.
    static let directions = WordTable("n s e w ne nw se sw north south east west")

    /// What follows a street in an address.
    static let followers = WordTable(
        "apt apartment suite ste unit flat floor fl room n s e w ne nw se sw north south east west")

    /// Post-office boxes, before their number.
    static let boxes = WordTable(boxWords)

    private static let boxWords =
        """
        pobox pobx postofficebox postbox gpobox gpo lockedbag privatebag postalbox pmb postfach postfachnr schliessfach postbus postboks \
        postbox box postlåda postilokero pl. boîtepostale boitepostale apartadopostal apartadodecorreos apartado aptdo apdo apdopostal \
        casillapostal casillacorreo casilladecorreo casellapostale caixapostal cxpostal skrytkapocztowa skrpoczt poštovnípřihrádka pobox \
        poštanskipretinac postafiók pf. căsuțapoștală ταχυδρομικηθυρίδα абонентскийящик абонящик postakutusu pk. صندوقبريد صبريد \
        صندوقپستی ตู้ปณ ตู้ไปรษณีย์ 私書箱 郵便私書箱 邮政信箱 信箱 郵政信箱 사서함 kotakpos peti surat petisurat hòmthư תד תאדואר slp afgreiðsla
        """

    /// Boxes whose words mean something else too.
    static let weakBoxes = WordTable("box gpo pl. pf. pk. peti surat slp pmb 信箱 afgreiðsla")

    /// Flats and houses, before their number.
    static let flats = WordTable(flatWords)

    /// Both, to tell that there are none.
    static let boxesAndFlats = WordTable(boxWords + " " + flatWords)

    private static let flatWords =
        """
        বাড়ীনং হোল্ডিংনং অ্যাপার্টমেন্ট ফ্ল্যাট flat apt apartment flatno aptno apartmentno houseno hno doorno plotno house apto appartement appt departamento depto dpto wohnung \
        whg lakas lägenhet lgh leilighet lejlighed asunto daire dairen mieszkanie квартира кв квартири dom dom. дом шقة شقه דירה διαμ \
        appartamento int interno piso unit suite ste lot studio
        """

    /// Flats that are in doubt: an advanced persistent threat, a flat rate, a company's suite.
    static let weakFlats = WordTable(
        "unit suite studio ste house lot int interno piso dom dom. дом кв flat apt plotno daire asunto")

    /// Whether a kind of street, flat or box stands in a text, as its hints tell, or a name that ends in one before a number.
    static func mayStand(in units: UnsafeBufferPointer<Unit>, _ hints: WordHints) -> Bool {
        hints.contains(.street) || hints.contains(.streetEnding) && haveEnding(units)
    }

    /// Whether one of the two words before a number ends as the name of a street; `no` or the like may stand between.
    private static func haveEnding(_ units: UnsafeBufferPointer<Unit>) -> Bool {
        var position = 0
        var (last, before) = (0..<0, 0..<0)
        while position < units.count {
            let start = position
            position += 1
            if units[start].isDigit {
                if endings.suffix(of: units[last]) != nil || endings.suffix(of: units[before]) != nil { return true }
                while position < units.count, units[position].isDigit { position += 1 }
            } else if units[start].isAnyLetter {
                while position < units.count, units[position].isAnyLetter,
                    !Scan.startsWord(units[position], after: units[position - 1])
                {
                    position += 1
                }
                (before, last) = (last, start..<position)
            }
        }
        return false
    }
}
