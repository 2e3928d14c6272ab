import Testing

@testable import Reports

@Suite struct MarkdownTextTests {
    @Test(arguments: [
        ("plain", "`plain`"), ("a`b", "``a`b``"), ("`a`", "`` `a` ``"), (" a ", "`  a  `"), ("a|b", "`a|b`"),
        ("````", #"```` ```\u{60} ````"#), ("", "*empty*"), ("\\", "`\\`"),
    ])
    func fencesCodeSpans(text: String, expected: String) {
        #expect(MarkdownText.codeSpan(text) == expected)
    }

    @Test(arguments: [("a|b", #"`a\|b`"#), (#"a\|b"#, #"`a\\u{7C}b`"#), ("||", #"`\|\|`"#), (#"\\|"#, #"`\\\u{7C}`"#)])
    func escapesPipesInTables(text: String, expected: String) {
        #expect(MarkdownText.codeSpan(text, isInTable: true) == expected)
    }

    @Test(arguments: [
        ("Sessions never expire.", "Sessions never expire."),
        ("default_ttl is 0, so it lives.", "`default_ttl` is 0\\, so it lives."),
        ("(see https://x.example/a_b).", "(see `https://x.example/a_b`)."),
        ("mail a@b.example now", "mail `a@b.example` now"),
        ("@team", "`@team`"), ("www.evil.example", "`www.evil.example`"), ("#12", "`#12`"), ("GH-12", "`GH-12`"),
        ("1. first", #"1\. first"#), ("- item", #"`-` item"#), ("... and", #"\.\.\. and"#), (":boom:", "`:boom`:"),
        ("it's well-known", "it's well-known"), ("**bold** _it_", "`**bold**` `_it_`"), ("a|b", "`a|b`"),
        ("<b>x</b>", "`<b>x</b>`"), ("&lt;", "`&lt`;"), ("über “x”", "über “x”"), ("!3 ~bug", "`!3` `~bug`"),
    ])
    func keepsPlainWordsAndFencesOthers(text: String, expected: String) {
        #expect(MarkdownText.prose(text) == expected)
    }

    /// Outside code spans, nothing of a hostile text is left that Markdown, GitHub or GitLab gives a meaning.
    @Test(arguments: HostileText.allCases)
    func leavesNothingOutsideCodeSpans(hostile: HostileText) throws {
        for text in [
            MarkdownText.prose(hostile.text, isInTable: true), MarkdownText.codeSpan(hostile.text, isInTable: true),
        ] where text != "*empty*" {
            let outside = try #require(MarkdownOutline.withoutCodeSpans(text))
            #expect(!outside.unicodeScalars.contains { "<>&@#[]*_`~|$%^{}=+/\n".unicodeScalars.contains($0) })
            #expect(!outside.contains("www.") && !outside.contains("://"))
        }
    }

    /// A row has as many cells as its heading, whatever is in them.
    @Test(arguments: HostileText.allCases)
    func rowsKeepTheirCells(hostile: HostileText) throws {
        var sink = ReportSink()
        let table = try MarkdownTable([.init(title: "a"), .init(title: "b")], to: &sink)
        try table.row([MarkdownCell.code(hostile.text), MarkdownCell.prose(hostile.text)], to: &sink)
        let lines = String(decoding: sink.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(MarkdownOutline.cells(of: lines[2]) == 2)
    }

    /// The lines of the whole report that are structure are ours.
    @Test func hostileReportHasOnlyOurStructure() throws {
        let text = try RenderedReport.text(.markdown, ReportFixture.hostileNames.report)
        var columns = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("| ") {
                let cells = MarkdownOutline.cells(of: line)
                if columns == 0 { columns = cells }
                #expect(cells == columns, "\(line)")
            } else {
                columns = 0
            }
            let outside = try #require(MarkdownOutline.withoutCodeSpans(String(line)))
            #expect(!outside.contains { "<@[]".contains($0) }, "\(line)")
        }
    }
}

/// Reads just enough of Markdown to find code spans and table cells, by the rules of CommonMark 6.1 and GFM 4.10.
private enum MarkdownOutline {
    /// The line without its code spans; nil where one is not closed.
    static func withoutCodeSpans(_ line: String) -> String? {
        var rest = Array(line.unicodeScalars)[...]
        var outside = ""
        while let scalar = rest.first {
            guard scalar == "`" else {
                outside.unicodeScalars.append(scalar)
                rest = rest.dropFirst()
                continue
            }
            let fence = rest.prefix { $0 == "`" }.count
            rest = rest.dropFirst(fence)
            while true {
                rest = rest.drop { $0 != "`" }
                let run = rest.prefix { $0 == "`" }.count
                guard run > 0 else { return nil }
                rest = rest.dropFirst(run)
                if run == fence { break }
            }
        }
        return outside
    }

    /// How many cells a row has: pipes count unless a backslash that is not itself escaped precedes them.
    static func cells(of row: some StringProtocol) -> Int {
        var isEscaped = false
        var pipes = 0
        for scalar in row.unicodeScalars {
            if scalar == "|" && !isEscaped { pipes += 1 }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return pipes - 1
    }
}
