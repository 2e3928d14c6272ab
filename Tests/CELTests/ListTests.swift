import CEL
import Testing

/// Functions of lists, of Kubernetes' libraries and of cel-go's, and sets.
@Suite struct ListTests {
    @Test(arguments: [
        "[1, 2, 2].isSorted()", "[].isSorted()", "![2.0, 1.0].isSorted()", "['a', 'b', 'é'].isSorted()",
        "dyn([1, 1.5, 2u]).isSorted()", "[duration('1s'), duration('1m')].isSorted()",
        "[1, 3].sum() == 4", "[1.5, 2.5].sum() == 4.0", "[].sum() == 0",
        "[duration('1m'), duration('1s')].sum() == "
            + "duration('61s')", "type([1.5].filter(x, false).sum()) == double",
        "type([1u].filter(x, false).sum()) == uint", "dyn([1.5, 1.0]).sum() == 2.5",
        "[3, 1, 2].min() == 1", "[3, 1, 2].max() == 3", "['b', 'a'].min() == 'a'", "dyn([1, 2.5, 2u]).max() == 2.5",
        "[true, false].min() == false", "[b'a', b'b'].max() == b'b'",
        "[1, 2].includes(2.0)", "![1].includes('a')", "'a'.includes('a')", "!'a'.includes(1)",
        "[1, 2, 2, 3].indexOf(2) == 1", "[1, 2, 2, 3].lastIndexOf(2) == 2", "[1.0].indexOf(1.1) == -1",
        "[].lastIndexOf(1) == -1", "[[1], [2]].indexOf([2]) == 1", "'abc'.indexOf('c') == 2",
        "dyn('abc').indexOf('c') == 2", "dyn([1, 2]).indexOf(2) == 1",
        "lists.range(3) == [0, 1, 2]", "lists.range(0) == []", "lists.range(-5) == []",
        "[1, 2, 3, 4].slice(1, 3) == [2, 3]", "[1, 2].slice(0, 2) == [1, 2]", "[1].slice(1, 1) == []",
        "[1, [2, 3], [4]].flatten() == [1, 2, 3, 4]", "[1, [2, [3, 4]]].flatten() == [1, 2, [3, 4]]",
        "[1, [2, [3, [4]]]].flatten(2) == [1, 2, 3, [4]]", "[1, [2]].flatten(0) == [1, [2]]",
        "[[], [[]], []].flatten() == [[]]", "[[[[[1]]]]].flatten(9223372036854775807) == [1]", "[].flatten() == []",
        "[5, 3, 1].reverse() == [1, 3, 5]", "'abc'.reverse() == 'cba'", "[].reverse() == []",
        "[1, 2, 2, 3, 1].distinct() == [1, 2, 3]", "['b', 'b', 'a'].distinct() == ['b', 'a']",
        "[1, 1.0, 1u, '1', null, null].distinct() == [1, '1', null]",
        "[[1], [1.0], {'a': 1}, {'a': 1u}].distinct()"
            + ".size() == 2", "[0.0 / 0.0, 0.0 / 0.0].distinct().size() == 2", "[0.0, -0.0].distinct().size() == 1",
        "[9007199254740993, 9007199254740992.0, 9007199254740992].distinct().size() == 2",
        "['e\\u0301', '\\u00e9'].distinct().size() == 2",
        "[3, 2, 1].sort() == [1, 2, 3]", "['b', 'é', 'a'].sort() == ['a', 'b', 'é']", "[].sort() == []",
        "[true, false].sort() == [false, true]", "[timestamp(5), timestamp(1)].sort()[0] == timestamp(1)",
        "[{'n': 'a', 's': 2}, {'n': 'b', 's': 1}].sortBy(x, x.s).map(x, x.n) == ['b', 'a']",
        "['bb', 'a', 'cc', 'd'].sortBy(x, x.size()) == ['a', 'd', 'bb', 'cc']", "[].sortBy(x, x) == []",
        "[3, 1, 2].sortBy(x, -x) == [3, 2, 1]",
        "[1, 2].first() == optional.of(1)", "[1, 2].last() == optional.of(2)", "[].first() == optional.none()",
        "[].last().orValue(5) == 5",
        "sets.contains([], [])", "!sets.contains([], [1])", "sets.contains([1, 2, 3, 4], [2, 3])",
        "sets.contains([1, 2.0, 3u], [1.0, 2u, 3])", "sets.equivalent([1], [1, 1])", "sets.equivalent([], [])",
        "sets.equivalent([1, 2, 3], [3u, 2.0, 1])", "!sets.equivalent([1, 2], [1])", "!sets.intersects([1], [])",
        "sets.intersects([1], [1, 2])", "!sets.intersects([[1], [2, 3]], [[1, 2], [2, 4]])",
        "sets.intersects([[1], [2, 3]], [[1, 2], [2, 3.0]])", "!sets.contains([0.0 / 0.0], [0.0 / 0.0])",
        "sets.contains([ip('::1'), ip('1.2.3.4')], [ip('1.2.3.4')])", "sets.equivalent(['a', null], [null, 'a'])",
    ])
    func holds(_ source: String) throws {
        #expect(try evaluate(source).get() === .bool(true))
    }

