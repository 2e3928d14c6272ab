import Foundation
import Platform
import Testing

@Suite struct ScratchFileTests {
    @Test func bytesAreReadWhereTheyWereWritten() throws {
        let file = try ScratchFile()
        try file.write(Array("world".utf8), at: 6)
        try file.write(Array("hello ".utf8), at: 0)
        #expect(try file.read(11, at: 0) == Array("hello world".utf8))
        #expect(try file.read(100, at: 6) == Array("world".utf8))
        #expect(try file.read(5, at: 400).isEmpty)
        try file.write([], at: 0)
        try file.write([1], at: 1 << 20)
        #expect(try file.read(2, at: (1 << 20) - 1) == [0, 1])
    }

    @Test func aPrivateFileIsMadeOnceForItsOwner() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/private"
        try PrivateFile.make(path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try Data("kept".utf8).write(to: URL(filePath: path))
        try PrivateFile.make(path)
        #expect(try FileContent(path: path, limit: 10).bytes == Array("kept".utf8))
        #expect(throws: SystemFailure.self) { try PrivateFile.make(folder.path + "/none/private") }
    }
}
