import Foundation
import Platform
import Testing

/// Files that take the place of others whole, or not at all.
@Suite struct TemporaryFileTests {
    /// Always the same name.
    private struct FixedGenerator: RandomNumberGenerator {
        func next() -> UInt64 { 1 }
    }

    private static func names(in folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func takenNameIsNotFollowed() throws {
        let folder = try TemporaryFolder()
        let taken = ".proxy-audit-" + String(repeating: "0000000000000001", count: 2) + ".tmp"
        try folder.link(taken, to: folder.path + "/victim")
        var generator = FixedGenerator()
        #expect(throws: SystemFailure.self) {
            _ = try TemporaryFile(replacing: folder.path + "/a.json", mode: .ownerOnly, using: &generator)
        }
        #expect(try Self.names(in: folder) == [taken])
    }

    @Test func whatIsCommittedTakesThePlaceWithItsMode() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("old", to: "a.json")
        var generator = SystemRandomNumberGenerator()
        var file = try TemporaryFile(
            replacing: path, mode: try #require(FileMode(octal: "0644")), using: &generator)
        try OutputDescriptor(file.descriptor).write(Array("new".utf8))
        #expect(try FileContent(path: path, limit: 10).bytes == Array("old".utf8))
        try file.commit()
        let content = try FileContent(path: path, limit: 10)
        #expect(content.bytes == Array("new".utf8) && content.permissions == 0o644)
        #expect(try Self.names(in: folder) == ["a.json"])
    }

    @Test func leftOversOfKilledRunsAreRemovedAndThoseOfLivingOnesStay() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.json"
        let left = ".proxy-audit-" + String(repeating: "0", count: 32) + ".tmp"
        try folder.write("x", to: left)
        try folder.write("x", to: ".proxy-audit-short.tmp")
        var generator = SystemRandomNumberGenerator()
        let living = try TemporaryFile(replacing: path, mode: .ownerOnly, using: &generator)
        TemporaryFile.removeLeftOvers(beside: path)
        let names = try Self.names(in: folder)
        #expect(names.count == 2 && !names.contains(left) && names.contains(".proxy-audit-short.tmp"))
        _ = consume living
        #expect(try Self.names(in: folder) == [".proxy-audit-short.tmp"])
    }

    @Test func aPlaceIsTheSameHoweverItsPathIsWritten() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("x", to: "sub/a.json")
        try folder.link("other", to: "sub")
        #expect(FilePlace(existing: path) == FilePlace(writtenTo: folder.path + "/other/../sub/./a.json"))
        #expect(FilePlace(existing: path)?.isTaken == true)
        let fresh = FilePlace(writtenTo: folder.path + "/sub/new.json")
        #expect(fresh == FilePlace(writtenTo: folder.path + "/other/new.json") && fresh?.isTaken == false)
        #expect(fresh != FilePlace(writtenTo: folder.path + "/new.json"))
        #expect(FilePlace(existing: folder.path + "/none") == nil && FilePlace(writtenTo: "/dev/null") == nil)
    }
}
