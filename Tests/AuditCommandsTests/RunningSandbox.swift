import Foundation
import Testing

/// A sandbox of the real program, on a free loopback port, ended by its process id.
final class RunningSandbox {
    /// `http://127.0.0.1:PORT`
    let url: String
    private let process: Process

    /// Starts one with `arguments` added, and waits until it listens.
    init(_ arguments: [String], in folder: TemporaryFolder) throws {
        process = Process()
        process.executableURL = URL(filePath: ProgramRun.path)
        process.arguments = ["sandbox", "--port", "0"] + arguments
        process.currentDirectoryURL = folder.url
        process.environment = ["PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) {
            line += byte
        }
        let text = String(decoding: line, as: UTF8.self)
        let prefix = "listening on "
        try #require(text.hasPrefix(prefix), "the sandbox did not start")
        url = String(text.dropFirst(prefix.count))
    }

    /// Ends it and gives its status.
    func stop() -> Int32 {
        process.interrupt()
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit {
        if process.isRunning { _ = stop() }
    }
}

/// An organisation of a parent and two subaccounts, made up for these tests.
enum Organisation {
    static let parent = "AC" + String(repeating: "a", count: 32)
    static let first = "AC" + String(repeating: "b", count: 32)
    static let second = "AC" + String(repeating: "c", count: 32)
    static let environment = ["TWILIO_ACCOUNT_SID": parent, "TWILIO_AUTH_TOKEN": "token-of-parent"]

    /// A seed with `services` Services in each account, the first of each with an unencrypted callback.
    static func seed(services: Int) throws -> String {
        let accounts = [(parent, nil), (first, parent), (second, parent)].map { (sid: String, owner: String?) in
            var account: [String: Any] = [
                "sid": sid, "auth_token": sid == parent ? "token-of-parent" : "token-of-\(sid.suffix(1))",
                "services": (0..<services).map { number in
                    [
                        "unique_name": "lane-\(sid.suffix(1))-\(number)", "default_ttl": 3600,
                        "callback_url": number == 0 ? "http://hooks.lanes.net/" : "https://hooks.lanes.net/",
                    ] as [String: Any]
                },
            ]
            account["owner_account_sid"] = owner
            return account
        }
        return String(decoding: try JSONSerialization.data(withJSONObject: ["accounts": accounts]), as: UTF8.self)
    }
}
