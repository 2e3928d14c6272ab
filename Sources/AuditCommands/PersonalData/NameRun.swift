internal import JSON
internal import PII
internal import ServiceSources

/// One run over the names of a file or of standard input.
struct NameRun {
    private let screen: NameScreen
    private let failOn: PIILevel?
    private let console: Console
    private var writer = JSONWriter()
    private var names = 0
    /// Names that reach `failOn`.
    private var failures = 0
    private var faults = Complaints()
    private var doubts = Complaints()

    private static let bufferSize = 1 << 16
    private static let lineLimit = 1 << 20

    init(screen: NameScreen, failOn: PIILevel?, console: Console) {
        self.screen = screen
        self.failOn = failOn
        self.console = console
    }

    /// Reads the names of the file at `path`, or of standard input for `-`, and writes what is found.
    ///
    /// What was read is answered before more is waited for, so that another program can give names one by one.
    /// - Throws: `CommandError` where standard output cannot be written.
    mutating func read(_ path: String) throws -> ExitStatus {
        let label = path == "-" ? "standard input" : path
        do {
            var reader = try LineReader(path: path, label: label, lineLimit: Self.lineLimit)
            repeat {
                while let line = reader.next() {
                    answer(line, at: "\(label):\(reader.lineNumber)")
                    if writer.count >= Self.bufferSize { try flush() }
                }
                try flush()
            } while try reader.load()
        } catch let error as SourceError {
            if error.code == .interrupted { return .interrupted }
            faults.add(error.message, console)
        }
        return finish()
    }

    private mutating func answer(_ line: LineReader.Line, at place: String) {
        names += 1
        guard case .bytes(let bytes) = line else {
            faults.add("\(place): longer than \(Self.lineLimit >> 20) MiB, and left out", console)
            return
        }
        let line = NameLine(bytes)
        if line.isNotUTF8 { faults.add("\(place): not UTF-8; what is not is read as U+FFFD", console) }
        if let reason = line.objectFault { doubts.add("\(place): read as it stands: \(reason)", console) }
        let verdict = screen.verdict(on: line.name)
        if let fault = verdict.fault { faults.add("\(place): --allow-if has no value: \(fault)", console) }
        if verdict.reaches(failOn) { failures += 1 }
        writer.line(line.name, verdict.matches)
    }

    private mutating func flush() throws {
        if writer.count > 0 { try console.write(writer.drain()) }
    }

    private func finish() -> ExitStatus {
        faults.reportRest("could not be read or judged", console)
        doubts.reportRest("were read as they stand", console)
        if let failOn, failures > 0 {
            let level = failOn == .high ? "high" : "\(failOn.rawValue) or above"
            console.report("proxy-audit: \(failures) of \(names) names hold personal data of level \(level)")
        }
        if faults.count > 0 { return .incomplete }
        if failures > 0 { return .failure }
        guard names == 0, failOn != nil else { return .success }
        console.report("proxy-audit: there was no name to look at")
        return .nothingLoaded
    }
}

/// Messages of which the first ones are shown, and the rest counted.
private struct Complaints {
    private(set) var count = 0
    private static let shown = 10

    mutating func add(_ message: String, _ console: Console) {
        count += 1
        if count <= Self.shown { console.report("proxy-audit: \(message)") }
    }

    func reportRest(_ words: String, _ console: Console) {
        if count > Self.shown { console.report("proxy-audit: \(count - Self.shown) more lines \(words)") }
    }
}
