internal import ArgumentParser
internal import JSON
internal import ProxyAPI
internal import ServiceModel
internal import ServiceSources

/// `proxy-audit services`: the API's operations, one by one.
struct ServicesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "services", abstract: "List, fetch, create, update and remove Services of one account.",
        discussion: """
            The account is the one that TWILIO_ACCOUNT_SID names, with TWILIO_API_KEY and TWILIO_API_SECRET or \
            TWILIO_AUTH_TOKEN, and TWILIO_REGION and TWILIO_EDGE. Services are printed as the API gives them, \
            names and URLs in clear. Ends with status 1 where the API refuses the request.
            """,
        subcommands: [
            ServicesListCommand.self, ServicesFetchCommand.self, ServicesCreateCommand.self,
            ServicesUpdateCommand.self, ServicesRemoveCommand.self,
        ])

    /// The Service of an answer as indented JSON, read as the scan reads one.
    static func text(of answer: [UInt8]) throws(CommandError) -> [UInt8] {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: "the answer"))
        let reading: RecordReading
        do throws(JSONError) {
            var reader = JSONReader(answer)
            reading = try builder.read(&reader, at: RecordBatchBuilder.Place())
            try reader.finish()
        } catch {
            throw .unreadable(error.description)
        }
        if case .rejected(let reason) = reading { throw .unreadable(reason) }
        guard let record = builder.last else { throw .unreadable("not a Service") }
        var writer = JSONWriter(isPretty: true)
        record.write(to: &writer)
        writer.newline()
        return writer.bytes
    }

    /// The SID of an argument.
    static func sid(_ text: String) throws(CommandError) -> SID {
        guard let sid = SID(text, kind: .service) else {
            throw .usage("'\(text)' is not a Service SID (KS and 32 hexadecimal digits)")
        }
        return sid
    }
}

/// `proxy-audit services list`
struct ServicesListCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print every Service, one JSON object a line.",
        discussion: """
            What it prints is a snapshot that 'proxy-audit scan FILE' reads. Ends with status 2 where not every Service \
            could be had: then the snapshot is not complete, and must not be scanned in its place.
            """)

    @OptionGroup var connection: ConnectionOptions

    @Option(help: "Services a page, 1 to 1000.")
    var pageSize = 100

    func validate() throws {
        guard (1...1000).contains(pageSize) else { throw ValidationError("--page-size must be 1 to 1000") }
    }

    func run(console: Console) async throws -> ExitStatus {
        let source = try connection.source(console: console)
        let pageSize = pageSize
        return try await console.interruption.cancelling {
            let settings = ClientSettings(userAgent: "proxy-audit/\(ProxyAuditProgram.version)")
            return try await ProxyTransport.withTransport(settings: settings) { transport in
                var reader = source.makeReader(transport: transport, pageSize: pageSize)
                return try await ServicesListCommand.list(from: &reader, to: console)
            }
        }
    }

    /// Prints the records as they come, and says what could not be had.
    private static func list(from reader: inout LiveReader, to console: Console) async throws -> ExitStatus {
        var status = ExitStatus.success
        do throws(SourceError) {
            while let batch = try await reader.next() {
                var writer = JSONWriter()
                for record in batch.records.records {
                    record.write(to: &writer)
                    writer.newline()
                }
                do { try console.write(writer.bytes) } catch { return error.status }
                for warning in batch.warnings { console.report("warning: \(warning)") }
                for rejection in batch.rejections {
                    console.report("proxy-audit: \(rejection.description)")
                    status = .incomplete
                }
            }
        } catch {
            if error.code == .interrupted { throw CommandError("interrupted", status: .interrupted) }
            throw CommandError("\(error.message)\nThe list is not complete.", status: .incomplete)
        }
        if status == .incomplete { console.report("proxy-audit: the list is not complete") }
        return status
    }
}

/// `proxy-audit services fetch SID`
struct ServicesFetchCommand: AuditCommand {
    static let configuration = CommandConfiguration(commandName: "fetch", abstract: "Print one Service.")

    @Argument(help: "The Service's SID.")
    var sid: String

    @OptionGroup var connection: ConnectionOptions

