"""What stands around a name: words for persons, things, places of deployment, by language; written for this evaluation alone.

Not taken from the detector's tables, and not to be given to them: a table that is filled from here measures itself.
"""

ROLES = """driver rider courier customer client patient nurse doctor tenant landlord agent host guest buyer seller plumber cleaner tutor
student teacher coach therapist lawyer realtor electrician carpenter babysitter caregiver passenger dispatcher recruiter candidate
applicant member subscriber shopper technician handyman gardener broker photographer dentist veterinarian midwife pharmacist pilot
instructor caller employee manager accountant mechanic barber carer parent volunteer contractor consultant""".split()

# Words for a driver, a customer, a physician and the like in other languages.
LOCAL_ROLES = {
    "es": "conductor cliente paciente enfermera repartidor inquilino abogado pasajero", "pt": "motorista cliente paciente enfermeira entregador inquilino advogado passageiro",
    "fr": "chauffeur client patiente infirmière livreur locataire avocat passager", "de": "Fahrer Kunde Patient Ärztin Kurier Mieter Anwalt Fahrgast",
    "it": "autista cliente paziente infermiera corriere inquilino avvocato passeggero", "nl": "chauffeur klant patiënt verpleegster koerier huurder advocaat passagier",
    "da": "chauffør kunde patient sygeplejerske bud lejer advokat passager", "no": "sjåfør kunde pasient sykepleier bud leietaker advokat passasjer",
    "fi": "kuljettaja asiakas potilas hoitaja lähetti vuokralainen", "pl": "kierowca klient pacjent pielęgniarka kurier najemca", "cs": "řidič zákazník pacient sestra kurýr nájemce",
    "sk": "vodič zákazník pacient sestra kuriér nájomca", "hr": "vozač kupac pacijent sestra kurir stanar", "sl": "voznik stranka pacient sestra kurir najemnik",
    "ro": "șofer client pacient asistentă curier chiriaș", "hu": "sofőr ügyfél beteg nővér futár bérlő", "tr": "şoför müşteri hasta hemşire kurye kiracı",
    "ru": "водитель клиент пациент медсестра курьер арендатор", "bg": "шофьор клиент пациент сестра куриер наемател", "sr": "возач клијент пацијент сестра курир станар",
    "el": "οδηγός πελάτης ασθενής νοσοκόμα", "ja": "運転手 お客様 患者 看護師 配達員", "zh": "司机 客户 患者 护士 快递员", "zh-TW": "司機 客戶 患者 護士 快遞員", "ko": "기사 고객 환자 간호사 배달원",
    "ka": "მძღოლი კლიენტი პაციენტი", "et": "juht klient patsient", "lv": "vadītājs klients pacients", "lt": "vairuotojas klientas pacientas"
}
TITLES = {
    "en": (("Mr", "Mr.", "Dr", "Dr.", "Sir", "Prof."), ("Mrs", "Ms", "Ms.", "Miss", "Dr.", "Prof.")), "es": (("Sr.", "Don", "Dr."), ("Sra.", "Doña", "Dra.")),
    "pt": (("Sr.", "Dr."), ("Sra.", "Dra.", "Dona")), "fr": (("M.", "Monsieur", "Dr"), ("Mme", "Madame", "Dr")), "de": (("Herr", "Dr.", "Prof."), ("Frau", "Dr.", "Prof.")),
    "it": (("Sig.", "Signor", "Dott."), ("Sig.ra", "Signora", "Dott.ssa")), "nl": (("Dhr.", "Meneer", "Dr."), ("Mevr.", "Mevrouw", "Dr.")), "pl": (("Pan", "Dr"), ("Pani", "Dr")),
    "sv": (("Herr", "Dr."), ("Fru", "Dr.")), "cs": (("Pan", "Dr."), ("Paní", "Dr.")), "da": (("Hr.", "Dr."), ("Fru", "Dr.")), "tr": (("Bay", "Dr."), ("Bayan", "Dr.")), "ar": (("Mr", "Dr"), ("Mrs", "Dr")),
}
# Particles, with how the language writes them.
PARTICLES = {
    "nl": ("van", "van de", "van der", "de"), "de": ("von", "von der", "zu"), "fr": ("de", "du", "de la", "le"), "it": ("di", "de", "del", "della", "lo"),
    "es": ("de", "de la", "del", "de los"), "pt": ("da", "de", "dos", "do", "das"), "ar": ("bin", "ben", "al", "el", "ibn"), "fil": ("de la", "de", "dela"), "da": ("von", "af"), "sv": ("af", "von"),
    "he": ("ben", "bar"), "ga": ("o", "mac", "ni"), "mt": ("de",), "en": ("de", "van", "st"),
}
FOR = {
    "es": "Servicio para {}", "pt": "Linha de {}", "fr": "Ligne pour {}", "de": "Anschluss von {}", "it": "Linea di {}", "nl": "Lijn voor {}", "da": "Linje til {}", "no": "Linje til {}", "sv": "Linje för {}",
    "fi": "Linja: {}", "pl": "Linia dla {}", "cs": "Linka pro {}", "sk": "Linka pre {}", "hr": "Linija za {}", "ro": "Linie pentru {}", "hu": "Vonal: {}", "tr": "Hat: {}",
}
HONORIFICS = {"ja": ("様", "さん"), "ko": ("님", "씨"), "zh": ("先生", "女士"), "zh-TW": ("先生", "女士")}

