import AuditEngine

/// The findings of a Markdown report: rule by rule, the gravest first.
struct MarkdownFindings {
    /// The findings of one rule.
    private struct Group {
        let ruleID: String
        /// nil where the report does not describe the rule.
        let rule: RuleDescription?
        var counts = FindingCounts()
        /// The first findings of each status, as many as are shown.
        var first: [Finding.Status: [Finding]] = [:]

        /// The gravest severity of any finding.
        var severity: Severity {
            Severity.allCases.last { severity in
                Finding.Status.allCases.contains { counts[$0, severity] > 0 }
            } ?? .info
        }
    }

    private let report: AuditReport
    private let rowLimit: Int
    private let groups: [Group]

    /// Groups the findings, in memory for those that are shown. Complexity: linear.
    init(_ report: AuditReport, rowLimit: Int) throws(ReportError) {
        self.report = report
        self.rowLimit = rowLimit
        groups = try MarkdownFindings.groups(of: report, rowLimit: rowLimit)
    }

    /// Writes an overview, and a section for each rule that has findings.
    func write(to sink: inout ReportSink) throws(ReportError) {
        try sink.write("## Findings\n\n")
        guard !groups.isEmpty else { return try sink.write("None.\n\n") }
        let overview = try MarkdownTable(
            [
                .init(title: "Severity"), .init(title: "Rule"), .init(title: "Open", isNumber: true),
                .init(title: "Waived", isNumber: true), .init(title: "Baseline", isNumber: true),
            ], to: &sink)
        for group in groups {
            try overview.row(
                [
                    group.severity.rawValue, MarkdownCell.code(group.ruleID), "\(group.counts[.open])",
                    "\(group.counts[.waived])", "\(group.counts[.baseline])",
                ], to: &sink)
        }
        try overview.end(leavingOut: 0, to: &sink)
        for group in groups { try write(group, to: &sink) }
    }

    private func write(_ group: Group, to sink: inout ReportSink) throws(ReportError) {
        try sink.write("### \(group.severity.rawValue): \(MarkdownText.codeSpan(group.ruleID, limit: 100))\n\n")
        if let rule = group.rule { try write(rule, to: &sink) }
        let shown = Finding.Status.allCases.flatMap { group.first[$0] ?? [] }.prefix(rowLimit)
        let hasRelated = shown.contains { $0.related != nil }
        let hasStatus = group.counts[.open] < group.counts.total
        var columns: [MarkdownTable.Column] = [
            .init(title: "Service"), .init(title: "Account"), .init(title: "Unique name"), .init(title: "Field"),
            .init(title: "Value"), .init(title: "What is wrong"),
        ]
        if hasRelated { columns.append(.init(title: "Others in the group")) }
        if hasStatus { columns.append(.init(title: "Status")) }
        let table = try MarkdownTable(columns, to: &sink)
        for finding in shown {
            var cells = [
                MarkdownCell.code(finding.service.serviceSID), MarkdownCell.code(finding.service.accountSID),
                MarkdownCell.code(finding.service.uniqueName), MarkdownCell.code(finding.field),
                MarkdownCell.value(finding.value), MarkdownCell.prose(finding.message),
            ]
            if hasRelated { cells.append(finding.related.map(MarkdownCell.related) ?? "–") }
            if hasStatus { cells.append(finding.status.rawValue) }
            try table.row(cells, to: &sink)
        }
        try table.end(leavingOut: group.counts.total - shown.count, to: &sink)
    }

    private func write(_ rule: RuleDescription, to sink: inout ReportSink) throws(ReportError) {
        try sink.write("\(ended(MarkdownText.prose(rule.title)))\n\n")
        if !rule.why.isEmpty { try sink.write("- **Why:** \(MarkdownText.prose(rule.why))\n") }
        if !rule.fix.isEmpty { try sink.write("- **Fix:** \(MarkdownText.prose(rule.fix))\n") }
        let pack = MarkdownText.codeSpan(rule.pack, limit: 100)
        try sink.write("- **Rule:** category \(rule.category.rawValue), pack \(pack)\n")
        for reference in rule.references {
            try sink.write("- **See:** \(MarkdownText.codeSpan(reference, limit: 500))\n")
        }
        for framework in rule.frameworks {
            let controls = framework.controls.map { MarkdownText.codeSpan($0, limit: 100) }.joined(separator: ", ")
            try sink.write("- **Evidence for:** \(MarkdownText.codeSpan(framework.name, limit: 100)) \(controls)\n")
        }
        try sink.write("\n")
    }

    /// A sentence with its full stop.
    private func ended(_ sentence: String) -> String {
        switch sentence.utf8.last {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), nil: sentence
        default: sentence + "."
        }
    }

    private static func groups(of report: AuditReport, rowLimit: Int) throws(ReportError) -> [Group] {
        var groups: [Group] = []
        var positions: [String: Int] = [:]
        for rule in report.rules where positions[rule.id] == nil {
            positions[rule.id] = groups.count
            groups.append(Group(ruleID: rule.id, rule: rule))
        }
        var cursor = ReportedFindings(report.findings)
        while try cursor.advance() {
            cursor.withFinding { finding in
                let position = positions[finding.ruleID] ?? groups.count
                if position == groups.count {
                    positions[finding.ruleID] = position
                    groups.append(Group(ruleID: finding.ruleID, rule: nil))
                }
                groups[position].counts[finding.status, finding.severity] += 1
                if groups[position].first[finding.status, default: []].count < rowLimit {
                    groups[position].first[finding.status, default: []].append(Finding(finding))
                }
            }
        }
        let found = groups.filter { $0.counts.total > 0 }
        return Severity.allCases.reversed().flatMap { severity in found.filter { $0.severity == severity } }
    }
}
