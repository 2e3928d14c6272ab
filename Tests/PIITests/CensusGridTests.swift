import Foundation
import PII
import Testing

/// What anybody would try first must not get worse: the commonest names of the census of the United States, names
/// mined from public repositories, and listed companies.
///
/// `make pii-eval` measures all of it, with the goals beside. The floors here are the goals, and the ceilings today's
/// figures: whoever makes the detector better lowers them.
@Suite struct CensusGridTests {
    /// A form of a given and a family name, and how many of 100 such names are to be found at least.
    struct Form: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let floor: Int
        let make: @Sendable (_ given: String, _ family: String) -> String

        init(_ description: String, floor: Int, _ make: @escaping @Sendable (String, String) -> String) {
            testDescription = description
            self.floor = floor
            self.make = make
        }
    }

    private static let forms = [
        Form("Given Family", floor: 97) { "\($0) \($1)" },
        Form("given-family", floor: 97) { "\($0)-\($1)".lowercased() },
        Form("given_family", floor: 97) { "\($0)_\($1)".lowercased() },
        Form("given.family", floor: 97) { "\($0).\($1)".lowercased() },
        Form("GivenFamily", floor: 95) { $0 + $1 },
        Form("Family, Given", floor: 95) { "\($1), \($0)" },
        Form("prod-given-family", floor: 95) { "prod-\($0)-\($1)".lowercased() },
        Form("Service for Given Family", floor: 95) { "Service for \($0) \($1)" },
        Form("given-family-driver", floor: 97) { "\($0)-\($1)-driver".lowercased() },
        Form("Given Family phone", floor: 97) { "\($0) \($1) phone" },
        Form("driver-given-family", floor: 99) { "driver-\($0)-\($1)".lowercased() },
    ]

    private let detector = PIIDetector()

    private func isFlagged(_ name: String) -> Bool { detector.find(in: name).contains { $0.level >= .medium } }

    /// The lines of a table of the evaluation, without comments.
    private static func lines(_ table: String) throws -> [String] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: tests.appending(path: "PIIEvaluation/Data/\(table)"), encoding: .utf8)
        return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("# ") }
    }

    private static func census(_ sort: String, _ count: Int) throws -> [String] {
        let names = try lines("census.tsv").map { $0.split(separator: "\t") }.filter { $0[0] == sort }.map {
            String($0[2])
        }
        return Array(names.prefix(count))
    }

    @Test(arguments: forms)
    func commonNamesAreFound(form: Form) throws {
        let given = try Self.census("given", 200)
        let family = try Self.census("family", 100)
        try #require(given.count == 200 && family.count == 100)
        // Three family names for each given name, and each family name six times.
        let names = given.indices.flatMap { index in
            (0..<3).map { form.make(given[index], family[(index * 37 + $0 * 29) % 100]) }
        }
        let found = names.count { name in
            detector.find(in: name).contains { $0.kind == .personName && $0.level >= .medium }
        }
        #expect(found * 100 >= names.count * form.floor, "\(found) of \(names.count)")
    }

    @Test func namesOfPublicRepositoriesAreClean() throws {
        let names = try Self.lines("mined-development.tsv").map { $0.drop { $0 != "\t" }.dropFirst() }
        let flagged = names.count { isFlagged(String($0)) }
        #expect(names.count > 5_000)
        #expect(flagged <= 11, "\(flagged) of \(names.count)")
    }

    @Test func listedCompaniesAreClean() throws {
        let names = try Self.lines("companies.txt")
        let flagged = names.count(where: isFlagged)
        #expect(names.count > 500)
        #expect(flagged <= 8, "\(flagged) of \(names.count)")
    }
}
