import AuditEngine
import Foundation
import Platform
import Testing

@testable import Reports

@Suite struct ReportDestinationTests {
    @Test func writesAPrivateFile() throws {
        try withFolder { folder in
            let path = folder + "/audit.json"
            try write("new", to: path)
            #expect(try read(path).hasPrefix("{"))
            #expect(try mode(path) == 0o600)
            #expect(try names(in: folder) == ["audit.json"])
        }
    }

    @Test func replacesAFileAndItsMode() throws {
        try withFolder { folder in
            let path = folder + "/audit.json"
            try Data("old and longer".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            try write("new", to: path)
            #expect(try read(path).hasPrefix("{"))
            #expect(try mode(path) == 0o600)
        }
    }

    /// A reader that looks while the report is written sees the old one.
    @Test func fileIsAsItWasUntilItsPlaceIsTaken() throws {
        try withFolder { folder in
            let path = folder + "/audit.json"
            try write("old", to: path)
            let staged = try StagedReport(ReportRequest(format: .json, destination: .file(path)), mode: .ownerOnly)
            try staged.render(ReportFixture.hostileNames.report, options: ReportOptions())
            #expect(try read(path) == "old")
            try staged.place()
            #expect(try read(path).hasPrefix("{"))
        }
    }

    @Test func whatIsNotPlacedLeavesTheOldFileAndNothingElse() throws {
        try withFolder { folder in
            let path = folder + "/audit.json"
            try write("old", to: path)
            do {
                let staged = try StagedReport(ReportRequest(format: .json, destination: .file(path)), mode: .ownerOnly)
                try staged.render(ReportFixture.allPass.report, options: ReportOptions())
            }
            #expect(try read(path) == "old")
            #expect(try names(in: folder) == ["audit.json"])
        }
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let path: String
        let code: ReportError.Code
        var testDescription: String { "\(code)" }
    }

    @Test(arguments: [
        Refusal(path: "folder", code: .isFolder), .init(path: "folder/", code: .isFolder),
        .init(path: "missing/audit.json", code: .folderMissing), .init(path: "file/audit.json", code: .folderMissing),
        .init(path: "missing/", code: .folderMissing), .init(path: "link", code: .isLink),
        .init(path: "dangling", code: .isLink), .init(path: "folderLink", code: .isFolder),
        .init(path: "loop", code: .isLink), .init(path: "nul\u{0}l", code: .invalidPath),
        .init(path: String(repeating: "n", count: 300), code: .systemFailure),
    ])
    func refusesWithOneClearLine(refusal: Refusal) throws {
        try withFolder { folder in
            let files = FileManager.default
            try files.createDirectory(atPath: folder + "/folder", withIntermediateDirectories: false)
            try write("precious", to: folder + "/file")
            try files.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "file")
            try files.createSymbolicLink(atPath: folder + "/folderLink", withDestinationPath: "folder")
            try files.createSymbolicLink(atPath: folder + "/dangling", withDestinationPath: "nowhere")
            try files.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: "loop")
            let path = folder + "/" + refusal.path
            let before = try names(in: folder)
            let checked = #expect(throws: ReportError.self) { try ReportDestination.file(path).check() }
            let written = #expect(throws: ReportError.self) { try write("new", to: path) }
            #expect(checked?.code == refusal.code)
            #expect(written == checked)
            #expect(written?.path == path)
            #expect(written?.description.contains("\n") == false)
            #expect(try names(in: folder) == before)
            #expect(try read(folder + "/file") == "precious")
        }
    }

    @Test func emptyPathIsRefused() {
        #expect(throws: ReportError(code: .invalidPath, path: "", cause: "not a path")) {
            try ReportDestination.file("").check()
        }
    }

    @Test
    func fullDiskIsAnError() {
        let error = #expect(throws: ReportError.self) { try write("new", to: "/dev/full") }
        #expect(error?.code == .noSpace)
    }

    @Test func deviceIsWrittenIntoAndStaysOne() throws {
        try write("new", to: "/dev/null")
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial)
    }

    @Test func folderWithoutPermissionIsAnError() throws {
        try withFolder { folder in
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
            defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder) }
            // Root may write everywhere but into the kernel's own folders.
            let isRoot = geteuid() == 0
            let path = isRoot ? "/sys/kernel/proxy-audit-report" : folder + "/x"
            let written = #expect(throws: ReportError.self) { try write("new", to: path) }
            #expect(written?.code == .notPermitted)
            if !isRoot {
                let checked = #expect(throws: ReportError.self) { try ReportDestination.file(path).check() }
                #expect(checked?.code == .notPermitted)
            }
        }
    }

    @Test func brokenPipeIsAnError() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        let failure = #expect(throws: ReportError.self) { try write("new", to: "/dev/fd/\(ends[1])") }
        #expect(failure?.code == .brokenPipe)
        #expect(failure?.description.hasSuffix("its reader has gone") == true)
    }

    @Test func minusIsStandardOutput() {
        #expect(ReportDestination(argument: "-") == .standardOutput)
        #expect(ReportDestination(argument: "./-") == .file("./-"))
    }

    @Test(arguments: ReportFormat.allCases)
    func fileHoldsWhatWasRendered(format: ReportFormat) throws {
        try withFolder { folder in
            let report = ReportFixture.hostileNames.report
            let path = folder + "/report"
            try put(report, format, at: path)
            let written = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            let expected = try RenderedReport.bytes(format, report)
            #expect(written == expected)
        }
    }

    /// Writes a text to a file, or for "new" a report whose contents do not matter.
    private func write(_ text: String, to path: String) throws {
        guard text == "new" else { return try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
        try put(ReportFixture.allPass.report, .json, at: path)
    }

    private func put(_ report: AuditReport, _ format: ReportFormat, at path: String) throws {
        let staged = try StagedReport(ReportRequest(format: format, destination: .file(path)), mode: .ownerOnly)
        try staged.render(report, options: ReportOptions())
        try staged.place()
    }

    private func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reports-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }
}

/// Gives 1 for ever.
