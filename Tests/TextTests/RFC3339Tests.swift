import Testing

@testable import Text

/// Dates and times; that records and expressions read them alike is tested where they do.
@Suite struct RFC3339Tests {
    @Test(
        arguments: [
            ("2026-03-01T12:00:00.5+02:00", 1_772_359_200, 500_000_000), ("2026-03-01t10:00:00z", 1_772_359_200, 0),
            ("1969-12-31T23:59:59.1234567899Z", -1, 123_456_789), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
        ] as [(String, Int64, Int32)])
    func reads(_ text: String, _ seconds: Int64, _ nanoseconds: Int32) throws {
        let instant = try #require(text.withBytes { RFC3339.instant($0) })
        #expect(instant == (seconds, nanoseconds))
    }

    @Test(arguments: [
        "", "2026-03-01", "2026-03-01 12:00:00Z", "2026-02-29T00:00:00Z", "2026-03-01T12:00:60Z",
        "2026-03-01T12:00:00+24:00", "2026-03-01T12:00:00", "0000-12-31T23:30:00-01:00", "9999-12-31T23:59:59-00:01",
        "2026-03-01T12:00:00.Z", "2026-03-01T12:00:00Z ",
    ])
    func refuses(_ text: String) {
        #expect(text.withBytes { RFC3339.instant($0) } == nil)
    }

    @Test func aBlankIsReadWhereAllowed() {
        #expect("2026-03-01 12:00:00Z".withBytes { RFC3339.instant($0, allowsBlank: true) }?.seconds == 1_772_366_400)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (500_000_000, "1970-01-01T00:00:00.5Z"), (1, "1970-01-01T00:00:00.000000001Z"),
    ])
    func writesNoMoreDigitsThanNeeded(_ nanoseconds: Int32, _ text: String) {
        #expect(RFC3339.text(seconds: 0, nanoseconds: nanoseconds) == text)
    }
}
