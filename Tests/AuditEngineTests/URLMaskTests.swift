import Testing

@testable import AuditEngine

/// What of a URL can hold a secret is hidden, and the rest stays.
@Suite struct URLMaskTests {
    @Test(arguments: [
        ("https://user:pa55@host.test/x", "https://***@host.test/x"),
        ("https://u:p@ss@host.test", "https://***@host.test"),
        ("HTTPS://U:P@host/", "HTTPS://***@host/"),
        ("//user@host/x", "//***@host/x"),
        ("user:pass@host/x", "***@host/x"),
        ("https://host/x?token=abc&env=prod", "https://host/x?token=***&env=***"),
        ("https://host/x?abc", "https://host/x?***"),
        ("https://host/x?a=", "https://host/x?a="),
        ("https://host/x#secret", "https://host/x#***"),
        ("https://host/x?#", "https://host/x?#***"),
        ("https://hooks.test/services/T00000000/aB3dE5fG7hI9jK1lM3nO5p", "https://hooks.test/services/T00000000/***"),
        ("https://host/v1/callbacks/status", "https://host/v1/callbacks/status"),
        ("https://host/a@b", "https://host/a@b"),
        ("", ""), ("://", "://"), ("https://", "https://"), ("@", "***@"),
    ])
    func urlsKeepWhatCarriesNoSecret(url: String, masked: String) {
        #expect(URLMask(url).masked == masked)
    }

    @Test func urlsKeepHostsAndHidePersons() {
        let masker = Masker()
        let url = "https://hooks.northwindrides.com/proxy/airport-pickups/status"
        #expect(masker.url(url) == url)
        #expect(!masker.url("https://host.test/drivers/maria.lopez@rides-mail.com").contains("lopez"))
        #expect(!masker.url("https://host.test/driver/Maria_Garcia").contains("Garcia"))
    }
}
