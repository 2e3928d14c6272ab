/// Words that say of the date beside them that somebody was born then; expressions stand without their separators.
enum BirthWords {
    /// A word that says so wherever it stands.
    static let plain = WordTable(latin + " " + other)

    /// Those of Latin letters, and abbreviations.
    static let latinWords = latin + " " + abbreviations

    /// An abbreviation that says so only with its dot.
    static let dotted = WordTable(abbreviations)

    private static let abbreviations =
        "ur r n d.n dn geb g f fød født szül nasc nac rozhd gim dz sünd др р нар род γεν"

    /// Words for the day that comes every year, and for birth in other senses.
    static let weak = WordTable(
        "birth births birthday bday anniversaire cumpleaños aniversario compleanno urodziny födelsedag fødselsdag geburtstag 生日 생일 誕生日"
    )

    /// What may stand between such a word and the date.
    static let fillers = WordTable(
        """
        on in at the is of date day dt le il el la los am den der die dne dnia em de del des du a al um ngày ngay ng d datum \
        data dato fecha jour tarih tarihi tgl tanggal no nr year år в дата года год г день την στις on: ב يوم تاريخ दिनांक तिथि को 于 於 は : \
        est was em:
        """)

    private static let latin = """
        dob born birth births birthday birthdate birthdt birthday bday bdate bdt dateofbirth dayofbirth dobirth birthyear birthdatum \
        geb geboren geborene gebdat gebdatum gebtag geburtsdatum geburtstag geburt geboortedatum geboorte geboortedag \
        nele neele néle néele neen neea néà naissance datenaissance datedenaissance ddn nacele datenaiss naiss anniversaire \
        nacido nacida nacidoel nacimiento fechanac fechanacimiento fechadenacimiento fecnac fnacimiento nacio cumpleaños naceu \
        natoil natail natoa nataa nascita datanascita datadinascita datanasc nascitadata compleanno \
        nascido nascida nascimento datanascimento datadenascimento dtnasc dtnascimento nasceu nasc aniversario \
        urodzony urodzona urodzenia dataurodzenia urodzil urodziła dataur urodz urodziny \
        född födda födelsedatum födelsedag födelsedata fodelsedatum født fødselsdato fødselsdag fødsel foedt foedselsdato \
        fæddur fædd fæðingardagur syntynyt syntymäaika syntymäpäivä syntaika synt synnytty syntynytta \
        narozen narozena narozeni datumnarození narození nar narodený narodená narodenia dátumnarodenia \
        született szül születési születésidátum szülidő születésnap születés \
        născut născută nașterii datanașterii naștere datanasterii zidenastere \
        doğum doğumtarihi doğumlu doğumgünü dtarihi doğumtrh \
        rođen rođena rođenja datumrođenja rodjen rodjena rodjenja datumrodjenja rojen rojena rojstva datumrojstva \
        gimęs gimusi gimimo gimimodata dzim dzimis dzimusi dzimšanas sündinud sünniaeg sünnikuupäev sünnipäev \
        lindur datëlindja lindja ditëlindja naixement datanaixement nascuda nacemento ganed ganwyd rugadh jaioteguna jaio \
        lahir tgllahir tanggallahir tarikhlahir lahirpada ngàysinh ngaysinh sinh sinhngày sinhnam namsinh \
        kuzaliwa amezaliwa alizaliwa tareheyakuzaliwa ipinanganak kapanganakan kaarawan tuğilgan tugilgan anadanolub \
        rozhdeniya dataRozhdeniya rodilsya rodilas narodzhennya narodivsya genniseos gennisi genethlia hizuke seinengappi tanjoubi \
        shengri chusheng saengnyeonworil saengil janm janmdin janmatithi janmdinank gebore geboortedatum
        """

    private static let other = """
        рожд рождения датарождения рождение родился родилась рожден рождена деньрождения народження датанародження народився \
        народилася народжений роден родена раждане рожденна датанараждане рођен рођена рођења датумрођења раѓање туған туылған \
        төрсөн нараджэння нарадзіўся \
        γεννηση γέννηση γέννησης γεννήθηκε γεννηθεις γενν γεννηθείς ημερομηνίαγέννησης γενέθλια γεννημένος γεννημένη \
        נולד נולדה לידה תאריךלידה יליד ילידת יוםהולדת תלידה \
        ميلاد الميلاد تاريخالميلاد مواليد ولد ولدت مولود المولد تولد متولد تاریختولد پیدائش تاریخپیدائش پیدا \
        जन्म जन्मतिथि जन्मदिन जन्मतारीख जन्मदिनांक জন্ম জন্মতারিখ জন্মদিন பிறந்த பிறப்பு பிறந்ததேதி జననం పుట్టిన పుట్టినతేదీ \
        ಜನನ ಜನ್ಮ ಹುಟ್ಟಿದ ಜನ್ಮದಿನಾಂಕ ജനനം ജനന ജനനതീയതി જન્મ જન્મતારીખ ਜਨਮ ਜਨਮਮਿਤੀ උපන් උපන්දිනය \
        เกิด วันเกิด เกิดวันที่ ເກີດ ວັນເກີດ កំណើត ថ្ងៃកំណើត မွေး မွေးနေ့ မွေးသက္ကရာဇ် \
        出生 出生日期 生日 生于 生於 诞生 出生年月 出生年月日 生年月日 誕生日 生まれ 生まれた 生 생년월일 생일 출생 출생일 태어난 \
        დაბადების დაბადებული ծնված ծննդյան ተወለደ ልደት የልደት
        """
}
