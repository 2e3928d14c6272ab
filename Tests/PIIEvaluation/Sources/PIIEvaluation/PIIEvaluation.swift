internal import Foundation
import PII

/// Measures the detector on labelled names: `PIIEvaluation FILE…`, `--errors` to list what it got wrong, `--speed` to
/// time it, `--features` to print what names are judged by.
@main struct PIIEvaluation {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        let listsErrors = take("--errors", from: &arguments)
        let speed = take("--speed", from: &arguments)
        let features = take("--features", from: &arguments)
        guard !arguments.isEmpty else {
            print("usage: PIIEvaluation [--errors] [--speed] [--features] FILE.tsv…")
            exit(64)
        }
        let names = try arguments.flatMap(read)
        if features {
            printFeatures(names)
        } else if speed {
            Speed(names).report()
        } else {
            evaluate(names, listsErrors: listsErrors)
        }
    }

    private static func take(_ flag: String, from arguments: inout ArraySlice<String>) -> Bool {
        let isThere = arguments.contains(flag)
        arguments.removeAll { $0 == flag }
        return isThere
    }

    private static func read(_ path: String) throws -> [LabelledName] {
        let url = URL(filePath: path)
        let file = url.deletingPathExtension().lastPathComponent
        let text = try String(contentsOf: url, encoding: .utf8)
        // By line feeds alone: a name may hold other characters that end lines.
        let lines = text.split { $0 == "\n" || $0 == "\r\n" }
        return try lines.enumerated().compactMap { number, line in
            if line.hasPrefix("# ") { return nil }
            guard let name = LabelledName(line, file: file) else {
                throw EvaluationError(description: "\(path):\(number + 1): no line of kinds, group, locale and name")
            }
            return name
        }
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

    private static func evaluate(_ names: [LabelledName], listsErrors: Bool) {
        let detector = PIIDetector()
        var score = Score()
        for labelled in names {
            let matches = detector.find(in: labelled.name)
            let found = Set(matches.filter { $0.level >= .medium }.map(\.kind))
            score.add(labelled, found: found)
            if listsErrors, case .kinds(let expected) = labelled.label, expected != found {
                let matches = matches.map {
                    "\($0.kind.rawValue) \($0.confidence.formatted(.number.precision(.fractionLength(2)))) (\($0.reason))"
                }
                print(
                    [
                        expected.map(\.rawValue).sorted().joined(separator: ","), labelled.file + "/" + labelled.group,
                        labelled.name, matches.joined(separator: "; "),
                    ].joined(separator: "\t"))
            }
        }
        Summary(score: score, names: names).show()
    }
}

struct EvaluationError: Error, CustomStringConvertible {
    let description: String
}
