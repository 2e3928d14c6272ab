import Foundation
import Testing

/// `proxy-audit pii` with inputs that no folder of files can hold, and as a part of pipelines.
@Suite struct PIICommandTests {
    private static func run(_ arguments: [String], over input: [UInt8]) throws -> ProgramRun {
        let work = try TemporaryFolder()
        try Data(input).write(to: work.url.appending(path: "names"))
        return try ProgramRun(["pii", "names"] + arguments, in: work)
    }

    private static func kinds(in name: String, _ arguments: [String] = []) throws -> [[String: Any]] {
        let run = try run(arguments, over: Array(name.utf8))
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        return try #require(object?["kinds"] as? [[String: Any]])
    }

    @Test func namesOfPersonsAreFound() throws {
        let kinds = try Self.kinds(in: "driver_Maria_Garcia")
        #expect(kinds.map { $0["kind"] as? String } == ["person_name"])
        #expect(try Self.run(["--fail-on", "medium"], over: Array("driver_Maria_Garcia".utf8)).status == 1)
        let explained = try ProgramRun(["pii", "--explain", "driver_Maria_Garcia"], in: TemporaryFolder())
        #expect(explained.output.hasPrefix("driver_Maria_Garcia\n       ^^^^^^^^^^^^\n  person_name: "))
        #expect(explained.output.hasSuffix("Reports show it as: driver_***\n"))
    }

    @Test func keysAreInOrderAndConfidencesInHundredths() throws {
        let output = try Self.run([], over: Array("prod-john.smith@acme.io".utf8)).output
        let form =
            #/
            \{"name":"[^"]*","kinds":\[\{"kind":"email","confidence":0\.[0-9]{1,2},"level":"high","masked":"[^"]*",
            "reason":"[^"]*"\}\]\}\n
            /#
        #expect(output.wholeMatch(of: form) != nil, "\(output)")
    }

    @Test func bytesThatAreNotUTF8AreSearchedAndReported() throws {
        let run = try Self.run([], over: Array("a\n".utf8) + [0xFF, 0x20] + Array("john@acme.io\nb".utf8))
        #expect(run.status == 2)
        #expect(
            run.output.hasPrefix(#"{"name":"a","kinds":[]}"# + "\n" + #"{"name":"\#u{FFFD} john@acme.io","kinds":[{"#))
        #expect(run.output.hasSuffix(#"{"name":"b","kinds":[]}"# + "\n"))
        #expect(run.errors == "proxy-audit: names:2: not UTF-8; what is not is read as U+FFFD\n")
    }

    @Test func linesThatAreTooLongAreLeftOutAndReported() throws {
        let long = Array(repeating: UInt8(ascii: "x"), count: (1 << 20) + 1)
        let run = try Self.run([], over: Array("a\n".utf8) + long + Array("\nb\n".utf8))
        #expect(run.status == 2)
        #expect(run.output == #"{"name":"a","kinds":[]}"# + "\n" + #"{"name":"b","kinds":[]}"# + "\n")
        #expect(run.errors == "proxy-audit: names:2: longer than 1 MiB, and left out\n")
        #expect(try Self.run([], over: Array(long.dropLast())).status == 0)
    }

    @Test func manyFaultsAreCounted() throws {
        let run = try Self.run([], over: Array(repeating: [0xFF, 0x0A], count: 15).flatMap(\.self))
        #expect(run.status == 2)
        #expect(run.errors.split(separator: "\n").count == 11)
        #expect(run.errors.hasSuffix("\nproxy-audit: 5 more lines could not be read or judged\n"))
    }

    @Test func everyNameIsAnsweredInOrder() throws {
        let names = (0..<20_000).map { "name-\($0)" }
        let run = try Self.run(["--fail-on", "low"], over: Array(names.joined(separator: "\n").utf8))
        #expect(run.status == 0)
        #expect(run.output == names.map { #"{"name":"\#($0)","kinds":[]}"# + "\n" }.joined())
    }

    /// Runs a script in which `$P` is the program.
    private static func shell(_ script: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", script]
        process.environment = ["PATH": "/usr/bin:/bin", "P": ProgramRun.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test func aReaderThatHasGoneEndsItQuietly() throws {
        let run = try Self.shell(#"yes name 2>/dev/null | "$P" pii | head -n 1; echo "${PIPESTATUS[1]}""#)
        #expect(run.output == #"{"name":"name","kinds":[]}"# + "\n2\n")
    }

    @Test func namesAreAnsweredBeforeMoreAreWaitedFor() throws {
        let run = try Self.shell(
            #"{ echo first; sleep 9; } | "$P" pii | { read -r -t 8 answer; echo "$answer"; }"#)
        #expect(run.output == #"{"name":"first","kinds":[]}"# + "\n")
    }

    @Test(arguments: ["INT", "TERM"]) func aSignalEndsTheWaitForNames(signal: String) throws {
        let run = try Self.shell(
            #"""
            coproc "$P" pii
            echo first >&"${COPROC[1]}"
            read -r -t 20 answer <&"${COPROC[0]}"
            program=$COPROC_PID
            kill -\#(signal) "$program"
            wait "$program"
            echo "$?"
            """#)
        #expect(run.output == "130\n")
    }
}
