import PII

/// The figures of the labelled set beside the goals, as a table for people.
struct Summary {
    let score: Score

    func show() {
        print(
            "\nLabelled set, which the detector has been tuned on: \(score.judged) names, \(score.neither) judged neither way"
        )
        print("F1 over all kinds: \(score.f1.percent) (goal 95 %)")
        print("clean names flagged: \(score.flagged()) (goal 2 %)")
        print("  plain service names, ids and numbers: \(score.flagged { $0.hasPrefix("clean-plain/") }) (goal 0.3 %)")
        for (group, share) in score.clean.sorted(by: { $0.key < $1.key }) where share.part > 0 {
            print("  \(group): \(share)")
        }
        print("found, by kind:")
        for kind in PIIKind.allCases where score.recall(kind).whole > 0 {
            print("  \(kind.rawValue): \(score.recall(kind)), precision \(score.precision(kind))")
        }
        print("person names found: \(score.personsFound()) (goal 88 %)")
        print("  in no public list: \(score.personsFound { $0.contains("/person-rare") }) (goal 80 %)")
        for (group, share) in score.persons.sorted(by: { $0.key < $1.key }) {
            print("  \(group): \(share)")
        }
    }
}
