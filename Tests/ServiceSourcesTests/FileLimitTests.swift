import JSON
import ServiceModel
import ServiceSources
import Testing

@Suite struct FileLimitTests {
    static let long = String(repeating: "x", count: 3000)

    @Test(arguments: [
        ("[{\"unique_name\":\"a\"},{\"unique_name\":\"\(long)\"},{\"unique_name\":\"b\"}]", ["a", "b"]),
        ("{\"unique_name\":\"a\"}\n{\"unique_name\":\"\(long)\"}\n{\"unique_name\":\"b\"}\n", ["a", "b"]),
        ("{\"unique_name\":\"a\"}{\"unique_name\":\"\(long)\"}{\"unique_name\":\"b\"}", ["a", "b"]),
        (
            "{\"meta\":{\"next_page_url\":null},\"services\":[{\"unique_name\":\"a\"},{\"unique_name\":\"\(long)\"},{\"unique_name\":\"b\"}]}",
            ["a", "b"]
        ),
        (
            "{\"resources\":[{\"type\":\"twilio_proxy_service\",\"instances\":[{\"attributes\":{\"unique_name\":\"a\"}},"
                + "{\"attributes\":{\"unique_name\":\"\(long)\"}},{\"attributes\":{\"unique_name\":\"b\"}}]}]}",
            ["a", "b"]
        ),
    ])
    func rejectsARecordThatIsTooLong(_ text: String, _ sids: [String]) async throws {
        for chunk in [1, 100, 4096] {
            let reading = try await Reading(text, limits: FileReadingLimits(chunk: chunk, record: 1000))
            #expect(reading.names == sids)
            #expect(reading.rejections.map(\.reason) == ["a record of more than 1000 bytes"])
            #expect(reading.rejections.first?.index == 1)
        }
    }

    /// A page, and what is skipped in one, may be as long as it likes.
    @Test(arguments: [1, 100, 4096]) func readsContainersOfAnyLength(_ chunk: Int) async throws {
        let services = JSONValue.samples(30)
        for shape in [InputShape.page, .pages, .minifiedPages, .arrayOfPages, .terraform] {
            let limits = FileReadingLimits(chunk: chunk, record: 1200)
            let reading = try await Reading(bytes: shape.bytes(services), limits: limits)
            #expect(reading.reasons == [])
            #expect(reading.contents == shape.expected(services))
        }
        let text =
            "{\"note\":[\"\(Self.long)]}\"],\"meta\":{\"next_page_url\":null},\"services\":[{\"unique_name\":\"a\"}]}"
        let reading = try await Reading(text, limits: FileReadingLimits(chunk: chunk, record: 1000))
        #expect(reading.isComplete)
        #expect(reading.names == ["a"])
    }

    @Test func skipsDeepNesting() async throws {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        let reading = try await Reading("[{\"unique_name\":\"a\",\"n\":\(nested(200))},{\"unique_name\":\"b\"}]")
        #expect(reading.names == ["b"])
        #expect(reading.rejections.map(\.reason) == ["column 152: more than 128 arrays and objects inside each other"])
        for text in [
            nested(100_000), "{\"a\":\(nested(100_000))}", String(repeating: "{\"services\":[", count: 50_000),
        ] {
            #expect(try await !Reading(text).isComplete)
        }
    }

    @Test func stopsWhenCancelled() async throws {
        let files = try TemporaryFiles()
        let path = try files.write(InputShape.ndjson.bytes(JSONValue.samples(100)))
        let task = Task { () -> SourceError? in
            while !Task.isCancelled { await Task.yield() }
            return await Reading(path: path).error
        }
        task.cancel()
        #expect(await task.value?.code == .interrupted)
    }
}
