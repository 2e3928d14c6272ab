import PII

/// The figures of what the generator makes beside the goals, as tables for people. Of the test part only sums are told.
struct PartSummary {
    let scores: [LabelledName.Part: Score]
    let calibration: Calibration

    /// The forms of the grid, in the order of `Generator/grid.py`, and the share that should be found at least.
    private static let gridGoals = [
        ("Given Family", 0.97), ("given-family", 0.97), ("given_family", 0.97), ("given.family", 0.97),
        ("GivenFamily", 0.95), ("Family, Given", 0.95), ("prod-given-family", 0.95),
        ("Service for Given Family", 0.95), ("given-family-driver", 0.97), ("Given Family phone", 0.97),
        ("driver-given-family", 0.99),
    ]

    func show() {
        for part in LabelledName.Part.allCases {
            guard let score = scores[part] else { continue }
            switch part {
            case .grid: showGrid(score)
            case .public: showClean(score, "Public lists that nobody tuned on, names flagged", goal: 0.02)
            case .identifiers: showClean(score, "Random identifiers flagged", goal: 0.0005)
            case .development: showDevelopment(score)
            case .test: showTest(score)
            }
        }
    }

    private func showGrid(_ score: Score) {
        print("Census grid: the 200 commonest given names of the United States with the 100 commonest surnames, found")
        for (form, goal) in Self.gridGoals {
            row(form, (score.persons["grid/\(form)"] ?? Share()).percent, goal: "≥ \(goal.percent)")
        }
        row("all forms", score.personsFound().percent, goal: nil)
    }

    private func showClean(_ score: Score, _ heading: String, goal: Double) {
        print("\n\(heading)")
        for (group, share) in score.clean.sorted(by: { $0.key < $1.key }) {
            row(Self.form(group), share.description, goal: "≤ \(goal.percent)")
        }
        row("all", score.flagged().description, goal: "≤ \(goal.percent)")
    }

    private func showDevelopment(_ score: Score) {
        print(
            "\nDevelopment part: persons of all cultures in all dresses, mined and made clean names (to look at: --errors)"
        )
        showSums(score)
        for (group, share) in score.persons.sorted(by: { $0.key < $1.key }) {
            row("  persons, \(Self.form(group))", share.description, goal: nil)
        }
        let hardest = score.locales.sorted { ($0.value.value, $0.key) < ($1.value.value, $1.key) }.prefix(10)
        row(
            "  persons, hardest cultures", hardest.map { "\($0.key) \($0.value.percent)" }.joined(separator: ", "),
            goal: nil)
        for (group, share) in score.clean.sorted(by: { $0.key < $1.key }) {
            row("  clean, \(Self.form(group))", share.description, goal: nil)
        }
    }

    private func showTest(_ score: Score) {
        print("\nTest part, which nobody fits on: the same with other words, names and repositories, sums alone")
        showSums(score)
        calibration.show()
    }

    private func showSums(_ score: Score) {
        let persons = score.personsFound()
        let mined = score.flagged { $0.contains("/mined-") }
        row("F1 over all kinds", score.f1.percent, goal: "≥ 96.0%")
        row("persons found", persons.description, goal: "≥ 90.0%")
        row("persons found, US census by frequency", (score.locales["US-census"] ?? Share()).description, goal: nil)
        row("persons found, of authors of commits", (score.locales["authors"] ?? Share()).description, goal: nil)
        for kind in PIIKind.allCases where kind != .personName && score.recall(kind).whole > 0 {
            row("\(kind.rawValue) found", score.recall(kind).description, goal: nil)
        }
        row("clean names flagged", score.flagged().description, goal: "≤ 2.0%")
        row("mined from public repositories", mined.description, goal: "≤ 1.0%")
        row("made", score.flagged { $0.contains("/made-") }.description, goal: nil)
        let (right, wrong) = (0.01 * persons.value, 0.99 * mined.value)
        row(
            "precision, if 1 name in 100 holds a person", (right + wrong == 0 ? 0 : right / (right + wrong)).percent,
            goal: nil)
    }

    private static func form(_ group: String) -> String { String(group.drop { $0 != "/" }.dropFirst()) }

    private func row(_ label: String, _ figure: String, goal: String?) {
        let padding = String(repeating: " ", count: max(1, 44 - label.count))
        print("  \(label)\(padding)\(figure)" + (goal.map { "  (goal \($0))" } ?? ""))
    }
}
