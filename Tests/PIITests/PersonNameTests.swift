import PII
import Testing

/// Names of persons in the forms that service names have them, and what only looks like one.
@Suite struct PersonNameTests {
    private let detector = PIIDetector()

    private func names(in text: String) -> [PIIMatch] {
        detector.find(in: text).filter { $0.kind == .personName && $0.level >= .medium }
    }

    @Test(arguments: [
        "driver_Maria_Garcia", "prod-maria-garcia-eu", "MariaGarcia", "mariagarcia", "GARCIA, Maria",
        "garcia.maria.masking",
        "proxy for Kwame Mensah", "Oluwaseun Adeyemi", "priyasharma", "RidesForPriyaSharmaEU",
        "Ludwig van Beethoven Müller",
        "Siobhan O'Connor", "DE JONG, Pieter", "Иван Петров", "Γιώργος Παπαδόπουλος", "محمد علي", "王小明", "山田太郎",
        "山田 太郎", "김민준", "司机王小明", "driver-kim-min-jun",
        "Min-jun Kim", "seo-yun_park", "Lucas de Groot", "Emil Müller", "tan-nguyen", "Bao Nguyễn", "lance_st_andrews",
        "driver-austin-jordan-paris",
        "Jill St. John", "prod-j-okafor", "maria-y-garcia", "Peterson E. A.",
    ])
    func givenAndFamilyNamesAreFound(_ text: String) {
        #expect(names(in: text).count == 1, "\(detector.find(in: text))")
    }

    @Test(arguments: [
        ("driver-priyanka", "single name beside a word for a role"),
        ("Kowalski family", "single name beside what belongs to somebody"),
        ("user-jgarcia", "user name of an initial and a family name"), ("Dr. Okafor", "name beside a title"),
        ("Frau Schmidt", "name beside a title"), ("herr-lindner", "name beside a title"),
        ("Dr. Müller", "name beside a title"), ("Mister Okafor", "name beside a title"),
        ("J. Kowalczyk", "initial and family name"), ("driver Will Grant", "beside a word for a role"),
        ("driver_Maria_Garcia", "separated by '_'"), ("mariagarcia", "run together"),
    ])
    func contextMakesAName(text: String, reason: String) {
        #expect(names(in: text).first?.reason.contains(reason) == true, "\(detector.find(in: text))")
    }

    @Test(arguments: [
        "austin-jordan-paris-shuttle", "berlin-paris-austin", "ride-sharing-us-east-1", "Flex Proxy Service",
        "Johnson Controls", "Charles Schwab", "may release",
        "grant-portal",
        "chase bank", "San Jose", "John F Kennedy Airport", "Will Grant", "maria-service", "phone-masking",
        "project-athena",
        "jenkins-agent", "高速", "南京", "김치", "Kundenservice Berlin", "servicio clientes",
        "https://maria-garcia.com/status",
        "ernst & young", "rose garden", "summer sale", "driver app", "customer support",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
        "Garcia GmbH", "Maria Garcia GmbH", "maria-garcia-ltd", "Miller & Sons", "Thomas Jefferson University",
        "Universidad Técnica de Machala", "Juan Perez International Airport", "Wendy's", "McDonald's", "be-garcia",
        "and-miller",
        "is-walker", "me-smith", "so-brown",
        // Legal forms with dots, partners, two families, initials and what firms make.
        "Peterson S.p.A.", "Garcia S.A.", "Miller N.V.", "Novak d.o.o.", "Maria Garcia S.L.", "Garcia S.A. de C.V.",
        "Peterson, Ward & Co.", "Baker McKenzie", "morgan-sindall", "Booz Allen Hamilton", "J.D. Wetherspoon",
        "W. L. Gore", "Garcia Therapeutics", "Henderson Semiconductor", "Jacobs Reinsurance",
        // Letters that are words, and words after a role.
        "sol y sombra", "puentes y caminos", "Nurse falcon order", "landlord-pillow-delivery",
    ])
    func whatOnlyLooksLikeANameIsNone(_ text: String) {
        #expect(names(in: text).isEmpty, "\(names(in: text))")
    }

    @Test(arguments: [
        ("prod-maria-garcia-eu", 5..<17), ("driver_Maria_Garcia", 7..<19), ("x José García y", 2..<15),
        ("司机王小明", 6..<15),
    ])
    func rangesAreThoseOfTheName(text: String, range: Range<Int>) {
        #expect(names(in: text).map(\.range) == [range])
    }

    @Test func masksHideTheWholeName() {
        #expect(detector.mask("driver_Maria_Garcia") == "driver_***")
    }
}
