internal import Foundation
import PII

/// How many names the detector reads in a second on one core.
struct Speed {
    private let names: [LabelledName]
    private static let typical = [
        "prod-ride-masking-eu", "staging-delivery-proxy", "ride-sharing-us-east-1", "Flex Proxy Service",
        "contact-manager-proxy",
        "My Service", "dev_call_masking", "support-hotline-emea", "BookingMaskingProd", "driver-rider-proxy-v2",
    ]

    init(_ names: [LabelledName]) { self.names = names }

    func report() {
        print("names a second of one core, the fastest of five rounds:")
        print("  prod-ride-masking-eu: \(rate(["prod-ride-masking-eu"]))")
        print("  typical names: \(rate(Self.typical))")
        print("  all of the set: \(rate(names.map(\.name)))")
    }

    private func rate(_ names: [String]) -> Int {
        let detector = PIIDetector()
        let rounds = max(1, 200_000 / names.count)
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
