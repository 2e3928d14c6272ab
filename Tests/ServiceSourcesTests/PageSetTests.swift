import JSON
import ServiceModel
import ServiceSources
import Testing

@Suite struct PageSetTests {
    static func page(_ number: Int?, next: Int?, _ sid: String) -> String {
        func url(_ number: Int?) -> String { number.map { "\"https://p.example.org?Page=\($0)\"" } ?? "null" }
        return """
            {"meta":{"page":\(number ?? 0),"url":\(url(number)),"next_page_url":\(url(next))},"services":[{"unique_name":"\(sid)"}]}

            """
    }

    static let cutOff = "the list is cut off: the page that begins here is followed by one that is not in the input"

    @Test(arguments: [
        ([page(0, next: nil, "a")], []), ([page(0, next: 1, "a"), page(1, next: nil, "b")], []),
        ([page(0, next: 1, "a")], [1]), ([page(0, next: 1, "a"), page(1, next: 2, "b")], [2]),
        ([page(0, next: 1, "a"), page(2, next: nil, "c")], [1]),
        ([page(2, next: nil, "c"), page(0, next: 1, "a"), page(1, next: 2, "b")], []),
        ([page(0, next: nil, "a"), page(0, next: nil, "b")], []),
        ([page(0, next: 1, "a"), page(0, next: 1, "b")], [2]),
        ([page(1, next: 1, "a")], [1]), ([page(0, next: 1, "a"), page(nil, next: nil, "b")], [1]),
    ])
    func tellsAListThatIsCutOff(_ pages: [String], _ lines: [Int]) async throws {
        let reading = try await Reading(pages.joined())
        #expect(reading.rejections.map(\.line) == lines)
        #expect(reading.rejections.allSatisfy { $0.reason == Self.cutOff })
        #expect(reading.contents.count == pages.count)
    }

    /// A page without a URL of its own is told by its number, or by its place if it has none.
    @Test(arguments: [
        (["\"page\":0,", "\"page\":1,"], true), (["", ""], true), (["\"page\":0,", ""], true),
        (["\"page\":0,", "\"page\":2,"], false), (["\"page\":0,", "\"page\":0,"], false),
        (["\"page\":9223372036854775807,", "\"page\":-9223372036854775808,"], false),
        (["\"page\":9223372036854775807,", "\"page\":1,"], false),
    ])
    func tellsPagesWithoutURLs(_ numbers: [String], _ isComplete: Bool) async throws {
        let next = ["\"https://p.example.org?Page=1\"", "null"]
        let pages = zip(numbers, next).map {
            "{\"meta\":{\($0)\"next_page_url\":\($1)},\"services\":[{\"unique_name\":\"a\"}]}\n"
        }
        let reading = try await Reading(pages.joined())
        #expect(reading.contents.count == 2)
        #expect(reading.rejections.map(\.line) == (isComplete ? [] : [1]))
    }

    @Test func findsThePagesOfAListInSeveralFiles() async throws {
        let files = try TemporaryFiles()
        try files.write(Self.page(0, next: 1, "a").utf8, to: "pages/0.json")
        try files.write(Compression.gzip(Array(Self.page(1, next: 2, "b").utf8)), to: "pages/1.json")
        let partial = await Reading(path: files.root + "/pages")
        #expect(partial.rejections.map(\.description) == ["\(files.root)/pages/1.json:1: \(Self.cutOff)"])
        try files.write(Self.page(2, next: nil, "c").utf8, to: "pages/00.json")
        #expect(await Reading(path: files.root + "/pages").isComplete)
    }

    /// What cannot be told to be whole is not whole.
    @Test(arguments: [
        (#"{"services":[{"unique_name":"a"}]}"#, PageSetTests.untold),
        (#"{"services":[{"unique_name":"a"}],"meta":{}}"#, PageSetTests.untold),
        (#"{"services":[{"unique_name":"a"}],"meta":1}"#, PageSetTests.untold),
        (
            #"{"services":[{"unique_name":"a"}],"meta":{"next_page_url":1}}"#,
            "meta.next_page_url: expected a string or null, found a number"
        ),
        (
            #"{"services":[{"unique_name":"a"}],"meta":{"next_page_url":null,"url":"https://sync.twilio.com/v1/Services"}}"#,
            "not a page of Proxy Services but a resource of the vendor's sync API"
        ),
    ])
    func rejectsAPageThatDoesNotTell(_ text: String, _ reason: String) async throws {
        let reading = try await Reading(text)
        #expect(reading.names == ["a"])
        #expect(reading.rejections.map(\.reason) == [reason])
    }

    static let untold =
        "the page does not say whether another follows it: no meta.next_page_url; "
        + "give the whole page, or its records as an array"

    /// A page of another product is rejected once: by its records, or where it has none by itself.
    @Test(arguments: [
        (#"{"sid":"VA0123456789abcdef0123456789abcdef"}"#, "not a Service but a Verify Service"),
        ("", "not a page of Proxy Services but a resource of the vendor's verify API"),
    ])
    func rejectsAPageOfAnotherProduct(_ records: String, _ reason: String) async throws {
        let meta = #""meta":{"next_page_url":null,"url":"https://verify.twilio.com/v2/Services?Page=0"}"#
        let reading = try await Reading("{\"services\":[\(records)],\(meta)}")
        #expect(reading.rejections.map(\.reason) == [reason] && reading.names.isEmpty)
    }

    @Test func boundsWhatItRemembers() async throws {
        let pages = (0..<12_000).map { Self.page(2 * $0, next: 2 * $0 + 1, "a") }
        let reading = try await Reading(pages.joined())
        #expect(reading.rejections.contains { $0.reason.hasPrefix("more than 10000 pages") })
    }
}
