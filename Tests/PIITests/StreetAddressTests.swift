import PII
import Testing

/// Addresses of many countries, and the names of services, roads and brands that look like them.
@Suite struct StreetAddressTests {
    private let detector = PIIDetector()

    private func found(in text: String) -> [PIIMatch] { detector.find(in: text).filter { $0.kind == .streetAddress } }

    @Test(arguments: [
        "221B Baker Street", "12-main-st", "12 Main St", "Hauptstraße 12", "Musterstr. 5a", "musterstr-5a",
        "12 rue de la Paix", "12, rue de la Paix", "12-rue-de-la-paix", "5 bis rue Victor Hugo", "12 avenue Foch",
        "calle Mayor 5", "calle-mayor-5", "Calle 12 # 34-56", "Carrera 7 No. 71-21", "via Roma 10", "Via Roma 10",
        "via-roma-10", "Rua Augusta 1500", "Rua Augusta, 1500", "ul. Piotrkowska 104", "ulitsa Lenina 5",
        "ул. Ленина 5", "ул. Ленина, д. 5, кв. 10", "улица Пушкина дом 10", "Kungsgatan 12", "kungsgatan_12",
        "Storgata 3", "Mannerheimintie 12", "Kerkstraat 12", "kerkstraat12", "Atatürk Caddesi 15",
        "Atatürk Cad. No: 15", "İstiklal Caddesi No 15", "長安街100号", "北京市朝阳区建国路88号", "東京都渋谷区渋谷1-2-3", "渋谷2丁目21番1号",
        "서울시 강남구 테헤란로 152", "서울특별시 종로구 세종대로 110", "PO Box 123", "P.O. Box 4567", "pobox-123", "Postfach 12345",
        "Apartado 55", "apartado postal 55", "Postbus 1234", "Postboks 44", "flat 5B, 12 Main Street", "Apt 5",
        "apartment 12", "123 5th Avenue", "350 5th Ave", "42 W 34th St", "1600 Pennsylvania Avenue NW",
        "10 Downing Street", "deliver-to-10-downing-street", "ride_12_Oak_Lane_eu", "4821 Johnson Mills",
        "789 Elm Dr", "55 Church Rd", "12 St Mary's Road", "Berliner Straße 12", "Lange Str. 5", "Am Markt 5",
        "Váci utca 12", "Brīvības iela 12", "Gedimino prospektas 5", "Pikk tänav 5", "Václavské náměstí 12",
        "Strada Lunga 12", "Bulevardul Unirii 5", "Jl. Sudirman 12", "Jalan Ampang 12", "12 Jalan Ampang",
        "12 đường Lê Lợi", "12 Nguyen Hue Street", "99/1 ถนนสุขุมวิท", "شارع الملك فهد 12", "רחוב הרצל 5",
        "Λεωφόρος Κηφισίας 12", "Ερμού οδός 5", "Vesterbrogade 12", "Nørrebrogade 44B", "Keizersgracht 123",
        "Marktplatz 5", "Bahnhofstrasse 1", "HauptstrasseNr5", "Feldweg 3", "corso Vittorio Emanuele 12",
        "Piazza Garibaldi 3", "Paseo de la Reforma 222", "Avenida Paulista 1578", "Av. Paulista 1578",
        "av. de Mayo 12", "Rue de Rivoli 12", "12 Baker Street, London", "12MainStreet", "12 Mahatma Gandhi Road",
        "H.No. 12 Gandhi Nagar", "Flat No 5",
    ])
    func addressesAreFound(_ text: String) {
        let found = found(in: text)
        #expect(found.contains { $0.level >= .medium }, "\(detector.find(in: text))")
        #expect(detector.find(in: text).allSatisfy { $0.kind == .streetAddress }, "\(detector.find(in: text))")
        #expect(found.allSatisfy { $0.masked == "*** ***" }, "\(found)")
    }

    @Test(arguments: [
        "wall-street-bot", "main-st", "route-66", "highway 101", "area 51", "room 12", "floor 3",
        "building-7-intercom", "zone 4", "platform 9", "gate-12", "way 2 go", "drive2", "court-5", "place-42",
        "lane 3", "road-runner 2", "2-way-street-bot", "24-hour-road-service", "5-star-drive", "2024-road-show",
        "2024 summer road trip", "prod-main-street-api-2", "route-via-proxy-2", "sms-via-twilio-3",
        "park-and-ride-5", "4-wheel-drive", "flat-rate-5", "box-12", "monitoring-12", "sharing-5", "engineering-42",
        "spring-2024", "parkplatz-5", "bahnsteig 3", "porsche-carrera-911", "fiat-strada-2020", "calle-13",
        "strings-utils-2", "ul-test-2", "str-utils-2", "via-api-2", "ride-via-eu-2", "av-test-5", "us-east-1",
        "main-line-2", "5th-avenue", "fifth-avenue-shop", "1-800-flowers", "100-percent-drive", "365-health-center",
        "500 Startups", "3-lane-highway", "2-factor-auth", "route-planner-3", "place-holder-2", "2-place-holder",
        "prod-ring-2", "배차 서비스 2", "配车服务3号", "3号线", "第2街区", "渋谷線-2", "street-food-12", "road-toll-5",
        "highway-toll-33", "drive-12", "google drive 12", "lake-24", "avenue-5", "10-4-dispatch", "42-answers",
        "7-eleven-pickup", "hertz-rental-12", "way-2", "zone-12-main", "platform-9-main-hall", "weg-5", "platz 5",
        "市場調査-1-2-3", "配車サービス-2-0-1", "地铁路12号", "客服热线 3-1", "12号线", "町内会_5-8", "Session Shimmering 3",

        "3-point-turn", "404-error-page", "1-click-order", "24-7-support-line", "2-sided-marketplace", "500-mile-club",
        "4-seasons-hotel",
        "Wall Street Bot 2", "Main Street", "Abbey Road", "Kurfürstendamm", "Champs Élysées", "Highway 101",
        "Interstate 5", "unit tests 5",
        "apartment rental 5", "flat-design-2", "box-office-3", "po-box-service", "postfach", "drive-to-school-12",
        "street-view-5",
    ])
    func streetsAndNumbersOfOtherThingsAreNone(_ text: String) {
        #expect(found(in: text).isEmpty, "\(found(in: text))")
    }

    @Test(arguments: [
        "apt-28", "unit-5", "suite 200", "서비스로 2", "고객센터로 10", "渋谷1-2-3", "7-raze-way", "main-street-12",
        "prod 806 nairobi bridge", "街道办 3-1-6", "food.rue.bullock.3",
        "host_apartment_39",
    ])
    func numbersOfFlatsThatMayBeOthersStayLow(_ text: String) {
        #expect(!found(in: text).isEmpty)
        #expect(found(in: text).allSatisfy { $0.level == .low }, "\(found(in: text))")
    }

    @Test(arguments: [
        ("deliver-to-10-downing-street", 11..<28), ("prod Hauptstraße 12 eu", 5..<20),
        ("x, 12 rue de la Paix, Paris", 3..<20),
        ("Kerkstraat 12-14", 0..<16), ("42 W 34th St", 0..<12), ("东京 长安街100号", 0..<22),
    ])
    func rangesAreThoseOfTheAddress(text: String, range: Range<Int>) {
        #expect(found(in: text).map(\.range) == [range], "\(found(in: text))")
    }
}
