internal import ArgumentParser
internal import JSON
internal import ProxyAPI
internal import ServiceModel

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

    /// One Service as indented JSON.
    static func text(of service: Service) -> [UInt8] {
        var writer = JSONWriter(isPretty: true)
        service.write(to: &writer)
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
        discussion: "What it prints is a snapshot that 'proxy-audit scan FILE' reads.")

    @OptionGroup var connection: ConnectionOptions

    @Option(help: "Services a page, 1 to 1000.")
    var pageSize = 100

    func validate() throws {
        guard (1...1000).contains(pageSize) else { throw ValidationError("--page-size must be 1 to 1000") }
    }

    func run(console: Console) async throws -> ExitStatus {
        let pageSize = pageSize
        try await connection.withClient(console: console) { client in
            var pages = client.services(pageSize: pageSize)
            while let page = try await pages.next() {
                var writer = JSONWriter()
                for service in page.services {
                    service.write(to: &writer)
                    writer.newline()
                }
                try console.write(writer.bytes)
            }
        }
        return .success
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
        let service = try await connection.withClient(console: console) { try await $0.fetch(sid) }
        try console.write(ServicesCommand.text(of: service))
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
        parameters.uniqueName = uniqueName
        let request = parameters
        let service = try await connection.withClient(console: console) { try await $0.create(request) }
        try console.write(ServicesCommand.text(of: service))
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
        parameters.uniqueName = uniqueName
        guard parameters != ServiceParameters() else {
            throw CommandError.usage("give at least one property to change")
        }
        let request = parameters
        let service = try await connection.withClient(console: console) { try await $0.update(sid, request) }
        try console.write(ServicesCommand.text(of: service))
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
        ServiceParameters(
            defaultTTL: defaultTTL, callbackURL: callbackURL, geoMatchLevel: geoMatchLevel.map(GeoMatchLevel.init),
            numberSelectionBehavior: numberSelectionBehavior.map(NumberSelectionBehavior.init),
            interceptCallbackURL: interceptCallbackURL, outOfSessionCallbackURL: outOfSessionCallbackURL,
            chatInstanceSID: chatInstanceSID)
    }
}
