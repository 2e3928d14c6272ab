import Foundation
import Testing

/// One run of the real program in a folder of its own, with an environment that holds nothing but what the test gives.
struct ProgramRun {
    let status: Int32
    let output: String
    let errors: String

    /// The root of the checkout.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    /// Runs the program to its end; `input` is its standard input.
    init(
        _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:], input: String = ""
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: ProgramRun.path)
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.url.path].merging(environment) { $1 }
        let inputFile = folder.hidden.appending(path: "stdin")
        let outputFile = folder.hidden.appending(path: "stdout")
        let errorFile = folder.hidden.appending(path: "stderr")
        try Data(input.utf8).write(to: inputFile)
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : 1000 + process.terminationStatus
        output = try String(contentsOf: outputFile, encoding: .utf8)
        errors = try String(contentsOf: errorFile, encoding: .utf8)
    }

    /// The program, beside the bundle of the tests wherever the build put it.
    static var path: String {
        let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        return bundle.appending(path: "proxy-audit").path
    }
}

/// A folder that is removed when the last copy of the value goes.
final class TemporaryFolder {
    let url: URL
    /// For files that the program under test should not see in its folder.
    let hidden: URL

    init() throws {
        let base = FileManager.default.temporaryDirectory.appending(path: "proxy-audit-\(UUID().uuidString)")
        url = base.appending(path: "work")
        hidden = base.appending(path: "streams")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(at: hidden, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
    }

    /// Writes a file, and the folders that lead to it.
    func write(_ text: String, to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The text of a file.
    func read(_ name: String) throws -> String {
        try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }
}
