import PII

/// Whether findings are right as often as their confidence says, on names that nobody fitted on.
struct Calibration: Sendable {
    private struct Band: Sendable {
        let range: Range<Double>
        /// Findings that name a kind that is there, of all in the band.
        var right = Share()
        /// Those in clean names.
        var inClean = 0
        var confidence = 0.0
    }

    /// How many names there are, and how many of them are clean.
    private var clean = Share()

    private var bands = [0.2, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01].adjacentPairs.map { Band(range: $0..<$1) }

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

    /// A table, and as its last column a plot: the share that is right as a bar, and `|` where the confidence stands.
    func show() {
        print(
            "  calibration: confidence, findings, its mean, right, right if 1 name in 10 held a person, plot of mean (|) and right"
        )
        for band in bands where band.right.whole > 0 {
            let mean = band.confidence / Double(band.right.whole)
            var plot = (0..<50).map { Double($0) < band.right.value * 50 ? "█" : "·" }
            plot[min(49, Int(mean * 50))] = "|"
            let upper = min(1, band.range.upperBound)
            print(
                "    \(band.range.lowerBound.fixed)–\(upper.fixed)  \(padded("\(band.right.whole)", 6))"
                    + "  \(padded(mean.percent, 6))  \(padded(band.right.percent, 6))"
                    + "  \(padded(rightIfTenth(band).percent, 6))  \(plot.joined())")
        }
        print(
            "    0.50–0.85: \(sum(0.5..<0.85)) right (goal ≥ 75.0%); 0.85 and above: \(sum(0.85..<2)) right (goal ≥ 95.0%)"
        )
    }

    private func sum(_ range: Range<Double>) -> Share {
        Share(bands.filter { range.contains($0.range.lowerBound) }.map(\.right))
    }

    /// The share of a band that would be right if one name in ten held a person: the finds in clean names count for more.
    private func rightIfTenth(_ band: Band) -> Double {
        let inPersonal = Double(band.right.whole - band.inClean) * 0.1 / Double(max(1, clean.whole - clean.part))
        let inClean = Double(band.inClean) * 0.9 / Double(max(1, clean.part))
        let right = Double(band.right.part) * 0.1 / Double(max(1, clean.whole - clean.part))
        return right / (inPersonal + inClean)
    }

    private func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

extension Array {
    /// Each element with the one after it.
    fileprivate var adjacentPairs: [(Element, Element)] { [(Element, Element)](zip(self, dropFirst())) }
}

extension Double {
    /// With two digits after the point.
    fileprivate var fixed: String {
        let hundredths = Int((self * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
}
