internal import Foundation
import PII

/// The figures of an evaluation beside the goals, as a table for people.
struct Summary {
    let score: Score
    let names: [LabelledName]

    func show() {
        let judged = names.count { $0.label != .neither }
        print("\(judged) names judged, \(names.count - judged) judged neither way")
        print("F1 over all kinds: \(percent(score.f1)) (goal 95 %)")
        let all = score.flagged { _ in true }
        let plain = score.flagged { $0.hasPrefix("clean-plain/") }
        print("clean names flagged: \(share(all.flagged, all.names)) (goal 2 %)")
        print("  plain service names, ids and numbers: \(share(plain.flagged, plain.names)) (goal 0.3 %)")
        for (group, counts) in score.clean.sorted(by: { $0.key < $1.key }) where counts.flagged > 0 {
            print("  \(group): \(share(counts.flagged, counts.names))")
        }
        print("found, by kind:")
        for kind in PIIKind.allCases {
            let (found, names) = score.recall(kind)
            guard names > 0 else { continue }
            let precise = found + (score.extras[kind] ?? 0)
            print("  \(kind.rawValue): \(share(found, names)), precision \(share(found, precise))")
        }
        let persons = score.personRecall { _ in true }
        let rare = score.personRecall { $0.contains("/person-rare") }
        print("person names found: \(share(persons.found, persons.names)) (goal 88 %)")
        print("  in no public list: \(share(rare.found, rare.names)) (goal 80 %)")
        for (group, counts) in score.persons.sorted(by: { $0.key < $1.key }) {
            print("  \(group): \(share(counts.found, counts.names))")
        }
    }

    private func percent(_ value: Double) -> String {
        value.formatted(.percent.precision(.fractionLength(1)).locale(Locale(identifier: "en")))
    }

    private func share(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "none" : "\(percent(Double(part) / Double(whole))) (\(part) of \(whole))"
    }
}
