import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import ProxyAPI
import ServiceModel

/// What a connection tells about itself.
struct SandboxRequestContext: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
    }
}

/// Answers every request: credentials, then faults, then path and method, then the operation.
struct SandboxResponder: HTTPResponder {
    let configuration: SandboxConfiguration
    let store: SandboxStore
    let accounts: [SandboxAccount]
    let credentials: CredentialTable
    let traffic: SandboxTraffic

    func respond(to request: Request, context: SandboxRequestContext) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let number = await traffic.nextRequestNumber()
        // Read first, whatever the answer: what is left unread would be taken for the next request's beginning.
        let body = try await RequestBodyReader(limits: configuration.limits).read(request)
        var (answer, concurrentRequests) = await answer(to: request, body, context)
        answer.headers.append(contentsOf: SandboxResponder.crossOriginHeaders)
        answer.headers[.twilioRequestID] = store.identifiers.requestID(number: number)
        answer.headers[.twilioConcurrentRequests] = String(concurrentRequests)
        answer.headers[.twilioRequestDuration] = SandboxResponder.seconds(clock.now - start)
        if !answer.body.isEmpty { answer.headers[.contentType] = "application/json" }
        return try await response(answer, isHead: request.method == .head, context.channel)
    }

    private func answer(
        to request: Request, _ body: RequestBodyReader.Outcome, _ context: SandboxRequestContext
    ) async -> (SandboxAnswer, concurrentRequests: Int) {
        do throws(APIProblem) {
            let target = RequestTarget(request.head.path ?? "/")
            guard request.method != .options || target.route.methods.isEmpty else {
                let methods = target.route.methods.map(\.rawValue).joined(separator: ", ")
                return (SandboxAnswer(status: .noContent, headers: [.allow: methods]), 1)
            }
            if case .endless = body { return (.closing(.bodyTooLarge), 1) }
            if case .tooSlow = body { return (.closing(.bodyTooSlow), 1) }
            let origin = try origin(of: request, context.channel)
            let principal = try credentials.principal(authorization: request.headers[.authorization])
            let account = principal.account.sid
            let (concurrentRequests, fault) = await traffic.begin(
                account, operation: target.operation(request.method))
            let exchange = Exchange(
                method: request.method, target: target, contentType: request.headers[.contentType], body: body,
                origin: origin, principal: principal, fault: fault)
            let answer = await harmed(fault, context.channel) { try await operate(exchange) }
            await traffic.end(account)
            return (answer, concurrentRequests)
        } catch {
            return (SandboxAnswer(error), 1)
        }
    }

    private func origin(of request: Request, _ channel: any Channel) throws(APIProblem) -> RequestOrigin {
        // The first Host is the authority; any other is still among the headers, and makes the request ambiguous.
        guard !request.headers.contains(where: { $0.name.canonicalName == "host" }) else {
            throw .malformedRequest("Invalid Host header.")
        }
        let address = SandboxAddress(
            host: channel.localAddress?.ipAddress ?? configuration.host,
            port: channel.localAddress?.port ?? configuration.port)
        return try RequestOrigin(host: request.head.authority, address: address)
    }

    /// Runs an operation with a fault around it, and turns whatever it throws into an answer.
    private func harmed(
        _ fault: SandboxFaults.Kind?, _ channel: any Channel, _ operation: () async throws -> SandboxAnswer
    ) async -> SandboxAnswer {
        do {
            switch fault {
            case .tooManyRequests(let retryAfter): throw APIProblem.tooManyRequests(retryAfter: retryAfter)
            case .serverError: throw APIProblem.serverError
            case .unavailable(let retryAfter): throw APIProblem.unavailable(retryAfter: retryAfter)
            case .closedConnection:
                var answer = SandboxAnswer(status: .ok)
                answer.delivery = .none
                return answer
            case .delay(let time): try await wait(time, channel)
            case .truncatedBody:
                var answer = try await operation()
                answer.delivery = .half
                return answer
            case .foreignAccount, .repeatedNextLink, .foreignNextLink, .creationRestricted, nil: break
            }
            return try await operation()
        } catch let problem as APIProblem {
            return SandboxAnswer(problem)
        } catch {
            return SandboxAnswer(.serverError)
        }
    }

    /// Waits, but no longer than the connection lives.
    private func wait(_ time: Duration, _ channel: any Channel) async throws {
        let timer = channel.eventLoop.scheduleTask(in: TimeAmount(time)) {}
        channel.closeFuture.whenComplete { _ in timer.cancel() }
        try await timer.futureResult.get()
    }

    /// Everything about a request that was let in.
    private struct Exchange: Sendable {
        let method: HTTPRequest.Method
        let target: RequestTarget
        let contentType: String?
        let body: RequestBodyReader.Outcome
        let origin: RequestOrigin
        let principal: CredentialTable.Principal
        let fault: SandboxFaults.Kind?
    }

    private func operate(_ exchange: Exchange) async throws -> SandboxAnswer {
        let target = exchange.target
        guard case .complete(let body) = exchange.body else { throw APIProblem.bodyTooLarge }
        guard target.route != .unknown else { throw APIProblem.notFound(path: target.path) }
        guard target.route.methods.contains(exchange.method) else {
            throw APIProblem.methodNotAllowed(target.route.methods)
        }
        let services = ServiceEndpoints(
            store: store, account: exchange.principal.account, origin: exchange.origin, policy: configuration.policy,
            now: wholeSecond(configuration.clock()), fault: exchange.fault)
        let accounts = AccountEndpoints(
            accounts: accounts, principal: exchange.principal, identifiers: store.identifiers,
            policy: configuration.policy, fault: exchange.fault)
        switch (target.route, exchange.method) {
        case (.services, .post): return try await services.create(form: form(body, exchange.contentType))
        case (.services, _): return try await services.list(query: target.query())
        case (.service(let sid), .post):
            return try await services.update(sid, path: target.path, form: form(body, exchange.contentType))
        case (.service(let sid), .delete): return try await services.remove(sid, path: target.path)
        case (.service(let sid), _): return try await services.fetch(sid, path: target.path)
        case (.accounts, _): return try accounts.list(query: target.query())
        case (.account(let sid), _): return try accounts.fetch(sid, path: target.path)
        case (.unknown, _): throw APIProblem.notFound(path: target.path)
        }
    }

    private func form(_ body: [UInt8], _ contentType: String?) throws(APIProblem) -> [(name: String, value: String)] {
        let mediaType = contentType?.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard body.isEmpty || mediaType == nil || mediaType == FormURLEncoding.contentType else {
            throw .malformedRequest("The request body must be \(FormURLEncoding.contentType).")
        }
        do throws(WireError) {
            return try FormURLEncoding.decode(body)
        } catch {
            throw .malformedRequest("Malformed request body: \(error.message).")
        }
    }

    private func wholeSecond(_ instant: Timestamp) -> Timestamp {
        Timestamp(seconds: instant.seconds) ?? instant
    }

    private func response(_ answer: SandboxAnswer, isHead: Bool, _ channel: any Channel) async throws -> Response {
        let buffer = ByteBuffer(bytes: answer.body)
        var headers = answer.headers
        if !answer.body.isEmpty { headers[.contentLength] = String(answer.body.count) }
        if isHead { return Response(status: answer.status, headers: headers) }
        switch answer.delivery {
        case .whole:
            return Response(status: answer.status, headers: headers, body: ResponseBody(byteBuffer: buffer))
        case .wholeThenClosed:
            headers[.connection] = "close"
            let body = ResponseBody(contentLength: answer.body.count) { writer in
                try await writer.write(buffer)
                try await writer.finish(nil)
                try await channel.close()
            }
            return Response(status: answer.status, headers: headers, body: body)
        case .half:
            let half = ByteBuffer(bytes: answer.body.prefix(answer.body.count / 2))
            let body = ResponseBody(contentLength: answer.body.count) { writer in
                try await writer.write(half)
                try await channel.close()
            }
            return Response(status: answer.status, headers: headers, body: body)
        case .none:
            try await channel.close()
            return Response(status: answer.status)
        }
    }

    /// Seconds with three decimals, as in `0.012`.
    private static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let milliseconds = String(attoseconds / 1_000_000_000_000_000)
        return "\(seconds)." + String(repeating: "0", count: max(0, 3 - milliseconds.utf8.count)) + milliseconds
    }

    /// The headers of the API's description that let browsers' scripts read an answer.
    private static var crossOriginHeaders: HTTPFields {
        [
            .accessControlAllowOrigin: "*",
            .accessControlAllowMethods: "GET, POST, DELETE, OPTIONS",
            .accessControlAllowHeaders: "Accept, Authorization, Content-Type",
            .accessControlAllowCredentials: "true",
            .accessControlExposeHeaders:
                "Retry-After, Twilio-Request-Id, Twilio-Request-Duration, Twilio-Concurrent-Requests",
        ]
    }
}

extension SandboxAnswer {
    /// An error after which the connection cannot be used again.
    fileprivate static func closing(_ problem: APIProblem) -> SandboxAnswer {
        var answer = SandboxAnswer(problem)
        answer.delivery = .wholeThenClosed
        return answer
    }
}

extension HTTPField.Name {
    fileprivate static var twilioRequestID: HTTPField.Name { named("Twilio-Request-Id") }
    fileprivate static var twilioRequestDuration: HTTPField.Name { named("Twilio-Request-Duration") }
    fileprivate static var twilioConcurrentRequests: HTTPField.Name { named("Twilio-Concurrent-Requests") }

    /// A name that is a token of RFC 9110; the fallback is never met.
    private static func named(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .via }
}
