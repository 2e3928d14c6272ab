import ProxyAPI
import ScriptedServer
import SeededGenerator
import ServiceModel
import ServiceSources
import Testing

/// The same bytes, live and saved: read by one reader, so that they give the same records and the same rejections.
///
/// Live is stricter where a file may be what a page may not: a list without a page around it, Services of others, or
/// of nobody.
@Suite("A live page and the same page saved")
struct LiveAgainstSavedTests {
    private static let records = (0..<3).map { LiveFixture.service($0, of: "a") }
    private static let sound = LiveFixture.page(records)

    /// What came of a page.
    private struct Ending {
        /// What the records say that name the account.
        var contents: [[UInt8]] = []
        /// The rejections by their place in the page, but those for want of an account.
        var rejections: [String] = []
        var isComplete = true
        var error: SourceError?

        init(_ reader: any ServiceReader, account: SID) async throws {
            var reader = reader
            do throws(SourceError) {
                while let batch = try await reader.next() {
                    contents += batch.records.records.filter { $0.accountSID == account.text }.map(\.content)
                    rejections += batch.rejections.filter { !$0.reason.hasSuffix("no account_sid") }.map {
                        "\($0.index ?? -1): \($0.reason)"
                    }
                    if !batch.rejections.isEmpty { isComplete = false }
                }
            } catch {
                self.error = error
                isComplete = false
            }
        }
    }

    private static func compare(_ pages: [String]) async throws {
        let files = try TemporaryFiles()
        let script = Script { _, index in .answer(200, pages[min(index, pages.count - 1)]) }
        try await ScriptedServer.run(script) { server in
            let source = try LiveFixture.source("a", at: server)
            try await ProxyTransport.withTransport(settings: LiveFixture.settings) { transport in
                for page in pages {
                    let live = try await Ending(source.makeReader(transport: transport), account: source.accountSID)
                    let file = FileSource(path: try files.write(page.utf8, to: "page.json"), excludes: [])
                    let saved = try await Ending(file.makeReader(), account: source.accountSID)
                    if live.error == nil {
                        #expect(live.contents == saved.contents, "\(page)")
                        #expect(live.rejections.starts(with: saved.rejections), "\(page)")
                    } else {
                        #expect(live.contents.isEmpty, "\(page)")
                    }
                    if live.isComplete { #expect(saved.isComplete, "\(page)") }
                }
            }
        }
    }

    @Test(
        "Malformed pages",
        arguments: [
            sound, sound + " ", "\u{FEFF}" + sound, "", " ", "null", "42", "\"text\"", "[]", "{}", "[\(sound)]",
            sound + sound, sound + "\n" + sound, sound + "}", String(sound.dropLast()), String(sound.dropLast(40)),
            sound.replacing("\"services\"", with: "\"Services\""), sound.replacing("\"services\"", with: "\"items\""),
            sound.replacing("\"meta\"", with: "\"mets\""),
            sound.replacing("\"default_ttl\":1", with: "\"default_ttl\":1,\"default_ttl\":2"),
            sound.replacing("\"default_ttl\":1", with: "\"default_ttl\":\"1\""), sound.replacing(":1}", with: ":1.5}"),
            sound.replacing("\"sid\":", with: "\"Sid\":"), sound.replacing(records[1], with: "null"),
            sound.replacing(records[1], with: "[]"), sound.replacing(records[1], with: #"{"sid":"hello"}"#),
            sound.replacing(records[1], with: #"{"sid":"VA00000000000000000000000000000001","friendly_name":"x"}"#),
            sound.replacing("\"services\":[", with: "\"services\":[\"services\","), "{\"services\":null,\"meta\":{}}",
            #"{"code":20003,"message":"Authenticate","status":401}"#, "<html>", "services: []",
        ])
    func malformed(_ page: String) async throws {
        try await Self.compare([page])
    }

    @Test("Damaged pages", arguments: 0..<4)
    func damaged(_ seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed &* 1_000_003 &+ 7)
        let junk = Array("{}[]\",:0\\\n eé<")
        let pages = (0..<12).map { _ in
            var characters = Array(Self.sound)
            for _ in 0...random.next(below: 2) {
                let index = random.next(below: characters.count)
                switch random.next(below: 4) {
                case 0: characters.remove(at: index)
                case 1: characters[index] = junk[random.next(below: junk.count)]
                case 2: characters.removeSubrange(index..<min(index + random.next(below: 60), characters.count))
                default: characters.insert(junk[random.next(below: junk.count)], at: index)
                }
            }
            return String(characters)
        }
        try await Self.compare(pages)
    }
}
