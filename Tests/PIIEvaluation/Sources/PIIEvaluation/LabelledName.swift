internal import Foundation
import PII

/// A name with what is in it: of the labelled set, as `Names/README.md` describes it, or of `Generator/generate.py`.
struct LabelledName: Sendable {
    enum Label: Sendable, Hashable {
        /// These kinds, or none.
        case kinds(Set<PIIKind>)
        /// Reasonable people differ; counts nowhere.
        case neither
    }

    let label: Label
    let group: String
    let locale: String
    let name: String
    /// What it is one of.
    let source: Source

    enum Source: Sendable, Hashable {
        /// A file of the labelled set, by its name without ending.
        case file(String)
        case part(Part)
    }

    /// What the generator makes.
    enum Part: String, Sendable, CaseIterable {
        case grid
        case `public`
        case identifiers
        case development
        /// What nobody fits on, and of which only sums are told.
        case test
    }

    /// Whether the name is labelled as holding no personal data.
    var isClean: Bool { label == .kinds([]) }

    /// Whether the name is of the part of which nothing but sums may be shown.
    var isHeldOut: Bool { source == .part(.test) }

    /// Reads a line of `kinds<TAB>group<TAB>locale<TAB>name`; `nil` for one of another form.
    init?(_ line: Substring, file: String) {
        self.init(line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false), of: .file(file))
    }

    /// Reads a line of the generator, which has the part before the others; a name of the test part is in base64.
    init?(generated line: Substring) {
        var fields = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false)
        guard let part = fields.first.flatMap({ Part(rawValue: String($0)) }) else { return nil }
        fields.removeFirst()
        if part == .test, let hidden = fields.last {
            guard let data = Data(base64Encoded: String(hidden)), let name = String(bytes: data, encoding: .utf8) else {
                return nil
            }
            fields[fields.count - 1] = Substring(name)
        }
        self.init(fields, of: .part(part))
    }

    private init?(_ fields: [Substring], of source: Source) {
        guard fields.count == 4 else { return nil }
        switch fields[0] {
        case "-": label = .kinds([])
        case "?": label = .neither
        default:
            let kinds = fields[0].split(separator: ",").map { PIIKind(rawValue: String($0)) }
            guard !kinds.contains(nil) else { return nil }
            label = .kinds(Set(kinds.compactMap(\.self)))
        }
        group = String(fields[1])
        locale = String(fields[2])
        name = String(fields[3])
        self.source = source
    }

    /// Reads a file of the labelled set, or what the generator prints into standard input, for which `-` stands.
    ///
    /// - Throws: `EvaluationError` with the place of a line that is not as it must be; an error of Foundation for a
    ///   file that cannot be read.
    static func read(_ path: String) throws -> [LabelledName] {
        let data = path == "-" ? try FileHandle.standardInput.readToEnd() : try Data(contentsOf: URL(filePath: path))
        guard let text = String(bytes: data ?? Data(), encoding: .utf8) else {
            throw EvaluationError(description: "\(path): not UTF-8")
        }
        let file = URL(filePath: path).deletingPathExtension().lastPathComponent
        // By line feeds alone: a name may hold other characters that end lines.
        let names = try text.split { $0 == "\n" || $0 == "\r\n" }.enumerated().compactMap { number, line in
            if line.hasPrefix("# ") { return Optional<LabelledName>.none }
            guard let name = path == "-" ? LabelledName(generated: line) : LabelledName(line, file: file) else {
                throw EvaluationError(description: "\(path):\(number + 1): not a line of a labelled name")
            }
            return name
        }
        guard !names.isEmpty else { throw EvaluationError(description: "\(path): no names") }
        return names
    }
}

struct EvaluationError: Error, CustomStringConvertible {
    let description: String
}
