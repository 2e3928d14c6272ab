/// Top-level domains, to tell a mailbox's domain from a version, file or host name.
enum TopLevelDomains {
    /// Whether `label`, in lower case, is a country's top-level domain or one of the generic ones that mailboxes are found at.
    static func isKnown(_ label: String) -> Bool { known.contains(label) }

    /// Whether `label`, in lower case, is reserved (RFC 2606, RFC 6761, RFC 8375) or commonly used inside of networks.
    static func isSpecial(_ label: String) -> Bool { special.contains(label) }

    private static let special: Set<String> = [
        "corp", "example", "home", "internal", "intranet", "invalid", "lan", "local", "localdomain", "localhost",
        "onion",
        "private", "test",
    ]

    private static let known = Set((countries + " " + generic).split(separator: " ").map(String.init))

    /// ISO 3166-1 codes in the root zone, and ac, eu, su and uk.
    private static let countries = """
        ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg \
        ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh \
        gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp \
        kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc \
        ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si \
        sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg \
        vi vn vu wf ws ye yt za zm zw
        """

    /// Generic, sponsored and city domains of the root zone that have many registrations.
    private static let generic = """
        com net org edu gov mil int arpa info biz name pro aero asia cat coop jobs mobi museum post tel travel xxx academy \
        accountants agency amsterdam apartments app art associates attorney auto autos baby band bank barcelona bar beauty beer \
        berlin best bet bike bio blog blue boats boston boutique brussels build builders business buzz bzh cab cafe cam camera \
        camp capital car cards care career careers cars casa cash casino catering center ceo chat cheap church city claims \
        cleaning click clinic clothing cloud club coach codes coffee college cologne community company computer condos \
        construction consulting contact contractors cooking cool corsica country coupons courses credit cricket cruises \
        cymru cyou dance date dating day deals degree delivery democrat dental dentist design dev diamonds diet digital direct \
        directory discount doctor dog domains download earth eco education email energy engineer engineering enterprises \
        equipment estate eus events exchange expert exposed express fail faith family fans farm fashion film finance \
        financial fish fishing fit fitness flights florist flowers football forsale foundation frl fun fund furniture futbol \
        fyi gal gallery game games garden gay gent gift gifts gives glass global gmbh gold golf goog google graphics gratis \
        green group guide guitars guru hair hamburg haus health healthcare help here hiphop hiv hockey holdings holiday homes \
        horse hospital host hosting hotel house how icu immo immobilien inc industries ink institute insurance insure \
        international investments irish istanbul jewelry kaufen kim kitchen kiwi koeln krd kyoto land lat law lawyer lease legal \
        lgbt life lighting limited limo link live llc loan loans lol london lotto love ltd ltda luxe luxury madrid management \
        market marketing markets mba media memorial men menu miami moda moe mom money monster mortgage moscow motorcycles \
        movie nagoya network news ngo ninja nrw nyc observer one ong online ooo osaka page paris partners parts party pet \
        phd photo photography photos physio pics pictures pink pizza place plumbing plus poker porn press productions promo \
        properties property protection pub quebec quest racing radio realestate realtor realty recipes red rehab reise reisen \
        ren rent rentals repair report republican rest restaurant review reviews rich rio rip rocks rodeo ruhr run ryukyu \
        saarland sale salon sarl school schule science scot security select services sex sexy shiksha shoes shop shopping show \
        singles site ski skin soccer social software solar solutions soy space sport store stream studio study style sucks \
        supplies supply support surf surgery swiss sydney systems taipei tattoo tax taxi team tech technology tennis theater \
        tickets tienda tips tires tirol today tokyo tools top tours town toys trade training tube university uno vacations \
        vegas ventures vet viajes video villas vin vip vision vodka vote voting voyage wales wang watch webcam website wedding \
        wien wiki win wine work works world wtf xyz yachts yoga yokohama zip zone
        """
}
