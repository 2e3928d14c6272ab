internal import Foundation
import PII

/// How many names the detector reads in a second on one core: over thousands of real ones each, so that no figure is
/// that of a lucky string.
struct Speed {
    private let names: [LabelledName]

    /// How many names a round has at least.
    private static let roundSize = 100_000

    init(_ names: [LabelledName]) { self.names = names }

    func report() {
        print("\nNames a second of one core, the fastest of five rounds")
        show("mined from public repositories, clean", goal: 1_000_000) { $0.isPart && $0.group.hasPrefix("mined-") }
        show("universities and listed companies") { $0.source == .part(.public) }
        show("hard clean names of the labelled set", goal: 200_000) { $0.source == .file("clean-hard") }
        show("the whole labelled set") { !$0.isPart }
        show("persons of all cultures") { $0.isPart && $0.source != .part(.grid) && $0.label == .kinds([.personName]) }
        show("random identifiers") { $0.source == .part(.identifiers) }
        let masking = PIIDetector(PIIConfiguration(minimumConfidence: [.personName: 0.5]))
        row("URLs, as masking reads them", rate((0..<400).flatMap(Self.urls), masking), goal: nil)
    }

    private func show(_ label: String, goal: Int? = nil, where condition: (LabelledName) -> Bool) {
        let chosen = names.filter(condition).map(\.name)
        if !chosen.isEmpty { row("\(label) (\(chosen.count))", rate(chosen), goal: goal) }
    }

    private func row(_ label: String, _ rate: Int, goal: Int?) {
        let padding = String(repeating: " ", count: max(1, 54 - label.count))
        print("  \(label)\(padding)\(grouped(rate))" + (goal.map { "  (goal \(grouped($0)))" } ?? ""))
    }

    private func grouped(_ number: Int) -> String { number.formatted(.number.locale(Locale(identifier: "en"))) }

    private static func urls(_ index: Int) -> [String] {
        let number = index &* 0x9E37 % 9_000 + 1_000
        return [
            "https://hooks.northwind-rides.com/proxy/\(number)",
            "https://api.voice.globex-calls.net:8443/cb?x=\(number)",
        ]
    }

    private func rate(_ names: [String], _ detector: PIIDetector = PIIDetector()) -> Int {
        let rounds = max(1, Self.roundSize / names.count)
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

extension LabelledName {
    /// Whether the generator made the name.
    fileprivate var isPart: Bool {
        if case .part = source { true } else { false }
    }
}
