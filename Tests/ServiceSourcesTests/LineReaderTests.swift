import ServiceSources
import Testing

/// Lines come out as they are, wherever a read of the file ends.
@Suite struct LineReaderTests {
    private struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let lines: [String]

        var testDescription: String { text.debugDescription }
    }

    private static let examples = [
        Example(text: "", lines: []), Example(text: "\n", lines: [""]), Example(text: "a", lines: ["a"]),
        Example(text: "a\n", lines: ["a"]), Example(text: "a\n\nb", lines: ["a", "", "b"]),
        Example(text: "a\r\nb\r\n", lines: ["a", "b"]), Example(text: "\r\n\r", lines: ["", ""]),
        Example(text: "a\rb\r\r\nc", lines: ["a\rb\r", "c"]),
        Example(text: "\u{FEFF}a\n\u{FEFF}b", lines: ["a", "\u{FEFF}b"]),
        Example(text: "\u{FEFF}", lines: [""]),
        Example(text: "a\u{0}\u{2028}\u{85}b\n", lines: ["a\u{0}\u{2028}\u{85}b"]),
        Example(text: "12345678\n123456789\n12345678\r\n1", lines: ["12345678", "too long", "12345678", "1"]),
        Example(text: String(repeating: "9", count: 100), lines: ["too long"]),
    ]

    @Test(arguments: examples, [1, 2, 3, 7, 4096]) private func linesAreRead(_ example: Example, chunkSize: Int) throws
    {
        let files = try TemporaryFiles()
        var reader = try LineReader(
            path: files.write(example.text.utf8), label: "names", lineLimit: 8, chunkSize: chunkSize)
        var lines: [String] = []
        repeat {
            while let line = reader.next() {
                switch line {
                case .bytes(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
                case .tooLong: lines.append("too long")
                }
                #expect(reader.lineNumber == lines.count)
            }
        } while try reader.load()
        #expect(lines.map { Array($0.utf8) } == example.lines.map { Array($0.utf8) })
    }

    @Test func whatCannotBeReadIsNamed() throws {
        let files = try TemporaryFiles()
        #expect(throws: SourceError(.notFound, "names: no such file or directory")) {
            _ = try LineReader(path: files.root + "/none", label: "names")
        }
        #expect(throws: SourceError(.unreadable, "names: is a directory")) {
            _ = try LineReader(path: files.root, label: "names")
        }
    }

    @Test func aCancelledTaskReadsNoMore() async throws {
        let files = try TemporaryFiles()
        let path = try files.write("a\n".utf8)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            var reader = try LineReader(path: path, label: "names")
            _ = try reader.load()
        }
        task.cancel()
        await #expect(throws: SourceError(.interrupted, "names: interrupted")) { try await task.value }
    }
}
