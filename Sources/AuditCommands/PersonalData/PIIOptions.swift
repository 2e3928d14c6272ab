internal import ArgumentParser
internal import CEL
internal import Foundation
internal import PII
internal import Text

/// What `pii` looks for, and where.
struct PIIOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A country whose national telephone numbers count without a word such as 'tel' beside them, by its two "
                + "letters of ISO 3166. Can be repeated.", valueName: "country"))
    var region: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("Look for nothing in this very name. Can be repeated.", valueName: "name"))
    var allow: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Look for nothing in names for which this condition holds: CEL over the variable 'name', such as "
                + "name.startsWith('blindmatch-').", valueName: "cel"))
    var allowIf: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Leave out matches of a kind below this confidence, from 0 to 1. Can be repeated.",
            valueName: "kind=confidence"))
    var minConfidence: [String] = []

    /// The screen that these options ask for.
    ///
    /// - Throws: `CommandError` for what is no country, kind, confidence or condition.
    func screen() throws(CommandError) -> NameScreen {
        let exemption: Exemption? = if let allowIf { try Exemption(allowIf) } else { nil }
        let configuration = PIIConfiguration(
            regions: try regions(), allowedNames: Set(allow), minimumConfidence: try minimumConfidence())
        return NameScreen(detector: PIIDetector(configuration), exemption: exemption)
    }

    /// Whether `--allow` has this very name.
    func allows(_ name: String) -> Bool {
        allow.contains { $0.utf8.elementsEqual(name.utf8) }
    }

    private func regions() throws(CommandError) -> Set<String> {
        guard !region.isEmpty else { return [] }
        let known = PIIConfiguration.knownRegions
        var regions: Set<String> = []
        for text in region {
            guard known.contains(text.uppercased()) else {
                let meant = Self.region(meantBy: text, among: known).map { "; did you mean '\($0)'?" } ?? ""
                throw .usage("--region: '\(text)' is not a country with telephone numbers\(meant)")
            }
            regions.insert(text.uppercased())
        }
        return regions
    }

    /// The country that a name, a longer code or a usual mistake probably means.
    private static func region(meantBy text: String, among known: [String]) -> String? {
        if let code = ["UK": "GB", "EN": "GB", "EL": "GR"][text.uppercased()] { return code }
        guard text.utf8.count > 2 else { return nil }
        let english = Locale(identifier: "en_US")
        let names = known.compactMap { code in
            english.localizedString(forRegionCode: code).map { (name: $0.lowercased(), code: code) }
        }
        let wanted = text.lowercased()
        let isExact = names.contains { $0.name == wanted }
        let nearest = isExact ? wanted : Spelling.nearest(to: wanted, among: names.map(\.name))
        return names.first { $0.name == nearest }?.code
    }

    private func minimumConfidence() throws(CommandError) -> [PIIKind: Double] {
        var minimum: [PIIKind: Double] = [:]
        for text in minConfidence {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw .usage("--min-confidence takes kind=confidence, such as phone=0.7") }
            guard let kind = PIIKind(rawValue: parts[0]) else {
                let kinds = PIIKind.allCases.map(\.rawValue)
                let meant =
                    Spelling.suggestion(for: parts[0], among: kinds) ?? "the kinds are \(kinds.joined(separator: ", "))"
                throw .usage("--min-confidence: there is no kind '\(parts[0])'; \(meant)")
            }
            guard let confidence = Double(parts[1]), (0...1).contains(confidence) else {
                throw .usage("--min-confidence: '\(parts[1])' is not a number from 0 to 1")
            }
            guard minimum.updateValue(confidence, forKey: kind) == nil else {
                throw .usage("--min-confidence: \(kind.rawValue) is given twice")
            }
        }
        return minimum
    }
}
