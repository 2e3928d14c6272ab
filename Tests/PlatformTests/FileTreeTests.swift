import Foundation
import Platform
import Testing

/// What lies below a folder, links and hidden files included, each real file once.
@Suite struct FileTreeTests {
    private static func shown(_ entries: [FileTree.Entry], below folder: TemporaryFolder) -> [String] {
        entries.map { String($0.label.dropFirst(folder.path.count + 1)) }
    }

    @Test func everythingBelowIsFoundInTheOrderOfItsBytes() throws {
        let folder = try TemporaryFolder()
        for name in ["b.json", "a/2.json", "a/10.json", ".hidden", ".config/x", "É", "a b"] {
            try folder.write("x", to: name)
        }
        let tree = try FileTree(folder.path)
        #expect(tree.isFolder && tree.failures.isEmpty && tree.passedOver.isEmpty)
        let names = Self.shown(tree.files, below: folder)
        #expect(names == [".config/x", ".hidden", "a b", "a/10.json", "a/2.json", "b.json", "É"])
        #expect(try FileTree(folder.path + "/").files.count == names.count)
    }

    @Test func aFileIsItself() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("x", to: "one")
        let tree = try FileTree(path) { _, _ in "not asked" }
        #expect(!tree.isFolder && tree.files.map(\.label) == [path])
    }

    @Test func linksAreFollowedOnceAndCirclesEnd() throws {
        let folder = try TemporaryFolder()
        let outside = try TemporaryFolder()
        try outside.write("x", to: "linked.json")
        try folder.write("x", to: "a.json")
        try folder.link("z.json", to: folder.path + "/a.json")
        try folder.link("out", to: outside.path)
        try folder.link("circle", to: ".")
        try folder.link("again", to: outside.path)
        let tree = try FileTree(folder.path)
        #expect(Self.shown(tree.files, below: folder) == ["a.json", "again/linked.json"])
        #expect(
            tree.passedOver.map { "\($0.entry.label.dropFirst(folder.path.count + 1)): \($0.reason)" } == [
                "circle: the same as another that was read", "out: the same as another that was read",
                "z.json: the same as another that was read",
            ])
    }

    @Test func whatCannotBeLookedIntoIsNamed() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "a.json")
        try folder.link("nowhere", to: folder.path + "/none")
        try folder.link("loop", to: "loop")
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        let tree = try FileTree(folder.path)
        #expect(Self.shown(tree.files, below: folder) == ["a.json"])
        #expect(tree.failures.map(\.failure.words) == ["too many symbolic links", "no such file or directory"])
        #expect(tree.passedOver.map(\.reason) == ["neither a file nor a folder"])
    }

    @Test(arguments: [".git", ".hg", ".svn", "CVS"])
    func versionControlIsPassedOver(name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "\(name)/objects/a.json")
        try folder.write("x", to: "sub/\(name)")
        let tree = try FileTree(folder.path)
        #expect(tree.files.isEmpty)
        #expect(tree.passedOver.map(\.reason) == Array(repeating: "it belongs to version control", count: 2))
    }

    @Test func whatIsLeftOutIsToldOnceAndNotLookedInto() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "old/deep/a.json")
        try folder.write("x", to: "b.json")
        let tree = try FileTree(folder.path) { _, below in below.elementsEqual("old".utf8) ? "excluded" : nil }
        #expect(Self.shown(tree.files, below: folder) == ["b.json"])
        #expect(Self.shown(tree.passedOver.map(\.entry), below: folder) == ["old"])
    }

    @Test(arguments: ["", "/none/at/all", "a\u{0}b"])
    func aPathThatLeadsNowhereIsAFailure(path: String) {
        #expect(throws: SystemFailure.self) { try FileTree(path) }
    }

    @Test func aNameCannotForgeALine() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "a\nproxy-audit: PASSED\u{2028}b")
        let label = try #require(try FileTree(folder.path).files.first?.label)
        #expect(label.hasSuffix("a\\u{A}proxy-audit: PASSED\\u{2028}b"))
    }
}
