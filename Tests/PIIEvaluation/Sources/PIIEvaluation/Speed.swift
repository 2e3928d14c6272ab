internal import Foundation
import PII

/// How many names the detector reads in a second on one core.
struct Speed {
    private let names: [LabelledName]

    /// How many names each kind of typical name is measured with, so that no figure is that of one lucky number.
    private static let variants = 200

    init(_ names: [LabelledName]) { self.names = names }

    func report() {
        print("names a second of one core, the fastest of five rounds:")
        let clean = names.filter { $0.isClean && ["clean-plain", "clean-hard"].contains($0.file) }.map(\.name)
        if !clean.isEmpty { print("  clean names of the set: \(rate(clean))") }
        print("  all of the set: \(rate(names.map(\.name)))")
        let typical = (0..<Self.variants).map(Self.typical)
        print("  typical names: \(rate(typical.flatMap(\.self)))")
        let masking = PIIDetector(PIIConfiguration(minimumConfidence: [.personName: 0.5]))
        print("  URLs, as masking reads them: \(rate((0..<Self.variants).flatMap(Self.urls), masking))")
        for index in typical[0].indices { print("  \(typical[0][index]): \(rate(typical.map { $0[index] }))") }
    }

    /// Names as customers give them; `index` makes their numbers differ.
    private static func typical(_ index: Int) -> [String] {
        let number = scattered(index)
        let short = String(number % 9_000 + 1_000)
        let long = String(number % 90_000 + 10_000)
        let hex = String(number, radix: 16) + String(scattered(index + 1_000), radix: 16)
        let hash = (hex + hex + hex).prefix(40)
        let uuid = "\(hash.prefix(8))-0000-4000-8000-\(hash.suffix(12))"
        let part = String(number % 60)
        return [
            "ride-sharing-us-east-\(number % 9 + 1)", "blindmatch-1\(number % 900_000_000_000 + 100_000_000_000)",
            "Owl_\(short)_\(uuid)_service", "BuildXpert Call Masking \(short)", "contact-manager-proxy-\(short)",
            "release-71.4.12.\(part)", "delivery-v1.2.3.\(part)", "My Service \(long)", "prod-masking-eu-\(long)",
            "build-\(hash)", "ticket-\(long)", "配車サービス-\(long)", "night shift 22:00-06:00 \(long)",
            "prod-ride-masking-eu", "Flex Proxy Service", "support-hotline-emea", "BookingMaskingProd",
        ]
    }

    private static func urls(_ index: Int) -> [String] {
        let number = scattered(index) % 9_000 + 1_000
        return [
            "https://hooks.northwind-rides.com/proxy/\(number)",
            "https://api.voice.globex-calls.net:8443/cb?x=\(number)",
        ]
    }

    /// A number that has nothing to do with those of the indices beside it (SplitMix64).
    private static func scattered(_ index: Int) -> UInt64 {
        var value = UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    private func rate(_ names: [String], _ detector: PIIDetector = PIIDetector()) -> Int {
        let rounds = max(1, 100_000 / names.count)
        var best = Double.infinity
        var found = 0
        for _ in 0..<5 {
            let start = processorSeconds()
            for _ in 0..<rounds {
                for name in names { found &+= detector.find(in: name).count }
            }
            best = min(best, processorSeconds() - start)
        }
        precondition(found >= 0)
        return Int(Double(rounds * names.count) / best)
    }

    /// The time that this process has had of a processor: what other programs do on the machine counts less.
    private func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
