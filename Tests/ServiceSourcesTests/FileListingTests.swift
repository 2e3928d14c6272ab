import Foundation
import ServiceModel
import ServiceSources
import Testing

@Suite struct FileListingTests {
    static func record(_ sid: String) -> [UInt8] { Array("{\"unique_name\":\"\(sid)\"}".utf8) }

    @Test func readsADirectoryInTheOrderOfBytes() async throws {
        let files = try TemporaryFiles()
        for name in ["b.json", "a/z.txt", "a/é", "a.json", "B", "a/deep/er/x", "10", "9"] {
            try files.write(Self.record(name), to: name)
        }
        let reading = await Reading(path: files.root)
        #expect(reading.isComplete)
        #expect(reading.names == ["10", "9", "B", "a.json", "a/deep/er/x", "a/z.txt", "a/é", "b.json"])
        #expect(await Reading(path: files.root + "/").names == reading.names)
    }

    /// A hidden file may hold what nobody should miss.
    @Test func readsHiddenFilesAndFolders() async throws {
        let files = try TemporaryFiles()
        for name in [".hidden", "a/.hidden", ".folder/x", "b"] { try files.write(Self.record(name), to: name) }
        #expect(await Reading(path: files.root).names == [".folder/x", ".hidden", "a/.hidden", "b"])
    }

    @Test func namesWhatItPassesOver() async throws {
        let files = try TemporaryFiles()
        let noise = [
            "README", "notes.md", ".DS_Store", ".git/config", "sub/.svn/x", "LICENSE.txt", "a.sha256", ".gitignore",
        ]
        for name in noise { try files.write("no data".utf8, to: name) }
        try files.write("{\n  \"schema_version\": 1,\n  \"tool\": {\"name\":\"proxy-audit\"}".utf8, to: "audit.json")
        try files.write("# Audit of Proxy Services: passed\n".utf8, to: "audit.txt")
        try files.write(Self.record("a"), to: "old/a.log")
        try files.write(Self.record("b"), to: "b.json")
        let reading = await Reading(path: files.root, excludes: ["*.log"])
        #expect(reading.isComplete)
        #expect(reading.names == ["b"])
        let reasons = Dictionary(
            uniqueKeysWithValues: reading.passedOver.map { ($0.path.dropFirst(files.root.count + 1), $0.reason) })
        #expect(
            reasons == [
                "README": "its name says that it holds no data", "notes.md": "its name says that it holds no data",
                ".DS_Store": "its name says that it holds no data", ".git": "it belongs to version control",
                "sub/.svn": "it belongs to version control", "LICENSE.txt": "its name says that it holds no data",
                "a.sha256": "its name says that it holds no data", ".gitignore": "its name says that it holds no data",
                "audit.json": "it is a report of proxy-audit", "audit.txt": "it is a report of proxy-audit",
                "old/a.log": "excluded by '*.log'",
            ])
    }

    /// Each real file and folder once, and no loop.
    @Test func followsLinks() async throws {
        let files = try TemporaryFiles()
        try files.write(Self.record("a"), to: "real/a")
        try files.write(Self.record("c"), to: "elsewhere/c")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: files.root + "/real/b", withDestinationPath: "a")
        try manager.createSymbolicLink(atPath: files.root + "/real/loop", withDestinationPath: "..")
        try manager.createSymbolicLink(atPath: files.root + "/real/nowhere", withDestinationPath: "missing")
        try manager.createSymbolicLink(atPath: files.root + "/real/self", withDestinationPath: "self")
        try manager.createSymbolicLink(atPath: files.root + "/link", withDestinationPath: "real")
        let reading = await Reading(path: files.root + "/link")
        #expect(reading.names == ["a", "c"])
        #expect(reading.passedOver.allSatisfy { $0.reason == "the same as another that was read" })
        #expect(
            Set(reading.rejections.map(\.description)) == [
                "\(files.root)/link/nowhere: no such file or directory",
                "\(files.root)/link/self: too many symbolic links",
            ])
    }

    @Test func goesOnBehindAFileThatCannotBeRead() async throws {
        let files = try TemporaryFiles()
        try files.write(Self.record("a"), to: "1")
        try files.write([], to: "2")
        try files.write("<html>".utf8, to: "3")
        try files.write("[{\"unique_name\":\"b\"},".utf8, to: "4")
        try files.write(Self.record("c"), to: "5")
        let reading = await Reading(path: files.root)
        #expect(reading.names == ["a", "b", "c"])
        #expect(reading.error == nil)
        #expect(
            reading.rejections.map(\.description) == [
                "\(files.root)/2: the file is empty", "\(files.root)/3: not JSON but an HTML page",
                "\(files.root)/4:1: column 22: expected something after ',', found the end; the rest was not read",
            ])
    }

    @Test func failsWithoutAFile() async throws {
        let files = try TemporaryFiles()
        let empty = await Reading(path: files.root)
        #expect(empty.rejections.map(\.description) == ["\(files.root): the folder has no files to read"])
        let missing = await Reading(path: files.root + "/missing")
        #expect(missing.error == SourceError(.notFound, "\(files.root)/missing: no such file or directory"))
        #expect(await Reading(path: "").error?.code == .notFound)
        #expect(await Reading(path: "a\u{0}b").error?.code == .notFound)
    }

    @Test func numbersRecordsInEachFile() async throws {
        let files = try TemporaryFiles()
        for name in ["1", "2"] { try files.write("[{\"unique_name\":\"a\"},\n{}]".utf8, to: name) }
        let reading = await Reading(path: files.root)
        #expect(reading.rejections.map(\.index) == [1, 1])
        #expect(reading.rejections.map(\.line) == [2, 2])
    }

    @Test func namesStandardInput() {
        #expect(FileSource(path: "-").kind == .stdin)
        #expect(FileSource(path: "-").label == "standard input")
        #expect(FileSource(path: "./-").kind == .file)
    }
}
