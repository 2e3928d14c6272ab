import ServiceModel
import Testing

@testable import AuditEngine

/// Beside personal data nothing stays readable that is not known to be harmless.
@Suite struct MaskerTests {
    @Test(arguments: [
        ("driver_Maria_Garcia", "driver_***"),
        ("rides-prod-eu", "rides-prod-eu"),
        ("prod-42", "prod-42"),
        ("driver-10.0.0.12-proxy", "driver-10.0.0.12-proxy"),
        ("Maria Lopez rider", "*** rider"),
        ("prod 0123456789abcdef0123456789abcdef", "prod 0123456789abcdef0123456789abcdef"),
        ("key-AKIAIOSFODNN7EXAMPLE", "key-***"),
        ("key ghp_abcdefghijklmnopqrstuvwxyz0123456789", "key ***"),
        ("https://u:pass@host.test/x", "https://***@host.test/x"),
        ("pem -----BEGIN PRIVATE KEY----- MIIB", "pem ***"),
        ("", ""),
    ])
    func namesAreMasked(name: String, masked: String) {
        #expect(Masker().name(name) == masked)
    }

    @Test(arguments: [
        ("driver_Maria_Garcia_1985-02-03", ["maria", "garcia", "1985"], "driver"),
        ("Wei Zhang (张伟) 13846258110", ["zhang", "张", "伟", "1384", "8110"], ""),
        ("maria%20garcia%40acme.io", ["maria", "garcia", "acme"], ""),
        ("rider Maria Garcia zepolairam", ["maria", "garcia", "zepo", "airam"], "rider"),
        ("driverMariaGarciaKowalczyk-prod", ["maria", "garcia", "kowal"], "prod"),
        ("Maria Garcia m a r i a test", ["maria", "m a r", "garcia"], "test"),
        ("maria.lopez@rides-mail.com TWFyaWEgTG9wZXo=", ["maria", "lopez", "rides-mail", "twfy"], ""),
        ("maria.lopez@rides-mail.com 6d61726961", ["maria", "lopez", "6d61"], ""),
        ("maria.lopez@rides-mail.com m4r14", ["m4r", "r14"], ""),
        ("maria.lopez@rides-mail.com ford", ["lopez", "ford"], ""),
    ])
    func nothingStaysBesidePersonalData(name: String, canaries: [String], harmless: String) {
        let masker = Masker()
        let masked = masker.name(name)
        for canary in canaries { #expect(!masked.lowercased().contains(canary), "\(masked)") }
        #expect(masked.contains(harmless), "\(masked)")
        #expect(masker.name(masked) == masked)
        #expect(Masker.revealing.name(name) == name)
    }

    @Test func tokensAreOfTheHiddenValue() throws {
        let masker = Masker(key: try MaskingKey(Array("organization one".utf8)))
        let prod = masker.name("prod maria.lopez@rides-mail.com")
        let stg = masker.name("stg Maria.Lopez@rides-mail.com")
        #expect(prod.dropFirst("prod m".count) == stg.dropFirst("stg M".count))
        #expect(prod.split(separator: "#").last?.count == 16)
        #expect(masker.name("rides-prod") == "rides-prod")
    }

    @Test(arguments: [
        ([UInt8](repeating: 7, count: 32), MaskingKey.Refusal.tooUniform(distinct: 1)),
        (Array("abcabcabcabcabcabc".utf8), .tooUniform(distinct: 3)),
        (Array("0123456789abcde".utf8), .tooShort(bytes: 15)),
    ])
    func guessableKeysAreRefused(bytes: [UInt8], refusal: MaskingKey.Refusal) {
        #expect(throws: refusal) { try MaskingKey(bytes) }
    }

    @Test(arguments: [
        "s3cr+t/Value", "S3CR+T/VALUE", "s3cr%2Bt%2FValue", "s3cr%2bt%2fvalue", "czNjcit0L1ZhbHVl",
        "eHMzY3IrdC9WYWx1ZQ",
    ])
    func knownSecretsAreHiddenInEveryForm(form: String) {
        let masker = Masker().with(secrets: ["s3cr+t/Value"])
        for masked in [
            masker.prose("token \(form) refused"), masker.name("svc-\(form)"), masker.url("https://h.test/\(form)"),
        ] {
            #expect(!masked.contains(form.dropFirst(4).prefix(6)), "\(masked)")
        }
        #expect(masker.prose("token \(form) refused").hasPrefix("token "))
    }

    /// Thousands of subaccounts have a token each.
    @Test func everyOneOfManySecretsIsFound() {
        let secrets = (0..<3000).map { number in "\(number)-\(String(number &* 7919, radix: 36))-token" }
        let masker = Masker().with(secrets: secrets)
        for secret in secrets { #expect(masker.prose("of \(secret)!") == "of ***!") }
        #expect(masker.prose("of 17-token!") == "of 17-token!")
    }

    /// Of secrets of which one begins another, the longer is hidden whole.
    @Test func theLongestSecretIsHidden() {
        let masker = Masker().with(secrets: ["abcdef", "abcdefghij", "abcdefgh"])
        #expect(masker.prose("x abcdefghij y abcdefghi z abcdef") == "x *** y ***i z ***")
    }

    @Test func wellFormedSIDsStay() {
        let sid = "KS0123456789abcdef0123456789abcdef"
        #expect(Masker().value(sid, of: .sid) == sid)
        #expect(!Masker().value("maria.lopez@rides-mail.com", of: .sid).contains("lopez"))
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
            rules: try RuleSet(packs: [pack]), now: try #require(Timestamp(seconds: 0)), masker: Masker())
        let service = WrittenService(
            sid: "KS1", uniqueName: "+442079460958", callbackURL: "https://bob:hunter2@host/?sig=abcdef")
        var store = EvidenceStore(engine: engine)
        try store.add(engine.judge(WrittenService.batch([service]), source: 0, ordinal: 0))
        let findings = try store.results().findings
        #expect(findings.count == 1)
        let shown = "\(findings)"
        for secret in ["2079460958", "hunter2", "abcdef", "bob"] { #expect(!shown.contains(secret), "\(shown)") }
    }
}