THINGS = """phone number line proxy masking relay calls hotline mobile cell contact account profile taxi order delivery booking trip session
voicemail room channel inbox service team report ride visit appointment shift route pickup""".split()
ENVIRONMENTS = "prod production staging stage dev test qa uat sandbox preprod live demo canary beta".split()
REGIONS = "us eu us1 eu1 us-east-1 eu-west-2 emea apac latam ap-south-1 uk ldn nyc".split()
TAILS = "1 2 01 007 v2 2024 20260114 8841 new old tmp".split()

# For clean names: things, qualities, towns and firms' forms.
NOUNS = """harbor kettle planet bridge ladder window garden basket lantern engine bottle carpet meadow glacier tunnel pillow cactus pepper
orchard tractor anchor beacon compass cabin feather helmet island jacket kitchen library magnet notebook ocean pencil quarry ribbon saddle
temple umbrella valley wagon yard zipper otter falcon badger walrus""".split()
QUALITIES = "brave silent quick amber purple frozen gentle hollow lucky mighty narrow polished rapid shiny steady tiny urban vivid wild yellow".split()
TOWNS = """Berlin Rotterdam Madrid Lisbon Warsaw Prague Antwerp Zurich Oslo Helsinki Athens Istanbul Cairo Nairobi Lagos Mumbai Delhi Bangkok
Hanoi Manila Jakarta Tokyo Osaka Seoul Shanghai Stuttgart Melbourne Auckland Toronto Montreal Chicago Boston Gdansk Seattle Valencia Bordeaux
Malmo Bogota Quito Havana Leeds Bristol Glasgow Dublin Cork Lyon Turin Naples Seville Porto Krakow Munich Hamburg Cologne""".split()
FIRMS = ("{0} & {1} LLP", "{0} GmbH", "{0} and Sons", "{0} & Sons Ltd", "{0} Consulting Ltd", "{0}, {1} & Co.", "{0} Inc", "{0} Holdings PLC", "{0}-{1}-llp", "{0} Kft.", "{0} S.p.A.",
         "{0} & {1} Attorneys LLC", "{0} Bros. Ltd")
PLACES = ("{0} Street", "{0} Road depot", "{0} Avenue", "{0}-square-parking", "{0} Bridge", "{0} Park playground", "{0}-airport-taxi", "{0} Hospital", "{0} High School")
