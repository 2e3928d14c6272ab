/// Words that say of the number beside them that it is a passport's; expressions stand without their separators.
enum PassportWords {
    /// A word for a passport, or for its number.
    static let passport = WordTable(
        """
        passport passports passportno passportnumber passportnum passportnr passportid passnumber passno ppn ppno ppnumber pptno \
        passportcard travelpassport biometricpassport epassport usapassport mypassport userpassport travpass \
        passeport passeports numpasseport numéropasseport passeportno npasseport reisepass reisepaß reisepässe passnummer passnr \
        reisepassnr reisepassnummer pasaporte pasaportes numpasaporte passaporto passaporte passaporti numpassaporte nropasaporte \
        paszport paszportu nrpaszportu pas pasport pasporti pasportu pasaport pasaportno pasaportnumarasi paspoort paspoortnr \
        paspoortnummer pasnr pasnummer pasno pasnum pasnombor nopasport pass passi passinumero passin passport passnummer passet \
        pass útlevél útlevélszám utlevelszam pašaport pasoš pasos putovnica putovnice potnilist potnega pasaportë \
        pašaportas pasas cestovnípas cestovnýpas cestovníhopasu pase pass vegabréf vegabref passaport passaportu pasporta paso pasaporteng pasaportekopurua pasbort pasipoti \
        pasi hộchiếu hochieu sốhộchiếu sohochieu paspor nomorpaspor nopaspor pasporti zagranpasport zagranpasporta pasportnomer \
        nomerpasporta diavatirio diabatirio darkon jawaz jawazsafar huzhao hùzhào ryoken pasupoto yeogwon pasaportunuz pasportas \
        passportbook mrz passports
        """ + " " + other)

    /// Words that mean something else as often, so that the number must have a passport's letters.
    static let ambiguous = WordTable(
        "pas pass passi passet pase pasi paso passin mrz pasos")

    private static let other = """
        паспорт паспорта пасп загранпаспорт загранпаспорта паспортдані паспортныеданные паспорту пашпарт пасош пасоша пасошот паспорти \
        төлқұжат διαβατήριο διαβατηρίου αριθμόςδιαβατηρίου δαβατήριο דרכון מספרדרכון דרכונו הדרכון جواز جوازسفر جوازالسفر رقمالجواز \
        الجواز رقمجوازالسفر پاسپورت گذرنامه شمارهگذرنامه پاسپورٹ पासपोर्ट पासपोर्टनंबर पारपत्र राहदानी পাসপোর্ট கடவுச்சீட்டு \
        பாஸ்போர்ட் పాస్‌పోర్ట్ పాస్పోర్ట్ ಪಾಸ್ಪೋರ್ಟ್ പാസ്‌പോർട്ട് പാസ്പോർട്ട് પાસપોર્ટ ਪਾਸਪੋਰਟ ගමන්බලපත්‍රය พาสปอร์ต หนังสือเดินทาง \
        เลขหนังสือเดินทาง ໜັງສືຜ່ານແດນ លិខិតឆ្លងដែន ပတ်စ်ပို့ နိုင်ငံကူးလက်မှတ် 护照 护照号 护照号码 護照 護照號碼 旅券 旅券番号 \
        パスポート パスポート番号 여권 여권번호 პასპორტი პასპორტის անձնագիր ፓስፖርት
        """

    /// What may stand between such a word and the number: words for a number, and countries.
    static let fillers = WordTable(
        """
        no nr n nro num number numero número numéro nummer numer nomer nomor nombor number's numara numarası numarasi id is of the n° \
        serial series and серия сер номер ном № n.º nº αρ αριθμός αριθμ מספר מס رقم شماره نمبر नंबर संख्या নম্বর 番号 号码 号 號碼 號 번호 \
        เลขที่ หมายเลข số so us usa uk gb eu de fr es it nl pl ru ua in cn jp kr br mx ca au nz ie at ch se dk fi pt gr tr il sg \
        american british german french spanish italian dutch polish russian ukrainian indian chinese japanese korean brazilian \
        mexican canadian australian irish swiss turkish israeli holder nummern br's numurs číslo cislo č c br broj szám szama szám: numri \
        de del do di du la del: numero: hao
        """)
}