    func run(console: Console) async throws -> ExitStatus {
        let sid = try ServicesCommand.sid(sid)
        let answer = try await connection.withClient(console: console) { try await $0.fetch(sid) }
        try console.write(ServicesCommand.text(of: answer))
        return .success
    }
}

/// `proxy-audit services create --unique-name NAME`
struct ServicesCreateCommand: AuditCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "Create a Service and print it.")

    @Option(help: "The Service's name: unique in its account, 191 characters at most, without personal data.")
    var uniqueName: String

    @OptionGroup var properties: ServicePropertyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(console: Console) async throws -> ExitStatus {
        var parameters = properties.parameters
        parameters[.uniqueName] = uniqueName
        let request = parameters
        let answer = try await connection.withClient(console: console) { try await $0.create(request) }
        try console.write(ServicesCommand.text(of: answer))
        return .success
    }
}

/// `proxy-audit services update SID`
struct ServicesUpdateCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change properties of a Service and print it.",
        discussion: "An empty text clears a URL or the chat instance, as in --callback-url ''.")

    @Argument(help: "The Service's SID.")
    var sid: String

    @Option(help: "A new name.")
    var uniqueName: String?

    @OptionGroup var properties: ServicePropertyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(console: Console) async throws -> ExitStatus {
        let sid = try ServicesCommand.sid(sid)
        var parameters = properties.parameters
        parameters[.uniqueName] = uniqueName
        guard parameters != ServiceParameters() else {
            throw CommandError.usage("give at least one property to change")
        }
        let request = parameters
        let answer = try await connection.withClient(console: console) { try await $0.update(sid, request) }
        try console.write(ServicesCommand.text(of: answer))
        return .success
    }
}

/// `proxy-audit services remove SID`
struct ServicesRemoveCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Delete a Service with its Sessions, Participants and Interactions.")

    @Argument(help: "The Service's SID.")
    var sid: String

    @OptionGroup var connection: ConnectionOptions

    func run(console: Console) async throws -> ExitStatus {
        let sid = try ServicesCommand.sid(sid)
        try await connection.withClient(console: console) { try await $0.remove(sid) }
        console.report("removed \(sid)")
        return .success
    }
}

/// The properties that create and update requests share.
struct ServicePropertyOptions: ParsableArguments {
    @Option(
        name: .customLong("default-ttl"),
        help: ArgumentHelp("The Sessions' default TTL; 0 is unlimited.", valueName: "seconds"))
    var defaultTTL: Int64?

    @Option(
        name: .customLong("callback-url"), help: ArgumentHelp("Called on changes of interactions.", valueName: "url"))
    var callbackURL: String?

    @Option(
        name: .customLong("intercept-callback-url"),
        help: ArgumentHelp("Called on each interaction; 403 blocks it.", valueName: "url"))
    var interceptCallbackURL: String?

    @Option(
        name: .customLong("out-of-session-callback-url"),
        help: ArgumentHelp("Called for calls and messages without a Session.", valueName: "url"))
    var outOfSessionCallbackURL: String?

    @Option(help: ArgumentHelp("area-code, overlay, radius, country or extended-area-code.", valueName: "level"))
    var geoMatchLevel: String?

    @Option(help: ArgumentHelp("avoid-sticky or prefer-sticky.", valueName: "behavior"))
    var numberSelectionBehavior: String?

    @Option(name: .customLong("chat-instance-sid"), help: ArgumentHelp("The Chat Service instance.", valueName: "sid"))
    var chatInstanceSID: String?

    /// What was given.
    var parameters: ServiceParameters {
        var parameters = ServiceParameters()
        parameters[.defaultTTL] = defaultTTL.map { String($0) }
        parameters[.callbackURL] = callbackURL
        parameters[.interceptCallbackURL] = interceptCallbackURL
        parameters[.outOfSessionCallbackURL] = outOfSessionCallbackURL
        parameters[.geoMatchLevel] = geoMatchLevel
        parameters[.numberSelectionBehavior] = numberSelectionBehavior
        parameters[.chatInstanceSID] = chatInstanceSID
        return parameters
    }
}
