import PII
import Testing

/// A name with what should be found in it.
struct LabelledName: Sendable, CustomTestStringConvertible {
    /// What a name is expected to hold.
    enum Label: Sendable, Equatable {
        /// These kinds, each once, at medium or above.
        case personal([PIIKind])
        /// Nothing at medium or above; reasonable people differ.
        case neither
        /// Nothing at all.
        case clean
    }

    let name: String
    let label: Label

    var testDescription: String { name }

    /// Reads lines of `label | name`, where a label is `clean`, `neither` or kinds joined by `+`; a line in another form is
    /// given back as a name that cannot pass.
    static func lines(_ text: String) -> [LabelledName] {
        text.split(separator: "\n").map { line in
            let halves = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            let word = String(halves[0].filter { $0 != " " })
            let name = halves.count == 2 ? String(halves[1].dropFirst()) : "unreadable line"
            switch word {
            case "clean": return LabelledName(name: name, label: .clean)
            case "neither": return LabelledName(name: name, label: .neither)
            default:
                return LabelledName(
                    name: name,
                    label: .personal(word.split(separator: "+").compactMap { PIIKind(rawValue: String($0)) }))
            }
        }
    }

    /// Every labelled name of this folder.
    static let all = personal + clean + neither + nationalIDs
}