    @Test(arguments: [
        ("[].min()", CELError.Code.invalidArgument), ("[].max()", .invalidArgument),
        ("dyn([1, 'a']).max()", .noSuchOverload), ("[null].min()", .noSuchOverload),
        ("dyn([[1]]).min()", .noSuchOverload),
        ("dyn([{}]).isSorted()", .noSuchOverload), ("dyn(['a', 'b']).sum()", .noSuchOverload),
        ("dyn([1, 2.0]).sum()", .noSuchOverload), ("[9223372036854775807, 1].sum()", .overflow),
        ("[1].slice(-1, 1)", .indexOutOfRange), ("[1].slice(0, 2)", .indexOutOfRange),
        ("[1, 2].slice(2, 1)", .indexOutOfRange), ("[[1]].flatten(-1)", .invalidArgument),
        ("dyn([1, 'b']).sort()", .noSuchOverload), ("dyn([1, 2u]).sort()", .noSuchOverload),
        ("dyn([null]).sort()", .noSuchOverload), ("[1.0, 0.0 / 0.0].sort()", .invalidArgument),
        ("[1, 2].sortBy(x, dyn(x == 1 ? dyn('a') : dyn(1)))", .noSuchOverload),
        ("[1].sortBy(x, 1 / 0)", .divisionByZero), ("dyn({'a': 1}).sortBy(x, x)", .noSuchOverload),
    ])
    func failureCode(_ source: String, _ expected: CELError.Code) throws {
        #expect(try failure(of: source) == expected)
    }

    @Test(arguments: [
        ("[[1]].sortBy(x, x)", ["x: 'sortBy' cannot put list(int) in order"]),
        ("{'a': 1}.sortBy(x, x)", ["{'a': 1}: 'sortBy' takes a list, not map(string, int)"]),
        ("[1].sortBy(1, 1)", ["1: 'sortBy' needs a plain name for its variable here"]),
        ("[1].sortBy(x)", ["sortBy: 'sortBy' takes 2 arguments, the first a plain name, not 1"]),
    ])
    func mistake(_ source: String, _ expected: [String]) {
        #expect(diagnostics(of: source) == expected)
    }

    @Test(arguments: ["[1].flatten()", "[[1]].sort()", "['a'].sum()", "sets.contains([1], ['a'])"])
    func refused(_ source: String) {
        #expect(diagnostics(of: source).count == 1)
    }

    @Test(arguments: [
        ("[3, 2].sort()", "list(int)"), ("[1.5].sum()", "double"), ("['a'].min()", "string"),
        ("[[1], [2]].flatten()", "list(int)"), ("['a'].sortBy(x, x.size())", "list(string)"),
        ("[1].first()", "optional_type(int)"), ("lists.range(1)", "list(int)"), ("['a'].reverse()", "list(string)"),
        ("'a'.reverse()", "string"), ("[1].distinct()", "list(int)"), ("[1].slice(0, 1)", "list(int)"),
    ])
    func type(_ source: String, _ expected: String) throws {
        #expect(try CELEnvironment().compile(source).resultType.description == expected)
    }
}
