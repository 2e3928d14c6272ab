import SeededGenerator
import Testing

@testable import CEL

/// Lists of texts that are not made give, take and fail as lists of values do.
@Suite struct TextListTests {
    private static let elements = ["t", "u", "'c'", "widget.callback_url", "widget.sid", "t.lowerAscii()", "t + u"]
    private static let stages = [
        ".filter(x, x != null)", ".filter(x, x != null && isURL(x))", ".filter(x, x != '')", ".filter(x, x != t)",
        ".map(x, x.lowerAscii())", ".map(x, url(x).getHostname())", ".map(x, x + '.')",
        ".map(x, x.endsWith('.') ? x.substring(0, size(x) - 1) : x)", ".map(x, x.split('.')[1])",
        ".map(x, x.split('/', 2)[0])", ".filter(x, size(x) > n)", ".filter(x, [u, t].exists(y, y == x))",
        ".map(x, x.trim())", ".map(x, x != '', x.upperAscii())", ".map(x, [x, u].map(y, y + x)[0])",
        ".filter(x, x.substring(n) != x)", ".map(x, widget.callback_url)", ".map(x, dyn(n > 1 ? x : n))",
    ]
    private static let ends = [
        "", "[0]", "[1]", "[1] == t", ".size()", ".exists(x, x == u)", ".all(x, x != null)", ".exists_one(x, x == t)",
        ".exists(x, x.matches('^h'))", ".map(x, size(x))", ".map(i, x, x)", " == [t, u]", ".join('-')",
        ".sortBy(x, x)", ".exists(i, x, x == t && i > 0)", ".transformList(i, x, i)", ".map(x, n)",
        ".map(x, x == t ? dyn(n) : dyn(x))[0]",
    ]
    private static let texts = ["", "https://a.test./x", "HTTP://B.test", "a.b", "no url at all, but longer", "é.ß"]

    private static func source(_ random: inout SeededGenerator) -> String {
        let count = Int.random(in: 1...3, using: &random)
        let list = (0..<count).map { _ in elements.randomElement(using: &random) ?? "t" }.joined(separator: ", ")
        let stages = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            Self.stages.randomElement(using: &random) ?? ""
        }
        // A list of constants alone is computed beforehand, without steps.
        let start = Bool.random(using: &random) ? "[u, \(list)]" : "(t + '/' + u).split('/')"
        return start + stages.joined() + (ends.randomElement(using: &random) ?? "")
    }

    private static func environment() -> CELEnvironment {
        var environment = Widget.environment
        environment.declare(variable: "n", type: .int)
        for name in ["t", "u"] { environment.declare(variable: name, type: .string) }
        return environment
    }

    /// What is traced is evaluated with each value made.
    @Test(arguments: 1...4) func areWhatListsOfValuesAre(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let environment = Self.environment()
        var count = 0
        while count < 400 {
            let source = Self.source(&random)
            var variables = CELVariables(for: environment)
            variables["t"] = .string(Self.texts.randomElement(using: &random) ?? "")
            variables["u"] = .string(Self.texts.randomElement(using: &random) ?? "")
            variables["n"] = .int(Int64.random(in: 0...3, using: &random))
            let url = Self.texts.randomElement(using: &random)
            variables["widget"] = .message(Widget(callbackURL: Bool.random(using: &random) ? url : nil))
            // Not all ends go with all stages.
            guard let explanation = try? environment.explain(source, variables: variables) else { continue }
            count += 1
            #expect(explanation.outcome == explanation.whole.outcomes.first, "\(source)")
            #expect(explanation.steps == explanation.whole.steps, "\(source)")
        }
    }

    /// The same for a list with a name, which the evaluator keeps.
    @Test(arguments: 1...2) func areKeptUnderAName(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var count = 0
        while count < 200 {
            var environment = Self.environment()
            guard (try? environment.define("list", as: Self.source(&random))) != nil,
                let program = try? environment.compile(
                    "list" + (Self.ends.randomElement(using: &random) ?? "")),
                let again = try? environment.compile("[list, list].map(l, l)[1] == list")
            else { continue }
            count += 1
            var variables = CELVariables(for: environment)
            for name in ["t", "u"] { variables[name] = .string(Self.texts.randomElement(using: &random) ?? "") }
            variables["n"] = .int(Int64.random(in: 0...3, using: &random))
            variables["widget"] = .message(Widget())
            var evaluator = CELEvaluator(variables)
            evaluator.begin()
            for program in [program, again, program] {
                let expected = program.outcome(keepingIn: &variables)
                let found: Result<CELValue, CELError>
                do throws(CELError) { found = .success(try evaluator.value(of: program)) } catch {
                    found = .failure(error)
                }
                #expect(found == expected, "\(program.source)")
                #expect(evaluator.steps == variables.steps, "\(program.source)")
            }
        }
    }
}
