import Foundation
import Platform
import Testing

/// Files and pipes, read whole; a wait ends when the task is cancelled.
@Suite struct InputFileTests {
    @Test func aFileIsReadWithWhoMayReadIt() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(String(repeating: "text ", count: 50_000), to: "a")
        #expect(chmod(path, 0o640) == 0)
        let content = try FileContent(path: path, limit: 1 << 20)
        #expect(content.bytes.count == 250_000 && content.permissions == 0o640)
    }

    @Test(arguments: [(9, true), (10, false), (11, false)])
    func oneByteTooManyIsRefused(limit: Int, isRefused: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("0123456789", to: "a")
        if isRefused {
            let failure = #expect(throws: SystemFailure.self) { try FileContent(path: path, limit: limit) }
            #expect(failure?.words == "has more than 9 bytes")
        } else {
            #expect(try FileContent(path: path, limit: limit).bytes.count == 10)
        }
    }

    @Test(arguments: [
        ("/none", "no such file or directory"), ("/", "is a directory"), ("/dev/zero", "has more than 100 bytes"),
        ("a\u{0}b", "no such file or directory"), (String(repeating: "a", count: 300), "the name is too long"),
    ])
    func whatCannotBeReadSaysWhy(path: String, words: String) {
        let failure = #expect(throws: SystemFailure.self) { try FileContent(path: path, limit: 100) }
        #expect(failure?.words == words)
    }

    @Test func aPipeWaitsForItsWriter() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        let reading = Task.detached { try FileContent(path: path, limit: 100).bytes }
        // Opening for writing waits for the reader.
        let writer = try FileHandle(forWritingTo: URL(filePath: path))
        try writer.write(contentsOf: Data("one ".utf8))
        try writer.write(contentsOf: Data("two".utf8))
        try writer.close()
        #expect(try await reading.value == Array("one two".utf8))
    }

    @Test func aWaitForAPipeEndsWithItsTask() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        let reading = Task.detached { try FileContent(path: path, limit: 100).bytes }
        reading.cancel()
        await #expect(throws: SystemFailure.interrupted) { try await reading.value }
    }
}
