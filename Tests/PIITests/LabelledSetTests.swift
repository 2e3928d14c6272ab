import Foundation
import PII
import Testing

/// The goals that the detector has to meet on the labelled set, of which `make pii-eval` tells the figures.
@Suite struct LabelledSetTests {
    private struct Row {
        let label: String
        let name: String
        let file: String

        var kinds: Set<PIIKind> { Set(label.split(separator: ",").compactMap { PIIKind(rawValue: String($0)) }) }
    }

    private static let rows: [Row] = {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let folder = here.deletingLastPathComponent().appending(path: "PIIEvaluation/Names")
        let files = ["clean-hard", "clean-plain", "contacts", "national-ids", "obfuscated", "persons"]
        return files.flatMap { file -> [Row] in
            let text = (try? String(contentsOf: folder.appending(path: "\(file).tsv"), encoding: .utf8)) ?? ""
            return text.split { $0 == "\n" || $0 == "\r\n" }.compactMap { line in
                let fields = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
                guard fields.count == 4, !line.hasPrefix("# "), fields[0] != "?" else { return nil }
                return Row(label: String(fields[0]), name: String(fields[3]), file: file)
            }
        }
    }()

    @Test func theGoalsAreMet() {
        #expect(Self.rows.count > 10_000)
        let detector = PIIDetector()
        var (hits, extras, misses) = (0, 0, 0)
        var (clean, flagged, plain, plainFlagged) = (0, 0, 0, 0)
        var found: [PIIKind: (hits: Int, all: Int)] = [:]
        for row in Self.rows {
            let kinds = Set(detector.find(in: row.name).filter { $0.level >= .medium }.map(\.kind))
            hits += kinds.intersection(row.kinds).count
            extras += kinds.subtracting(row.kinds).count
            misses += row.kinds.subtracting(kinds).count
            for kind in row.kinds {
                found[kind, default: (0, 0)].all += 1
                found[kind, default: (0, 0)].hits += kinds.contains(kind) ? 1 : 0
            }
            if row.kinds.isEmpty {
                clean += 1
                flagged += kinds.isEmpty ? 0 : 1
                plain += row.file == "clean-plain" ? 1 : 0
                plainFlagged += row.file == "clean-plain" && !kinds.isEmpty ? 1 : 0
            }
        }
        // Four fifths of the clean names are hard ones, firms and words that are names; real names of services are flagged far less.
        #expect(Double(2 * hits) >= 0.94 * Double(2 * hits + extras + misses))
        #expect(flagged * 1000 <= clean * 29)
        #expect(plainFlagged * 1000 <= plain * 3)
        for kind in [PIIKind.email, .phone, .paymentCard, .iban, .nationalID] {
            let (hits, all) = found[kind] ?? (0, 1)
            #expect(hits * 100 >= all * 98, "\(kind)")
        }
        let persons = found[.personName] ?? (0, 1)
        #expect(persons.hits * 100 >= persons.all * 90)
    }
}
