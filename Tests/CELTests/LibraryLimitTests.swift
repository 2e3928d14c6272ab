import CEL
import Testing

/// Hostile arguments: each ends in an error of the cost limit, before the work is done.
///
/// The limit is an eighth of the usual one, and so are the arguments, for the sake of builds without optimization.
@Suite struct LibraryLimitTests {
    private static let environment: CELEnvironment = {
        var environment = CELEnvironment()
        environment.costLimit = 125_000
        return environment
    }()
    private static let variables: [String: CELValue] = [
        "text": .string(String(repeating: "a", count: 1 << 17)),
        "bytes": .bytes([UInt8](repeating: 0x61, count: 1 << 21)),
        "numbers": .list((0..<75_000).map { .int($0) }),
        "lists": .list((0..<1_000).map { .list([.int($0)]) }),
        "texts": .list((0..<250).map { .string(String(repeating: "a", count: 4_000) + String($0)) }),
        "nans": .list([CELValue](repeating: .double(.nan), count: 75_000)),
        "same": .list([CELValue](repeating: .int(1), count: 37_500)),
    ]

    @Test(arguments: [
        "lists.range(1000000000)", "lists.range(9223372036854775807)", "numbers.sort()", "numbers.distinct()",
        "numbers.sum() + numbers.sum()", "(numbers.reverse() + numbers).size()",
        "numbers.slice(0, 75000).slice(0, 75000)", "[numbers, numbers].flatten()",
        "numbers.indexOf(-1) == numbers.lastIndexOf(-1)",
        "numbers.map(x, x).isSorted()", "numbers.filter(x, true).min()", "lists.distinct()", "texts.sort()",
        "numbers.sortBy(x, -x)", "sets.equivalent(numbers, numbers)", "sets.contains(lists, lists)",
        "sets.intersects(lists, lists.map(x, [0 - x[0] - 1]))",
        "text.replace('a', 'bcdefghijklmnopqrstuvwxyz')", "text.replace('', 'b')", "text.split('a')", "text.split('')",
        "text.findAll('a')", "text.findAll('')", "text.findAll('a.*b|a')", "regex.replace(text, 'a', 'bb')",
        "regex.extractAll(text, '(a)')", "regex.replace('aaaaaaaaaaaaaaaaaaaaa', 'a', text)",
        "base64.encode(bytes)", "'%s'.format([[numbers, numbers]])", "'%s %s %s'.format([text, text, dyn(bytes)])",
        "'%x%x%x%x%x'.format([text, text, text, text, text])", "math.greatest(numbers) + math.least(numbers)",
        "numbers.all(x, int(text) == 1 || true)", "numbers.all(x, !isIP(text))", "numbers.all(x, !isCIDR(text))",
        "numbers.all(x, [text].join().size() > 0)", "numbers.all(x, duration(text) == duration('1s') || true)",
        "numbers.all(x, timestamp(text) == timestamp(0) || true)", "numbers.all(x, uint(text) == 1u || true)",
        "numbers.all(x, !same.includes(x + 2))", "numbers.all(x, same.lastIndexOf(2) == -1)",
        "numbers.all(x, text.find('b') == '')",
        "numbers.all(x, '%.1000f'.format([x]) != '')", "numbers.all(x, base64.decode(text) != b'')",
    ])
    func endsInACostError(_ source: String) throws {
        #expect(try failure(of: source, Self.variables, in: Self.environment) == .costLimitExceeded)
    }

    @Test(arguments: [
        "numbers.max() == 74999", "same.distinct() == [1]", "nans.distinct().size() == 75000", "lists.size() == 1000",
        "texts.distinct().size() == 250",
        "lists.range(6000).map(x, string(x)).distinct().size() == 6000", "lists.range(5000).sort()[1] == 1",
        "lists.range(10000).map(x, x * 7919 % 10007).isSorted() == false", "text.find('b') == ''",
    ])
    func largeButHarmless(_ source: String) throws {
        #expect(try evaluate(source, Self.variables, in: Self.environment).get() === .bool(true))
    }
}
