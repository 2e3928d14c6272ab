internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL
internal import ServiceModel

/// Sends requests over one pool of connections, within the limits of `ClientSettings`, and repeats those that may be.
///
/// Certificates are always verified, redirects never followed, bodies never decompressed. Clients of any number of
/// accounts share one transport.
package struct ProxyTransport: Sendable {
    private let client: HTTPClient
    private let settings: ClientSettings
    private let gate: RequestGate

    /// Runs `body` with a transport whose connections are closed when `body` ends, by whatever way.
    package static func withTransport<Value>(
        settings: ClientSettings, _ body: (ProxyTransport) async throws -> Value
    ) async throws -> Value {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: .makeClientConfiguration(), redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(
                connect: TimeAmount(settings.connectTimeout), read: TimeAmount(settings.idleTimeout),
                write: TimeAmount(settings.idleTimeout)),
            decompression: .disabled)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(settings.requestsInFlight, 1) + 1
        // A connection that cannot be made is one failed try of ours, with our delays.
        configuration.connectionPool.retryConnectionEstablishment = false
        return try await HTTPClient.withHTTPClient(
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration
        ) { client in
            let gate = RequestGate(limit: settings.requestsInFlight)
            return try await body(ProxyTransport(client: client, settings: settings, gate: gate))
        }
    }

    /// Sends a request until it succeeds, may not be repeated, or has been tried often enough.
    ///
    /// - Returns: The body of an answer with one of the request's success statuses.
    func bytes(for request: APIRequest, credentials: ProxyCredentials) async throws(ProxyAPIError) -> [UInt8] {
        var failures = 0
        while true {
            let failure: ExchangeFailure
            // The place is given back before the wait for the next try.
            let outcome = await gate.withTurn { () async -> Result<[UInt8], ExchangeFailure> in
                do throws(ExchangeFailure) {
                    return .success(try await exchange(request, credentials: credentials))
                } catch {
                    return .failure(error)
                }
            }
            switch outcome {
            case .success(let bytes)?: return bytes
            case .failure(let error)?: failure = error
            case nil: throw cancelled(request)
            }
            failures += 1
            guard failure.allowsRepeating(request), failures < settings.retries.tries else {
                throw failure.error.after(tries: failures)
            }
            do {
                try await settings.retries.sleep(
                    settings.retries.delay(failures: failures, retryAfter: failure.retryAfter))
            } catch {
                throw cancelled(request)
            }
        }
    }

    /// Sends a request once.
    private func exchange(
        _ request: APIRequest, credentials: ProxyCredentials
    ) async throws(ExchangeFailure) -> [UInt8] {
        let message = self.message(for: request, credentials: credentials)
        let authorization = message.headers.first(name: "authorization")?.split(separator: " ").last.map(String.init)
        let secrets = [credentials.password.revealed, authorization].compactMap { $0 }
        let answer: Answer?
        do {
            answer = try await withinTimeLimit { [client, settings] in
                let response = try await client.execute(message, timeout: TimeAmount(settings.requestTimeout))
                let body = try await response.body.collect(upTo: settings.largestBody)
                return Answer(
                    status: Int(response.status.code), headers: response.headers, body: Array(body.readableBytesView))
            }
        } catch {
            throw failure(of: request, cause: error)
        }
        guard let answer else {
            throw failure(of: request, cause: HTTPClientError.deadlineExceeded)
        }
        return try answer.accepted(for: request, hiding: secrets)
    }

    private func message(for request: APIRequest, credentials: ProxyCredentials) -> HTTPClientRequest {
        var message = HTTPClientRequest(url: request.url)
        message.method = HTTPMethod(rawValue: request.method.rawValue)
        message.headers.add(name: "User-Agent", value: settings.userAgent)
        message.headers.add(name: "Accept", value: "application/json")
        message.setBasicAuth(username: credentials.user.text, password: credentials.password.revealed)
        if let form = request.form {
            message.headers.add(name: "Content-Type", value: FormURLEncoding.contentType)
            message.body = .bytes(ByteBuffer(string: form))
        }
        return message
    }

    /// Runs `work` and cancels it when the time of one try is over; nil then.
    private func withinTimeLimit(
        _ work: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer? {
        let limit = settings.requestTimeout
        return try await withThrowingTaskGroup(of: Answer?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    /// Turns what the HTTP library throws into an error of ours. Its own words are not shown: they may quote anything.
    private func failure(of request: APIRequest, cause: any Error) -> ExchangeFailure {
        func failure(
            _ code: ProxyAPIError.Code, _ words: String, _ repetition: ExchangeFailure.Repetition
        ) -> ExchangeFailure {
            ExchangeFailure(
                error: ProxyAPIError(code: code, message: "\(request.summary): \(words)"), repetition: repetition)
        }
        if Task.isCancelled || cause is CancellationError { return ExchangeFailure(error: cancelled(request)) }
        if cause is NIOTooManyBytesError {
            return failure(.answerTooLarge, "the answer is larger than \(settings.largestBody) bytes", .never)
        }
        if cause is NIOSSLError || cause is NIOSSLExtraError || cause is BoringSSLError {
            return failure(.tlsFailed, "the server's certificate could not be verified, or TLS failed", .never)
        }
        switch cause as? HTTPClientError {
        case .connectTimeout?:
            return failure(.timedOut, "no connection within \(settings.connectTimeout)", .ifSafe)
        case .tlsHandshakeTimeout?:
            return failure(.timedOut, "no TLS connection within \(settings.connectTimeout)", .ifSafe)
        case .readTimeout?, .writeTimeout?:
            return failure(.timedOut, "the server was silent for \(settings.idleTimeout)", .ifSafe)
        case .deadlineExceeded?, .getConnectionFromPoolTimeout?:
            return failure(.timedOut, "no complete answer within \(settings.requestTimeout)", .ifSafe)
        case .remoteConnectionClosed?:
            return failure(.connectionFailed, "the connection broke off before the answer was complete", .ifSafe)
        default:
            break
        }
        if let refusal = cause as? NIOConnectionError, refusal.connectionErrors.isEmpty {
            return failure(.connectionFailed, "the host's name has no address", .ifSafe)
        }
        if cause is HTTPParserError {
            return failure(.connectionFailed, "the answer broke off or is not HTTP", .ifSafe)
        }
        return failure(.connectionFailed, "no connection could be made", .ifSafe)
    }

    private func cancelled(_ request: APIRequest) -> ProxyAPIError {
        ProxyAPIError(code: .cancelled, message: "\(request.summary): cancelled")
    }
}
