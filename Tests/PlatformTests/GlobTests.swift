import Foundation
import Platform
import SeededGenerator
import Testing

/// Patterns of file names, against the system's own `fnmatch` where both know the pattern.
@Suite struct GlobTests {
    private static func matches(_ pattern: String, _ path: String) -> Bool {
        Glob(pattern).matches(Array(path.utf8)[...])
    }

    @Test(arguments: [
        ("*.log", "a.log", true), ("*.log", "deep/a.log", true), ("*.log", "a.log.gz", false), ("old", "x/old", true),
        ("old/", "old", true), ("old/*", "old/a", true), ("old/*", "old/a/b", false), ("old/**", "old/a/b", true),
        ("**/a", "a", true), ("**/a", "x/y/a", true), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true),
        ("a/**/b", "ab", false), ("?", "é", false), ("??", "é", true), ("[!a-c]x", "dx", true),
        ("[!a-c]x", "bx", false),
        ("[]]", "]", true), ("[a", "[a", true), ("", "", true), ("", "a", false), ("**", "a/b", true),
    ])
    func holds(_ pattern: String, _ path: String, _ isMatch: Bool) {
        #expect(Self.matches(pattern, path) == isMatch)
    }

    @Test func isFnmatch() {
        var generator = SeededGenerator(seed: 3)
        let pieces = ["*", "?", "a", "b", "/", "[ab]", "[!a]", "[a-b]", ".", "]"]
        let letters = ["a", "b", "/", ".", "c", "[", "]"]
        for _ in 0..<20_000 {
            let pattern = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }
            .joined()
            let path = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
                letters.randomElement(using: &generator) ?? ""
            }
            .joined()
            // Stars side by side mean more here, a pattern without a slash is of the last name, and one that ends in a
            // slash is of the folder.
            guard !pattern.contains("**"), !pattern.hasSuffix("/"), pattern.contains("/") || !path.contains("/") else {
                continue
            }
            let expected = fnmatch(pattern, path, FNM_PATHNAME | FNM_NOESCAPE) == 0
            #expect(Self.matches(pattern, path) == expected, "\(pattern) \(path)")
        }
    }

    /// A pattern that makes others try every split.
    @Test func manyStarsTakeNoLongerThanTheirProduct() {
        let pattern = String(repeating: "*a", count: 200) + "b"
        #expect(!Self.matches(pattern, String(repeating: "a", count: 2000)))
        #expect(Self.matches(pattern, String(repeating: "a", count: 2000) + "b"))
    }
}
