import AuditEngine
import Foundation
import Platform
import Testing

@testable import Reports

/// No report says what the process does not end with, whatever becomes of the others.
@Suite struct ReportDeliveryTests {
    @Test func everyReportSaysTheSameAsTheProcess() throws {
        try withFolder { folder in
            let requests = ReportFormat.allCases.map {
                ReportRequest(format: $0, destination: .file(folder + "/audit." + $0.fileExtension))
            }
            let outcome = deliver(ReportFixture.allPass.report, requests)
            #expect(outcome.failures.isEmpty)
            #expect(outcome.written == requests)
            #expect(outcome.report.verdict.decision == .passed)
            let said = try decision(folder + "/audit.json")
            #expect(said == "passed")
        }
    }

    /// The one that fails may be any of them: those before it are made again.
    @Test(arguments: ["/dev/full", "/nowhere/audit.xml"], [0, 1])
    func whatCannotBeWrittenIsSaidInTheOthers(path: String, position: Int) throws {
        try withFolder { folder in
            var requests = [ReportRequest(format: .json, destination: .file(folder + "/audit.json"))]
            requests.insert(ReportRequest(format: .junit, destination: .file(path)), at: position)
            let outcome = deliver(ReportFixture.allPass.report, requests)
            #expect(outcome.failures.map(\.path) == [path])
            #expect(outcome.report.verdict.decision == .incomplete)
            #expect(outcome.report.exitCode == 2)
            let said = try decision(folder + "/audit.json")
            #expect(said == "incomplete")
        }
    }

    @Test(arguments: ["audit.json", "./audit.json", "other/../audit.json", "hard.json"])
    func onePlaceIsForOneReport(path: String) throws {
        try withFolder { folder in
            let files = FileManager.default
            try files.createDirectory(atPath: folder + "/other", withIntermediateDirectories: false)
            try Data().write(to: URL(fileURLWithPath: folder + "/audit.json"))
            try files.linkItem(atPath: folder + "/audit.json", toPath: folder + "/hard.json")
            let requests = [
                ReportRequest(format: .json, destination: .file(folder + "/audit.json")),
                ReportRequest(format: .junit, destination: .file(folder + "/" + path)),
            ]
            let error = #expect(throws: ReportError.self) { try delivery(requests).check(inputs: []) }
            #expect(error?.code == .usedTwice)
        }
    }

    @Test func placesThatDoNotExistYetAreCompared() throws {
        try withFolder { folder in
            let requests = [
                ReportRequest(format: .json, destination: .file(folder + "/new.json")),
                ReportRequest(format: .junit, destination: .file(folder + "/./new.json")),
            ]
            let error = #expect(throws: ReportError.self) { try delivery(requests).check(inputs: []) }
            #expect(error?.code == .usedTwice)
        }
    }

    @Test func noReportReplacesAnInput() throws {
        try withFolder { folder in
            try Data("precious".utf8).write(to: URL(fileURLWithPath: folder + "/in.json"))
            let requests = [ReportRequest(format: .json, destination: .file(folder + "/./in.json"))]
            let error = #expect(throws: ReportError.self) {
                try delivery(requests).check(inputs: [folder + "/in.json"])
            }
            #expect(error?.code == .isInput)
        }
    }

    /// Of a folder that is scanned a report may replace an earlier report alone.
    @Test func noReportReplacesWhatAFolderHolds() throws {
        try withFolder { folder in
            let requests = [ReportRequest(format: .json, destination: .file(folder + "/in.json"))]
            try Data("precious".utf8).write(to: URL(fileURLWithPath: folder + "/in.json"))
            let error = #expect(throws: ReportError.self) {
                try delivery(requests).check(inputs: [], files: [folder + "/in.json"]) { _ in false }
            }
            #expect(error?.code == .isInput)
            try delivery(requests).check(inputs: [], files: [folder + "/in.json"]) { _ in true }
        }
    }

    /// What a reader has had is not sent again with another verdict behind it.
    @Test func streamsAreServedOnce() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let requests = [
            ReportRequest(format: .json, destination: .file("/dev/fd/\(ends[1])")),
            ReportRequest(format: .junit, destination: .file("/dev/full")),
        ]
        let outcome = deliver(ReportFixture.allPass.report, requests)
        close(ends[1])
        let text = String(
            decoding: FileHandle(fileDescriptor: ends[0], closeOnDealloc: true).availableData, as: UTF8.self)
        #expect(outcome.failures.map(\.path) == ["/dev/full"])
        #expect(text.components(separatedBy: "\"schema_version\"").count == 2)
        #expect(outcome.written == [requests[0]])
    }

    /// A signal that comes while a pipe has no reader ends as one that comes during the scan does.
    @Test func aCancelledDeliveryIsAnInterruptedRun() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("delivery-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try #require(mkfifo(folder + "/pipe", 0o600) == 0)
        let requests = [
            ReportRequest(format: .json, destination: .file(folder + "/audit.json")),
            ReportRequest(format: .junit, destination: .file(folder + "/pipe")),
        ]
        let delivery = delivery(requests)
        let task = Task { delivery.deliver(ReportFixture.allPass.report) { Verdict(of: $0, undelivered: $1) } }
        task.cancel()
        let outcome = await task.value
        #expect(outcome.report.verdict.decision == .interrupted)
        let said = try decision(folder + "/audit.json")
        #expect(said == "interrupted")
        #expect(outcome.failures.map(\.cause) == ["interrupted"])
    }

    /// A run that is killed leaves no verdict of the run before.
    @Test func aStartedRunReplacesTheVerdictOfTheOneBefore() throws {
        try withFolder { folder in
            let path = folder + "/audit.json"
            let requests = [ReportRequest(format: .json, destination: .file(path))]
            let leftOver = folder + "/.proxy-audit-" + String(repeating: "0f", count: 16) + ".tmp"
            try Data().write(to: URL(fileURLWithPath: leftOver))
            var started = ReportFixture.emptyRun.report
            started.verdict = Verdict(.notFinished)
            try delivery(requests).markStarted(started)
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(!FileManager.default.fileExists(atPath: leftOver))
            _ = deliver(ReportFixture.allPass.report, requests)
            try delivery(requests).markStarted(started)
            let said = try decision(path)
            #expect(said == "not_finished")
        }
    }

    @Test(arguments: [(UInt32(0o600), "0600"), (0o640, "0640"), (0o644, "644")])
    func modeIsAsWanted(bits: UInt32, text: String) throws {
        try withFolder { folder in
            let path = folder + "/audit.json"
            let delivery = ReportDelivery(
                [ReportRequest(format: .json, destination: .file(path))], mode: try #require(FileMode(octal: text)),
                exitCode: ReportFixture.exitCode)
            _ = delivery.deliver(ReportFixture.allPass.report) { _, _ in Verdict(.passed) }
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == Int(bits))
        }
    }

    @Test(arguments: ["", "6", "0400", "0060", "0755", "1644", "0x1ff", "06440", "-600", "+600"])
    func whatIsNoModeIsRefused(text: String) {
        #expect(FileMode(octal: text) == nil)
    }

    private func delivery(_ requests: [ReportRequest]) -> ReportDelivery {
        ReportDelivery(requests, exitCode: ReportFixture.exitCode)
    }

    private func deliver(_ report: AuditReport, _ requests: [ReportRequest]) -> ReportDelivery.Outcome {
        delivery(requests).deliver(report) { Verdict(of: $0, undelivered: $1) }
    }

    private func decision(_ path: String) throws -> String? {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return (json?["run"] as? [String: Any])?["decision"] as? String
    }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("delivery-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }
}
