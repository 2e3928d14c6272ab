import JSON
import ProxyAPI
import ServiceModel
import Testing

@Suite("Wire types")
struct WireTests {
    @Test(
        "Forms are encoded and read back",
        arguments: [
            ("nothing", [], ""),
            ("plain", [("UniqueName", "a-b_c.d*1")], "UniqueName=a-b_c.d*1"),
            ("an empty value", [("CallbackUrl", "")], "CallbackUrl="),
            ("a space and a plus", [("a", "1 + 2")], "a=1+%2B+2"),
            ("separators", [("a&b", "c=d&e")], "a%26b=c%3Dd%26e"),
            ("UTF-8", [("n", "é😀~")], "n=%C3%A9%F0%9F%98%80%7E"),
            ("control characters", [("n", "\r\n\0")], "n=%0D%0A%00"),
            ("a name twice", [("a", "1"), ("a", "2")], "a=1&a=2"),
        ] as [(String, [(String, String)], String)])
    func forms(name: String, fields: [(String, String)], text: String) throws {
        #expect(FormURLEncoding.encode(fields) == text)
        let decoded = try FormURLEncoding.decode(Array(text.utf8))
        #expect(decoded.map(\.name) == fields.map(\.0))
        #expect(decoded.map(\.value) == fields.map(\.1))
    }

    @Test(
        "Forms of other makers are read too",
        arguments: [
            ("a=b%20c", [("a", "b c")]), ("a=%c3%A9", [("a", "é")]), ("a", [("a", "")]), ("&&a=1&", [("a", "1")]),
            ("=x", [("", "x")]), ("a==", [("a", "=")]), ("a=http://x/?y", [("a", "http://x/?y")]),
        ] as [(String, [(String, String)])])
    func foreignForms(text: String, fields: [(String, String)]) throws {
        let decoded = try FormURLEncoding.decode(Array(text.utf8))
        #expect(decoded.map(\.name) == fields.map(\.0))
        #expect(decoded.map(\.value) == fields.map(\.1))
    }

    @Test(
        "Malformed forms are refused",
        arguments: ["a=%", "a=%4", "a=%zz", "%G0=1", "a=%FF", "a=%C3", "a=%ED%A0%80", "a=1&b=%"])
    func malformedForms(text: String) throws {
        let error = try #require(throws: WireError.self) { try FormURLEncoding.decode(Array(text.utf8)) }
        #expect(error.code == .malformedForm)
    }

