import Foundation
import ServiceModel
import ServiceSources
import Testing

/// A directory of its own for each test, which goes when the test ends.
final class TemporaryFiles: Sendable {
    let root: String

    init() throws {
        root = FileManager.default.temporaryDirectory.path + "/proxy-audit-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    /// Writes a file, and gives its path.
    @discardableResult
    func write(_ bytes: some Sequence<UInt8>, to name: String = "input") throws -> String {
        let path = root + "/" + name
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }
}

/// All that a source gave.
struct Reading: Sendable, Equatable {
    var services: [Service] = []
    var rejections: [RecordRejection] = []
    var warnings: [String] = []
    var error: SourceError?
    var batches = 0

    /// Whether a run over it would count as complete.
    var isComplete: Bool { rejections.isEmpty && error == nil }

    var sids: [String] { services.map { $0.sid ?? "null" } }

    /// The rejections without the file's name.
    var reasons: [String] {
        rejections.map { rejection in
            RecordRejection(source: "", line: rejection.line, index: rejection.index, reason: rejection.reason)
                .description
        }
    }

    init(path: String, limits: FileReadingLimits = FileReadingLimits(chunk: 4096)) async {
        let reader = FileSource(path: path).makeReader(limits: limits)
        do throws(SourceError) {
            while let batch = try await reader.next() {
                #expect(!batch.isEmpty)
                #expect(batch.services.count <= limits.batch)
                services += batch.services
                rejections += batch.rejections
                warnings += batch.warnings
                batches += 1
            }
        } catch {
            self.error = error
        }
        let after = try? await reader.next()
        #expect(after == .some(nil), "a reader that is spent stays so")
    }

    init(_ text: String, limits: FileReadingLimits = FileReadingLimits(chunk: 4096)) async throws {
        try await self.init(bytes: Array(text.utf8), limits: limits)
    }

    init(bytes: [UInt8], limits: FileReadingLimits = FileReadingLimits(chunk: 4096)) async throws {
        let files = try TemporaryFiles()
        await self.init(path: try files.write(bytes), limits: limits)
    }
}
