import PII
import SeededGenerator
import Testing

/// Numbers of all kinds but phones, made up at random: versions, times, tickets, ports, prices, coordinates, parts of identifiers.
@Suite struct CleanNumberTests {
    private static let count = 20_000

    /// `#` stands for a digit, `%` for one of 1 to 9, `x` for a hex digit, `@` for a capital, `*` for a sign between.
    private static let forms = [
        "v%.##.#", "v#.#.#-rc#", "%.#.####.####", "2024.%.##", "20##-0%-1#", "20##010%", "20##-0%-2#-##-##",
        "0%.1#.20##",
        "20##0%1#-1#####", "20##0%1#-1#####-###", "17########", "17###########", "%##", "%###", "%####", "%#####",
        "%######", "%#######",
        "%########", "%#########", "%##########", "%###########", "0###", "0######", "0000%###", "00000%#####",
        "@@@-%###", "@@@@-%####",
        "@@-%##-####", "@@%##-%###-###", "@@-20##-00%#", "INC00%#####", "CASE-00%#####", "REQ%######", "%###-%###",
        "80#0-80#9",
        "1####-2####", "0900-1700", "08##-18##", "10.%#.##.%#", "192.168.%.##", "%#.##.##.##", "%.%##.###",
        "%,###,###.##", "EUR %#.##",
        "%#.######,%#.######", "%#.####-1#.####", "-%#.#####", "xxxxxxxx-xxxx", "xxxx-xxxx-xxxx", "xxxxxxxxxxxx",
        "########-####",
        "####-####-############", "SKU-%##-##", "@@%##*%##", "%##-%##", "%#-%#", "lane-%#-%#-%##-%#", "%##*%##*%##",
        "%##*%##*%##*%##",
        "rack-%#-unit-%#", "%#x%#", "%###x%###", "1##-%######-#######", "%##/%##", "@%#*%#*##", "%-%###-%####-%",
        "978-%-##-######-#",
        "i-0xxxxxxxx", "sg-xxxxxxxx", "%####-####", "%######-##", "build-%####", "build.%##.%###", "r%######", "#%",
        "%#h", "%##ms",
        "%###-%###-%###-%###", "%#####-%#####", "%###.%##", "%-%-%", "%#-%#-%#", "%#.%#.%#", "@%#-@%#-%###",
        "0x%xxxxxxx", "%######_%##",
    ]

    private static let words = [
        "prod", "ride-masking", "eu-west-1", "us-east-2", "driver-pool", "call-center", "sms-proxy", "phone-masking",
        "tel-aviv", "queue",
        "shard", "node", "order", "ticket", "batch", "tenant", "fleet", "Owl", "Session", "flex", "dispatch", "backup",
        "mobile-app",
        "customer", "contact-manager", "numbers-pool", "text-service", "zone", "store", "hub", "canary",
        "callback-service", "whatsapp-bot",
        "voice", "route", "", "",
    ]

    @Test func numbersOfOtherKindsAreSeldomPhones() {
        var generator = SeededGenerator(seed: 99)
        var flagged: [String] = []
        let detector = PIIDetector()
        for _ in 0..<Self.count {
            let word = Self.words.randomElement(using: &generator) ?? ""
            let sign = ["-", "_", " ", "-", ""].randomElement(using: &generator) ?? ""
            let between = ["-", "_", " ", "."].randomElement(using: &generator) ?? ""
            var text = word.isEmpty ? "" : word + (sign.isEmpty && word.last != nil ? "-" : sign)
            for character in Self.forms.randomElement(using: &generator) ?? "" {
                switch character {
                case "#": text += generator.digits(1)
                case "%": text += generator.text(1, of: "123456789")
                case "x": text += generator.text(1, of: "0123456789abcdef")
                case "@": text += generator.text(1, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                case "*": text += between
                default: text.append(character)
                }
            }
            if Bool.random(using: &generator) {
                text += ["-eu", "_service", "-prod", " backup", "-v2"].randomElement(using: &generator) ?? ""
            }
            if detector.find(in: text).contains(where: { $0.kind == .phone && $0.level >= .medium }) {
                flagged.append(text)
            }
        }
        #expect(flagged.count * 1000 <= Self.count * 3, "\(flagged.count): \(flagged.prefix(40))")
    }
}
