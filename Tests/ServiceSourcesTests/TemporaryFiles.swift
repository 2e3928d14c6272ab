import Foundation
import JSON
import ServiceModel
import ServiceSources
import Testing
import Text

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
    /// What the records say.
    var contents: [[UInt8]] = []
    /// The unique names.
    var names: [String] = []
    var rejections: [RecordRejection] = []
    var warnings: [String] = []
    var passedOver: [PassedOverFile] = []
    var provenances: [Provenance] = []
    var error: SourceError?
    var batches = 0

    /// Whether a run over it would count as complete.
    var isComplete: Bool { rejections.isEmpty && error == nil }

    /// The rejections without the file's name.
    var reasons: [String] {
        rejections.map { rejection in
            RecordRejection(source: "", line: rejection.line, index: rejection.index, reason: rejection.reason)
                .description
        }
    }

    init(
        path: String, excludes: [String] = [], limits: FileReadingLimits = FileReadingLimits(chunk: 4096)
    ) async {
        let reader = FileSource(path: path, excludes: excludes).makeReader(limits: limits)
        do throws(SourceError) {
            while let batch = try await reader.next() {
                #expect(batch.records.count <= limits.batch)
                for record in batch.records.records {
                    contents.append(record.content)
                    names.append(record.text(.uniqueName) ?? "null")
                    provenances.append(record.provenance)
                }
                passedOver += batch.passedOver
                rejections += batch.rejections
                warnings += batch.warnings
                batches += 1
            }
        } catch {
            self.error = error
        }
        let isSpent: Bool
        do throws(SourceError) { isSpent = try await reader.next() == nil } catch { isSpent = false }
        #expect(isSpent, "a reader that is spent stays so")
    }

    init(_ text: String, limits: FileReadingLimits = FileReadingLimits(chunk: 4096)) async throws {
        try await self.init(bytes: Array(text.utf8), limits: limits)
    }

    init(bytes: [UInt8], limits: FileReadingLimits = FileReadingLimits(chunk: 4096)) async throws {
        let files = try TemporaryFiles()
        await self.init(path: try files.write(bytes), limits: limits)
    }
}

extension ServiceRecord {
    /// What the record says, to be compared.
    var content: [UInt8] {
        var bytes = ByteBuilder()
        appendContent(to: &bytes)
        return Array(bytes.bytes)
    }
}

extension JSONValue {
    /// What the record says that the object is.
    var content: [UInt8] {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: "expected"))
        var reader = JSONReader(Array(jsonText.utf8))
        _ = try? builder.read(&reader, at: RecordBatchBuilder.Place())
        return builder.last?.content ?? []
    }
}
