import PII

/// Whether findings are right as often as their confidence says, on names that nobody fitted on.
struct Calibration: Sendable {
    /// The findings of a range of confidence.
    private struct Band: Sendable {
        let range: Range<Double>
        /// Those that name a kind that is there.
        var right = Share()
        /// How many are in clean names.
        var inClean = 0
        /// The sum of their confidences.
        var confidence = 0.0
    }

    /// How many names there are, and how many of them are clean.
    private var clean = Share()

    private var bands = [
        0.2..<0.5, 0.5..<0.6, 0.6..<0.7, 0.7..<0.8, 0.8..<0.85, 0.85..<0.9, 0.9..<0.95, 0.95..<1.01,
    ].map { Band(range: $0) }

    /// Takes in what was found in a name.
    mutating func add(_ labelled: LabelledName, _ matches: [PIIMatch]) {
        guard case .kinds(let expected) = labelled.label else { return }
        clean.add(labelled.isClean)
        for match in matches {
            guard let band = bands.firstIndex(where: { $0.range.contains(match.confidence) }) else { continue }
            bands[band].right.add(expected.contains(match.kind))
            bands[band].inClean += labelled.isClean ? 1 : 0
            bands[band].confidence += match.confidence
        }
    }

    /// Prints a table with a plot in its last column: the share that is right as a bar, `|` where the confidence stands.
    func show() {
        print("  calibration: confidence, findings, their mean, right, right if 1 name in 10 held anything, and a plot")
        for band in bands where band.right.whole > 0 {
            let mean = band.confidence / Double(band.right.whole)
            var plot = (0..<50).map { Double($0) < band.right.value * 50 ? "█" : "·" }
            plot[min(49, Int(mean * 50))] = "|"
            let columns = ["\(band.right.whole)", mean.percent, band.right.percent, rightIfTenth(band).percent]
            print("    \(label(band.range))" + columns.map(padded).joined() + "  " + plot.joined())
        }
        for (range, goal) in [(0.5..<0.85, 0.75), (0.85..<1.01, 0.95)] {
            let sum = bands.filter { range.contains($0.range.lowerBound) }.reduce(into: Band(range: range)) {
                $0.right = Share([$0.right, $1.right])
                $0.inClean += $1.inClean
            }
            print(
                "    \(label(range)) in all: \(sum.right) right (goal ≥ \(goal.percent)); "
                    + "\(rightIfTenth(sum).percent) if 1 name in 10 held anything")
        }
    }

    /// The share of a band that would be right if one name in ten held personal data: what is found in clean names then
    /// counts for more.
    private func rightIfTenth(_ band: Band) -> Double {
        let personal = 0.1 / Double(max(1, clean.whole - clean.part))
        let inPersonal = Double(band.right.whole - band.inClean) * personal
        let inClean = Double(band.inClean) * 0.9 / Double(max(1, clean.part))
        return inPersonal + inClean == 0 ? 0 : Double(band.right.part) * personal / (inPersonal + inClean)
    }

    private func label(_ range: Range<Double>) -> String {
        [range.lowerBound, min(1, range.upperBound)].map {
            let hundredths = Int(($0 * 100).rounded())
            return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
        }.joined(separator: "–")
    }

    private func padded(_ text: String) -> String { String(repeating: " ", count: max(0, 8 - text.count)) + text }
}
