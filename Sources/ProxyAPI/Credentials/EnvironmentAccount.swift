package import ServiceModel

/// The account that the usual environment variables name, with its credentials and endpoint.
///
/// Reads `TWILIO_ACCOUNT_SID` with `TWILIO_API_KEY` and `TWILIO_API_SECRET`, which come first, or with
/// `TWILIO_AUTH_TOKEN`; and `TWILIO_REGION` and `TWILIO_EDGE`. A variable that is empty is one that is not set.
package struct EnvironmentAccount: Sendable, Hashable {
    /// The account whose Services are meant.
    package let accountSID: SID
    /// The key's where there is one, else the account's own.
    package let credentials: ProxyCredentials
    /// The vendor's hosts of the region and edge.
    package let endpoint: ProxyEndpoint

    /// Reads the variables.
    ///
    /// - Throws: `CredentialsError` with one line for each variable that is missing or malformed; never a value.
    package init(_ environment: [String: String]) throws(CredentialsError) {
        func value(_ name: String) -> String? {
            environment[name].flatMap { $0.utf8.isEmpty ? nil : $0 }
        }
        var problems: [String] = []
        let account = value("TWILIO_ACCOUNT_SID").flatMap { SID($0, kind: .account) }
        if value("TWILIO_ACCOUNT_SID") == nil {
            problems.append("TWILIO_ACCOUNT_SID is not set")
        } else if account == nil {
            problems.append("TWILIO_ACCOUNT_SID is not an account SID (AC and 32 hexadecimal digits)")
        }
        var user = account
        var password = value("TWILIO_AUTH_TOKEN")
        switch (value("TWILIO_API_KEY"), value("TWILIO_API_SECRET")) {
        case (let key?, let secret?):
            user = SID(key, kind: .apiKey)
            password = secret
            if user == nil { problems.append("TWILIO_API_KEY is not an API key's SID (SK and 32 hexadecimal digits)") }
        case (.some, nil): problems.append("TWILIO_API_KEY is set but TWILIO_API_SECRET is not")
        case (nil, .some): problems.append("TWILIO_API_SECRET is set but TWILIO_API_KEY is not")
        case (nil, nil):
            if password == nil {
                problems.append("set TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET")
            }
        }
        var endpoint: ProxyEndpoint?
        do throws(ProxyAPIError) {
            endpoint = try ProxyEndpoint(region: value("TWILIO_REGION"), edge: value("TWILIO_EDGE"))
        } catch {
            problems.append("TWILIO_REGION and TWILIO_EDGE: \(error.message)")
        }
        guard problems.isEmpty, let account, let user, let password, let endpoint,
            let credentials = ProxyCredentials(user: user, password: Secret(password))
        else { throw CredentialsError(problems: problems) }
        accountSID = account
        self.credentials = credentials
        self.endpoint = endpoint
    }
}
