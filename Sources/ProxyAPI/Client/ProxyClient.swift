package import ServiceModel

/// A client of one account's Services.
///
/// GET requests are repeated after 429, 5xx and broken connections; POST and DELETE requests after 429 only, which is
/// never processed. Every error is a `ProxyAPIError` of one line.
package struct ProxyClient: Sendable {
    let transport: ProxyTransport
    /// Where the API is reached.
    package let endpoint: ProxyEndpoint
    /// Whose Services are meant: the credentials decide.
    package let credentials: ProxyCredentials

    /// Makes a client that shares the connections of `transport`.
    package init(transport: ProxyTransport, endpoint: ProxyEndpoint, credentials: ProxyCredentials) {
        self.transport = transport
        self.endpoint = endpoint
        self.credentials = credentials
    }

    /// Runs `body` with a client whose connections are closed when `body` ends, by whatever way.
    package static func withClient<Value>(
        settings: ClientSettings, endpoint: ProxyEndpoint, credentials: ProxyCredentials,
        _ body: (ProxyClient) async throws -> Value
    ) async throws -> Value {
        try await ProxyTransport.withTransport(settings: settings) { transport in
            try await body(ProxyClient(transport: transport, endpoint: endpoint, credentials: credentials))
        }
    }

    /// The path of the list of Services.
    static var servicesPath: String { "/v1/Services" }
    /// The path of the list of accounts.
    static var accountsPath: String { "/2010-04-01/Accounts.json" }

    /// Creates a Service, and gives it as JSON; `UniqueName` must be set.
    package func create(_ parameters: ServiceParameters) async throws(ProxyAPIError) -> [UInt8] {
        try await send(
            APIRequest(
                method: .post, origin: endpoint.proxy, path: ProxyClient.servicesPath,
                form: FormURLEncoding.encode(parameters.formFields), success: [200, 201]))
    }

    /// Fetches a Service as JSON.
    package func fetch(_ sid: SID) async throws(ProxyAPIError) -> [UInt8] {
        try await send(
            APIRequest(method: .get, origin: endpoint.proxy, path: ProxyClient.path(of: sid), success: [200]))
    }

    /// Changes the properties that are set in `parameters`, and gives the Service as JSON; an empty text clears a URL or
    /// the chat instance.
    package func update(_ sid: SID, _ parameters: ServiceParameters) async throws(ProxyAPIError) -> [UInt8] {
        try await send(
            APIRequest(
                method: .post, origin: endpoint.proxy, path: ProxyClient.path(of: sid),
                form: FormURLEncoding.encode(parameters.formFields), success: [200]))
    }

    /// Deletes a Service.
    package func remove(_ sid: SID) async throws(ProxyAPIError) {
        let request = APIRequest(
            method: .delete, origin: endpoint.proxy, path: ProxyClient.path(of: sid), success: [204])
        _ = try await transport.bytes(for: request, credentials: credentials)
    }

    /// Lists the Services, page by page.
    ///
    /// - Parameter pageSize: 1 to 1000. The description of the list says that a page has 100 records at most, that of
    ///   the parameter 1000; the default is within both.
    package func services(pageSize: Int = 100) -> ServicePages {
        ServicePages(client: self, pageSize: pageSize)
    }

    /// Lists the accounts that the credentials' account owns, itself included, page by page.
    ///
    /// - Parameters:
    ///   - status: Lists only accounts of one status; nil is every status.
    ///   - pageSize: 1 to 1000.
    package func accounts(status: AccountStatus? = nil, pageSize: Int = 200) -> AccountPages {
        AccountPages(client: self, status: status, pageSize: pageSize)
    }

    private static func path(of sid: SID) -> String { "\(servicesPath)/\(sid.text)" }

    private func send(_ request: APIRequest) async throws(ProxyAPIError) -> [UInt8] {
        try await transport.bytes(for: request, credentials: credentials)
    }
}
