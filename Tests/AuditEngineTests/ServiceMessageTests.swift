import CEL
import SeededGenerator
import ServiceModel
import Testing

@testable import AuditEngine

/// A Service that is a view of its record is what one is whose fields were all decoded.
@Suite struct ServiceMessageTests {
    private static let texts: [String?] = [
        nil, "", "plain", "with \"quotes\" and \\", "配車サービス", "e\u{301}", "a\u{0}b", "2026-01-02T03:04:05Z",
        "2026-01-02 03:04:05.5+02:00", "yesterday", "KS0123456789abcdef0123456789abcdef", "https://a.test/b?c=d",
    ]

    @Test(arguments: 1...40) func isWhatItsFieldsAre(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        func text() -> String? { Self.texts[generator.next(below: Self.texts.count)] }
        let written = WrittenService(
            sid: text(), accountSID: text(), chatInstanceSID: text(), uniqueName: text(),
            defaultTTL: [nil, 0, 60, -1][generator.next(below: 4)], callbackURL: text(), interceptCallbackURL: text(),
            outOfSessionCallbackURL: text(), geoMatchLevel: text(), numberSelectionBehavior: text(),
            dateCreated: text(), url: nil,
            links: [nil, [], [FieldValue.Link(name: "a", url: "b")]][generator.next(below: 3)])
        let record = try #require(WrittenService.batch([written]).records.first)
        let view = ServiceMessage(record)
        let decoded = ServiceMessage { record[$0] }
        #expect(view == decoded)
        for slot in -1...ServiceField.allCases.count {
            #expect(view.value(at: slot).isEqual(to: decoded.value(at: slot)))
            #expect(view.fault(at: slot) == decoded.fault(at: slot))
            guard ServiceField(rawValue: slot) != nil else { continue }
            #expect(view.isSet(at: slot) == decoded.isSet(at: slot))
            #expect(view.integer(at: slot) == decoded.integer(at: slot))
            #expect(view.text(at: slot).map { Array($0.utf8) } == decoded.text(at: slot).map { Array($0.utf8) })
            if let bytes = view.utf8(at: slot) { #expect(Array(bytes) == view.text(at: slot).map { Array($0.utf8) }) }
        }
    }
}
