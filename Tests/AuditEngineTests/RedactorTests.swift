import ServiceModel
import Testing

@testable import AuditEngine

/// No text of a Service leaves the engine with a secret or personal data in it.
@Suite struct RedactorTests {
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

    @Test func namesWithPersonalDataAreMasked() {
        let redactor = Redactor()
        let masked = redactor.text("driver-maria.lopez@rides-mail.com")
        #expect(!masked.contains("maria.lopez"))
        #expect(redactor.text("driver_Maria_Garcia") == "driver_***")
        #expect(redactor.text("rides-prod-eu") == "rides-prod-eu")
        #expect(Redactor.revealing.text("driver-maria.lopez@rides-mail.com").contains("maria.lopez"))
    }

    @Test func urlsKeepHostsAndHidePersons() {
        let redactor = Redactor()
        let url = "https://hooks.northwindrides.com/proxy/airport-pickups/status"
        #expect(redactor.url(url) == url)
        #expect(!redactor.url("https://host.test/drivers/maria.lopez@rides-mail.com").contains("lopez"))
        #expect(!redactor.url("https://host.test/driver/Maria_Garcia").contains("Garcia"))
    }

    @Test func aKeyGivesEqualValuesEqualTokens() throws {
        let name = "driver-maria.lopez@rides-mail.com"
        let one = Redactor(key: try MaskingKey(Array("organization one".utf8)))
        let other = Redactor(key: try MaskingKey(Array("organization two".utf8)))
        #expect(one.text(name) == one.text(name))
        #expect(one.text(name) != other.text(name))
        #expect(one.text(name) != one.text("driver-mario.lopez@rides-mail.com"))
        #expect(!Redactor().text(name).contains("#"))
    }

    @Test func computedMessagesAreMaskedToo() {
        let service = Service(
            sid: "KS1", uniqueName: "call maria.lopez@rides-mail.com",
            callbackURL: "https://u:s3cret@host/?token=t0psecret")
        let message = "name '\(service.uniqueName ?? "")' at \(service.callbackURL ?? "") and https://x:y1z2@h/"
        let masked = Redactor().message(message, quoting: [service])
        for secret in ["maria.lopez", "s3cret", "t0psecret", "y1z2"] {
            #expect(!masked.contains(secret), "\(masked)")
        }
        #expect(masked.hasPrefix("name 'call "))
    }

    @Test func findingsCarryNothingInClear() throws {
        let pack = RulePackText(
            label: "t",
            text: """
                pack: t
                version: 1
                rules:
                  - { id: all, title: All, severity: low, category: hygiene, field: callback_url, flag_when: "true",
                      message: m, message_expression: "service.unique_name + ' ' + service.callback_url" }
                """)
        let engine = AuditEngine(
            rules: try RuleSet(packs: [pack]), now: try #require(Timestamp(seconds: 0)), redactor: Redactor())
        let service = Service(
            sid: "KS1", uniqueName: "+442079460958", callbackURL: "https://bob:hunter2@host/?sig=abcdef")
        let findings = engine.evaluate([service]).findings
        #expect(findings.count == 1)
        let shown = "\(findings)"
        for secret in ["2079460958", "hunter2", "abcdef", "bob"] { #expect(!shown.contains(secret), "\(shown)") }
    }
}