    @Test("Parameters have the names of the description, and only those that are set")
    func parameters() {
        var all = ServiceParameters()
        for field in ServiceField.allCases { all[field] = field.name }
        #expect(
            FormURLEncoding.encode(all.formFields)
                == "ChatInstanceSid=chat_instance_sid&UniqueName=unique_name&DefaultTtl=default_ttl"
                + "&CallbackUrl=callback_url&GeoMatchLevel=geo_match_level"
                + "&NumberSelectionBehavior=number_selection_behavior&InterceptCallbackUrl=intercept_callback_url"
                + "&OutOfSessionCallbackUrl=out_of_session_callback_url")
        #expect(ServiceParameters().formFields.isEmpty)
    }

    @Test("The accounts page is read as it was written, and its tokens never print")
    func accountPage() throws {
        let account = try Account(
            sid: Fixture.accountSID("b"), ownerAccountSID: Fixture.accountSID("a"), friendlyName: "x@example.com",
            status: .suspended, type: "Full", authToken: Secret("tok-of-child"),
            dateCreated: "Thu, 30 Jul 2015 20:00:00 +0000", dateUpdated: "Thu, 30 Jul 2015 20:00:01 +0000",
            uri: "/2010-04-01/Accounts/x.json",
            subresourceURIs: [FieldValue.Link(name: "calls", url: "/2010-04-01/Accounts/x/Calls.json")])
        let page = AccountPage(
            accounts: [account], page: 0, pageSize: 50, start: 0, end: 0, firstPageURI: "/f", previousPageURI: nil,
            uri: "/u", nextPageURI: "/n")
        let text = Fixture.json { page.write(to: &$0) }
        #expect(text.contains(#""auth_token":"tok-of-child""#))
        #expect(try AccountPage(bytes: Array(text.utf8)) == page)
        var printed = "\(page) \(String(reflecting: page))"
        dump(page, to: &printed)
        #expect(!printed.contains("tok-of-child"))
    }

    @Test(
        "An account without what is needed fails its page",
        arguments: [
            ("no list", #"{}"#), ("no sid", #"{"accounts":[{"status":"active"}]}"#),
            ("a malformed sid", #"{"accounts":[{"sid":"AC1","status":"active"}]}"#),
            ("no status", #"{"accounts":[{"sid":"AC00000000000000000000000000000000"}]}"#),
            ("no object", #"{"accounts":[3]}"#), ("cut off", #"{"accounts":["#),
        ])
    func wrongAccounts(name: String, text: String) {
        #expect(throws: WireError.self) { try AccountPage(bytes: Array(text.utf8)) }
    }

    @Test("An empty auth token is none, and an unknown status is kept")
    func emptyToken() throws {
        let text =
            #"{"accounts":[{"sid":"AC00000000000000000000000000000000","status":"odd","auth_token":""}],"next_page_uri":""}"#
        let page = try AccountPage(bytes: Array(text.utf8))
        #expect(page.accounts.first?.authToken == nil)
        #expect(page.accounts.first?.status == AccountStatus("odd"))
        #expect(page.nextPageURI == nil)
    }

    @Test(
        "Errors of both forms are read",
        arguments: [
            (
                "the API's own", #"{"code":20404,"message":"m","more_info":"u","status":404}"#,
                APIErrorBody(code: 20404, message: "m", moreInfo: "u", status: 404)
            ),
            (
                "RFC 9457", #"{"type":"https://t","title":"t","status":400,"code":20001,"detail":"d","errors":[]}"#,
                APIErrorBody(code: 20001, message: "d", moreInfo: "https://t", status: 400)
            ),
            (
                "the least of RFC 9457", #"{"type":"about:blank","title":"t"}"#,
                APIErrorBody(code: 0, message: "t", moreInfo: nil, status: 503)
            ),
        ])
    func errorBodies(name: String, text: String, expected: APIErrorBody) throws {
        #expect(try APIErrorBody(json: JSONValue.parse(text), httpStatus: 503) == expected)
    }

    @Test(
        "What describes no error is none",
        arguments: ["{}", "[]", #""x""#, #"{"code":"20404"}"#, #"{"message":3}"#, #"{"code":1.5}"#])
    func noErrorBodies(text: String) throws {
        let json = try JSONValue.parse(text)
        #expect(throws: WireError.self) { try APIErrorBody(json: json) }
    }

    @Test(
        "Dates of the mail and of HTTP",
        arguments: [
            ("1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000"),
            ("1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 +0000"),
            ("2015-07-30T20:00:00Z", "Thu, 30 Jul 2015 20:00:00 +0000"),
            ("2024-02-29T12:34:56Z", "Thu, 29 Feb 2024 12:34:56 +0000"),
            ("0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 +0000"),
        ])
    func dates(instant: String, text: String) throws {
        let timestamp = try #require(Timestamp(instant))
        #expect(InternetDate.text(timestamp) == text)
        #expect(InternetDate.parse(text) == timestamp)
        #expect(InternetDate.parse(text.replacing("+0000", with: "GMT")) == timestamp)
    }

    @Test(
        "What is no such date",
        arguments: [
            "", "Thu, 30 Jul 2015 20:00:00", "Thu, 30 Jul 2015 20:00:00 +0200", "Thu, 31 Jun 2015 20:00:00 GMT",
            "Thursday, 30-Jul-15 20:00:00 GMT", "Xxx, 30 Jul 2015 20:00:00 GMT", "Thu, 30 Jül 2015 20:00:00 GMT",
        ])
    func noDates(text: String) {
        #expect(InternetDate.parse(text) == nil)
    }

    @Test("A secret shows itself to nobody, and is equal to itself alone")
    func secret() {
        let secret = Secret("hunter2")
        var printed = "\(secret) \(String(reflecting: secret)) \([secret]) \(Optional(secret) as Any)"
        dump(secret, to: &printed)
        #expect(!printed.contains("hunter2"))
        #expect(secret == Secret("hunter2"))
        for other in ["hunter", "hunter22", "hunter3", "Hunter2", ""] { #expect(secret != Secret(other)) }
        #expect(Secret("e\u{301}") != Secret("\u{e9}"))
    }
}
