internal import Foundation
import PII

/// Measures the detector on labelled names: `PIIEvaluation FILE…`, with `-` for what the generator prints, `--errors` to
/// list what it got wrong, `--speed` to time it, `--features` to print what names are judged by.
@main struct PIIEvaluation {
    static func main() {
        var arguments = CommandLine.arguments.dropFirst()
        let listsErrors = take("--errors", from: &arguments)
        let speed = take("--speed", from: &arguments)
        let features = take("--features", from: &arguments)
        guard !arguments.isEmpty else {
            fail("usage: PIIEvaluation [--errors | --speed | --features] FILE.tsv… [-]", status: 64)
        }
        do {
            let names = try arguments.flatMap(LabelledName.read)
            if listsErrors || features, names.contains(where: \.isHeldOut) {
                fail(
                    "The test part is for sums alone: `generate.py development` prints the part to look at.", status: 64
                )
            }
            if features {
                printFeatures(names)
            } else if speed {
                Speed(names).report()
            } else if listsErrors {
                printErrors(names)
            } else {
                evaluate(names)
            }
        } catch {
            fail("\(error)", status: 1)
        }
    }

    private static func take(_ flag: String, from arguments: inout ArraySlice<String>) -> Bool {
        let isThere = arguments.contains(flag)
        arguments.removeAll { $0 == flag }
        return isThere
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        try? FileHandle.standardError.write(contentsOf: Data((message + "\n").utf8))
        exit(status)
    }

    /// The features of each name's candidates, as `Generator/weights.py` reads them.
    private static func printFeatures(_ names: [LabelledName]) {
        print(NameFeature.allCases.map { "\($0)" }.joined(separator: " "))
        for labelled in names {
            guard case .kinds(let kinds) = labelled.label else { continue }
            print("name \(kinds.contains(.personName) ? 1 : 0)")
            for features in PIIDetector().nameFeatures(of: labelled.name) {
                print(features.map { "\($0.feature.rawValue):\($0.amount)" }.joined(separator: " "))
            }
        }
    }

    private static func printErrors(_ names: [LabelledName]) {
        let detector = PIIDetector()
        for labelled in names {
            let matches = detector.find(in: labelled.name)
            let found = Set(matches.filter { $0.level >= .medium }.map(\.kind))
            guard case .kinds(let expected) = labelled.label, expected != found else { continue }
            let reasons = matches.map {
                "\($0.kind.rawValue) \($0.confidence.formatted(.number.precision(.fractionLength(2)))) (\($0.reason))"
            }
            print(
                [
                    expected.map(\.rawValue).sorted().joined(separator: ","), Score.key(labelled), labelled.name,
                    reasons.joined(separator: "; "),
                ].joined(separator: "\t"))
        }
    }

    private static func evaluate(_ names: [LabelledName]) {
        let detector = PIIDetector()
        var set = Score()
        var parts: [LabelledName.Part: Score] = [:]
        var calibration = Calibration()
        for labelled in names {
            let matches = detector.find(in: labelled.name)
            let found = Set(matches.filter { $0.level >= .medium }.map(\.kind))
            switch labelled.source {
            case .file: set.add(labelled, found: found)
            case .part(let part): parts[part, default: Score()].add(labelled, found: found)
            }
            if labelled.isHeldOut { calibration.add(labelled, matches) }
        }
        if !parts.isEmpty { PartSummary(scores: parts, calibration: calibration).show() }
        if !set.isEmpty { Summary(score: set).show() }
    }
}
