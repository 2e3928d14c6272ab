import Foundation

/// The page `rules/CEL.md` as its tables have it: rows of a name, an explanation, an example and a value.
struct ReferencePage {
    /// A row with an example.
    struct Row {
        /// What stands in the first column between backticks; that of the row above where the cell is empty.
        let name: String
        let example: String
        let value: String
        /// The line of the page.
        let line: Int
    }

    /// The page is not where it should be, or a row is not of the form.
    struct FormatError: Error {
        let line: Int
    }

    /// Rows for the environment of rules come after this line; all others need nothing but the language.
    static let auditMarker = "<!-- examples: audit -->"

    let plainRows: [Row]
    let auditRows: [Row]

    /// Reads the page of the package that a test file, two folders below its root, is in.
    init(besideTestFile path: String) throws {
        let root = URL(fileURLWithPath: path).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try self.init(String(contentsOf: root.appendingPathComponent("rules/CEL.md"), encoding: .utf8))
    }

    init(_ text: String) throws {
        var plain: [Row] = []
        var audit: [Row] = []
        var isAudit = false
        var isTable = false
        var name = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("## ") { isAudit = false }
            if line == Self.auditMarker { isAudit = true }
            guard line.hasPrefix("|") else {
                isTable = false
                continue
            }
            if line.hasPrefix("|---") { isTable = true }
            guard isTable, !line.hasPrefix("|---") else { continue }
            let cells = Self.cells(of: line)
            guard cells.count == 4 else { throw FormatError(line: index + 1) }
            if !cells[0].isEmpty { name = Self.code(cells[0]) }
            let row = Row(name: name, example: Self.code(cells[2]), value: Self.code(cells[3]), line: index + 1)
            guard !row.example.isEmpty, !row.value.isEmpty else { throw FormatError(line: index + 1) }
            if isAudit { audit.append(row) } else { plain.append(row) }
        }
        plainRows = plain
        auditRows = audit
    }

    /// The cells of a row; a bar after a backslash is part of a cell.
    private static func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isEscaped = false
        for character in line.dropFirst() {
            if character == "|", !isEscaped {
                cells.append("")
            } else {
                if character == "|" { cells[cells.count - 1].removeLast() }
                cells[cells.count - 1].append(character)
            }
            isEscaped = character == "\\"
        }
        return cells.dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// What stands between the backticks, one or two on each side.
    private static func code(_ cell: String) -> String {
        let fence = cell.hasPrefix("``") ? 2 : cell.hasPrefix("`") ? 1 : 0
        let inside = cell.dropFirst(fence).dropLast(fence)
        return fence == 2 ? inside.trimmingCharacters(in: .whitespaces) : String(inside)
    }
}
