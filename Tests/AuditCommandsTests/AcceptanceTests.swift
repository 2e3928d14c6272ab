import Foundation
import Testing

/// The cases of the `Acceptance` folder: each a folder with `args`, one argument a line, the files that the program finds,
/// and the `expected` end: its status on the first line, then `--- stdout`, then `--- stderr`.
///
/// `UPDATE_GOLDEN=1` writes what the program does into `expected`, and then fails.
@Suite struct AcceptanceTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Acceptance")

    static let cases: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    @Test func thereAreCases() {
        #expect(Self.cases.count >= 20)
    }

    @Test(arguments: cases) func caseEndsAsExpected(name: String) throws {
        let source = Self.folder.appending(path: name)
        let work = try TemporaryFolder()
        for file in try FileManager.default.subpathsOfDirectory(atPath: source.path)
        where file != "args" && file != "expected" {
            let from = source.appending(path: file)
            guard (try from.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true else { continue }
            try work.write(String(contentsOf: from, encoding: .utf8), to: file)
        }
        let arguments = try String(contentsOf: source.appending(path: "args"), encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        ).dropLast().map(String.init)
        let input = try? work.read("stdin")
        let run = try ProgramRun(arguments, in: work, input: input ?? "")
        let actual = Self.normalized(
            "\(run.status)\n--- stdout\n\(run.output)--- stderr\n\(run.errors)")
        let golden = source.appending(path: "expected")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(actual.utf8).write(to: golden)
            Issue.record("recorded anew: look at the difference, and run without UPDATE_GOLDEN")
        } else {
            #expect(actual == (try String(contentsOf: golden, encoding: .utf8)))
        }
    }

    /// The text with what no two runs share replaced: durations and times of the run.
    private static func normalized(_ text: String) -> String {
        var text = text
        for (pattern, replacement) in [
            (#" in [0-9]+\.[0-9]{3} s"#, " in T s"),
            (#""(started_at|finished_at)":"[^"]*""#, #""$1":"TIME""#),
            (#""duration_ms":[0-9]+"#, #""duration_ms":0"#),
            (#"\| (Started|Finished) \| `[^`]*` \|"#, "| $1 | `TIME` |"),
            (#"\| Duration \| `[^`]*` \|"#, "| Duration | `TIME` |"),
        ] {
            text = text.replacingOccurrences(of: pattern, with: replacement, options: .regularExpression)
        }
        return text
    }
}
