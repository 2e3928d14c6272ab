import Testing

@testable import Text

/// The name that was meant.
@Suite struct SpellingTests {
    private static let words = ["callback_url", "unique_name", "sid", "auth_token", "api_key"]

    @Test(
        arguments: [
            ("calback_url", "callback_url"), ("uniqueName", "unique_name"), ("side", "sid"),
            ("auth_tokn", "auth_token"),
            ("SID", "sid"), ("ids", nil), ("zebra", nil), ("", nil), ("sid", nil),
        ] as [(String, String?)])
    func nearest(_ word: String, _ meant: String?) {
        #expect(Spelling.nearest(to: word, among: Self.words) == meant)
    }

    @Test func remarks() {
        #expect(Spelling.remark(for: "callback_ulr", among: Self.words) == "; did you mean 'callback_url'?")
        #expect(Spelling.remark(for: "zebra", among: Self.words).isEmpty)
    }
}
