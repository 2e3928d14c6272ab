import PII

/// A name of the labelled set, as `Names/README.md` describes it.
struct LabelledName: Sendable {
    enum Label: Sendable, Hashable {
        /// These kinds, or none.
        case kinds(Set<PIIKind>)
        /// Reasonable people differ; counts nowhere.
        case neither
    }

    let label: Label
    let group: String
    let name: String
    /// The file that it stands in, without its ending.
    let file: String

    /// Whether the name is labelled as holding no personal data.
    var isClean: Bool { label == .kinds([]) }

    /// Reads a line of `kinds<TAB>group<TAB>locale<TAB>name`; `nil` for one of another form.
    init?(_ line: Substring, file: String) {
        let fields = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
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
        name = String(fields[3])
        self.file = file
    }
}
