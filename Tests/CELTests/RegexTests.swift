import CEL
import Testing

/// `find`, `findAll` and the functions of cel-go's regular expression library.
@Suite struct RegexTests {
    @Test(arguments: [
        "'abc 123'.find('[0-9]+') == '123'", "'abc'.find('x') == ''", "'abc 123'.find('[0-9]*') == ''",
        "'a1b22'.findAll('[0-9]+') == ['1', '22']", "'a1b22'.findAll('[0-9]+', 1) == ['1']",
        "'a1b22'.findAll('[0-9]+', 0) == []", "'a1b22'.findAll('[0-9]+', -1) == ['1', '22']",
        "'abc'.findAll('x') == []", "''.findAll('') == ['']", "'ab'.findAll('') == ['', '', '']",
        "'123 abc 456'.findAll('[0-9]*') == ['123', '', '', '', '', '456']", "'éa'.findAll('') == ['', '', '']",
        "'aab'.findAll('a*') == ['aa', '']", "'foo bar'.findAll('\\\\b\\\\w') == ['f', 'b']",
        "'aaa'.findAll('^a') == ['a']", "'日本語'.findAll('.') == ['日', '本', '語']", "'a'.find(t) == 'a'",
        "t.findAll(dyn('a')) == ['a']",
        "regex.replace('hello world hello', 'hello', 'hi') == 'hi world hi'",
        "regex.replace('banana', 'a', 'x', 0) == 'banana'", "regex.replace('banana', 'a', 'x', 2) == 'bxnxna'",
        "regex.replace('banana', 'a', 'x', -12) == 'bxnxnx'",
        "regex.replace('foo bar', '(fo)o (ba)r', r'\\2 \\1') == 'ba fo'", "regex.replace('ab', '', '-') == '-a-b-'",
        "regex.replace('abc', 'b', r'[\\0]') == 'a[b]c'", "regex.replace('abc', 'b', r'\\\\') == r'a\\c'",
        "regex.replace('xay', '(a)|(b)', r'<\\1\\2>') == 'x<a>y'", "regex.replace('', 'a', 'b') == ''",
        "regex.extract('hello world', 'hello(.*)') == optional.of(' world')",
        "regex.extract('item-A, item-B', 'item-(\\\\w+)') == optional.of('A')",
        "regex.extract('HELLO', 'hello') == optional.none()", "regex.extract('ab', 'a(x?)') == optional.none()",
        "regex.extract('ab', '') == optional.of('')", "regex.extract('ab', 'b').orValue('') == 'b'",
        "regex.extractAll('id:123, id:456', 'id:\\\\d+') == ['id:123', 'id:456']",
        "regex.extractAll('id:123, id:456', 'assa') == []", "regex.extractAll('a1 a a2', 'a(\\\\d?)') == ['1', '2']",
    ])
    func holds(_ source: String) throws {
        #expect(try evaluate(source, ["t": .string("a")]).get() === .bool(true))
    }

    @Test(arguments: [
        "'a'.find(p)", "'a'.findAll(p)", "regex.replace('a', p, 'b')", "regex.extract('a', p)",
        "regex.extract('a@b', '(.*)@([^.]*)')", "regex.extractAll('a@b', '(.*)@([^.]*)')",
        "regex.replace('test', '(.)', r'\\2')", "regex.replace('test', 't', r'\\')",
        "regex.replace('test', 't', r'\\x')",
        "regex.replace('test', 'none', r'\\1')",
    ])
    func failureCode(_ source: String) throws {
        #expect(try failure(of: source, ["p": .string("(")]) == .invalidArgument)
    }

    @Test(arguments: [
        "'a'.find('(')", "'a'.findAll('(')", "'a'.findAll('[', 1)", "regex.replace('a', '(', 'b')",
        "regex.extract('a', '(')", "regex.extractAll('a', '(')",
    ])
    func constantPatternsAreChecked(_ source: String) {
        let found = diagnostics(of: source)
        #expect(found.count == 1)
        #expect(found.first?.contains(": the regular expression is invalid: ") == true)
    }

    @Test func reasonsShowNoValue() throws {
        let result = try evaluate("'a'.find(p)", ["p": .string("(secret")])
        guard case .failure(let error) = result else {
            Issue.record("a pattern that is none was taken")
            return
        }
        #expect(error.message == "the regular expression is invalid")
    }
}
