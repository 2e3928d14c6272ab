import Foundation
import ServiceModel
import ServiceSources
import Testing

@Suite struct FileListingTests {
    static func record(_ sid: String) -> [UInt8] { Array("{\"sid\":\"\(sid)\"}".utf8) }

    @Test func readsADirectoryInTheOrderOfBytes() async throws {
        let files = try TemporaryFiles()
        for name in ["b.json", "a/z.txt", "a/é", "a.json", "B", "a/deep/er/x", "10", "9"] {
            try files.write(Self.record(name), to: name)
        }
        for name in [".hidden", "a/.hidden", ".git/config"] { try files.write([0x00], to: name) }
        let reading = await Reading(path: files.root)
        #expect(reading.isComplete)
        #expect(reading.sids == ["10", "9", "B", "a.json", "a/deep/er/x", "a/z.txt", "a/é", "b.json"])
        #expect(await Reading(path: files.root + "/").sids == reading.sids)
    }

    @Test func followsLinksToFilesOnly() async throws {
        let files = try TemporaryFiles()
        try files.write(Self.record("a"), to: "real/a")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: files.root + "/real/b", withDestinationPath: "a")
        try manager.createSymbolicLink(atPath: files.root + "/real/loop", withDestinationPath: "..")
        try manager.createSymbolicLink(atPath: files.root + "/real/nowhere", withDestinationPath: "missing")
        try manager.createSymbolicLink(atPath: files.root + "/real/self", withDestinationPath: "self")
        try manager.createSymbolicLink(atPath: files.root + "/link", withDestinationPath: "real")
        let reading = await Reading(path: files.root + "/link")
        #expect(reading.sids == ["a", "a"])
        #expect(reading.warnings == ["\(files.root)/link/loop: a link to a directory, not followed"])
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
        try files.write("[{\"sid\":\"b\"},".utf8, to: "4")
        try files.write(Self.record("c"), to: "5")
        let reading = await Reading(path: files.root)
        #expect(reading.sids == ["a", "b", "c"])
        #expect(reading.error == nil)
        #expect(
            reading.rejections.map(\.description) == [
                "\(files.root)/2: the file is empty", "\(files.root)/3: not JSON but an HTML page",
                "\(files.root)/4:1: column 14: expected something after ',', found the end; the rest of the file was not read",
            ])
    }

    @Test func failsWithoutAFile() async throws {
        let files = try TemporaryFiles()
        #expect(
            await Reading(path: files.root).error
                == SourceError(.empty, "\(files.root): the directory has no files to read"))
        let missing = await Reading(path: files.root + "/missing")
        #expect(missing.error == SourceError(.notFound, "\(files.root)/missing: no such file or directory"))
        #expect(await Reading(path: "").error?.code == .notFound)
        #expect(await Reading(path: "a\u{0}b").error?.code == .notFound)
    }

    @Test func numbersRecordsInEachFile() async throws {
        let files = try TemporaryFiles()
        for name in ["1", "2"] { try files.write("[{\"sid\":\"a\"},\n{}]".utf8, to: name) }
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
