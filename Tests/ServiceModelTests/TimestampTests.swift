import ServiceModel
import Testing

@Suite struct TimestampTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0), ("2015-07-30T20:00:00Z", 1_438_286_400, 0),
            ("2024-02-29T23:59:59Z", 1_709_251_199, 0),
            ("2000-02-29T00:00:00Z", 951_782_400, 0), ("1900-02-28T00:00:00Z", -2_203_977_600, 0),
            ("1969-12-31T23:59:59Z", -1, 0), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
            ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
            ("2015-07-30T20:00:00.000Z", 1_438_286_400, 0), ("2015-07-30 20:00:00Z", 1_438_286_400, 0),
            ("2015-07-30t20:00:00z", 1_438_286_400, 0), ("2015-07-30T22:00:00+02:00", 1_438_286_400, 0),
            ("2015-07-30T14:30:00.5-05:30", 1_438_286_400, 500_000_000),
            ("2015-07-30T20:00:00-00:00", 1_438_286_400, 0),
            ("2015-07-30T20:00:00.000000001Z", 1_438_286_400, 1), ("2015-07-30T20:00:00.0000000019Z", 1_438_286_400, 1),
            ("1969-12-31T23:59:59.25Z", -1, 250_000_000),
            ("2016-12-31T23:59:59+23:59", 1_483_142_459, 0),
        ] as [(String, Int64, Int32)])
    func reads(_ text: String, _ seconds: Int64, _ nanoseconds: Int32) {
        let instant = Timestamp(text)
        #expect(instant?.seconds == seconds)
        #expect(instant?.nanoseconds == nanoseconds)
    }

    @Test(arguments: [
        "", "2015", "2015-07-30", "2015-07-30T20:00Z", "2015-07-30T20:00:00", "2015-07-30  20:00:00Z",
        "2015-7-30T20:00:00Z",
        "2015-13-01T00:00:00Z", "2015-00-01T00:00:00Z", "2015-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
        "2015-04-31T00:00:00Z",
        "2015-07-00T00:00:00Z", "2015-07-32T00:00:00Z", "2015-07-30T24:00:00Z", "2015-07-30T20:60:00Z",
        "2015-06-30T23:59:60Z",
        "2015-07-30T20:00:00.Z", "2015-07-30T20:00:00,5Z",
        "2015-07-30T20:00:00+2:00",
        "2015-07-30T20:00:00+0200", "2015-07-30T20:00:00+24:00", "2015-07-30T20:00:00+02:60", "2015-07-30T20:00:00ZZ",
        " 2015-07-30T20:00:00Z", "2015-07-30T20:00:00Z ", "+2015-07-30T20:00:00Z", "12015-07-30T20:00:00Z",
        "0000-12-31T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "٢٠١٥-07-30T20:00:00Z",
        "Thu, 30 Jul 2015 20:00:00 +0000", "2015-07-30T20:00:00Z\n", "2015-07-30T20:00:00\u{301}Z",
    ])
    func refuses(_ text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func cutOffAnywhereIsNone() {
        let text = "2015-07-30T20:00:00.123+02:00"
        #expect(Timestamp(text)?.description == "2015-07-30T18:00:00.123Z")
        for length in 0..<text.count { #expect(Timestamp(String(text.prefix(length))) == nil) }
    }

    @Test func writesWhatItReads() throws {
        // Every 47 days and some from the year 1 on meets all months, leap years and centuries.
        var second: Int64 = -62_135_596_800
        var last: Timestamp?
        while let instant = Timestamp(seconds: second, nanoseconds: second % 3 == 0 ? 120_000_000 : 0) {
            #expect(Timestamp(instant.description) == instant)
            if let last { #expect(last < instant) }
            last = instant
            second += 47 * 86_400 + 12_345 * 7
        }
        #expect(second > 253_402_300_799)
    }

    @Test(
        arguments: [
            (-62_135_596_801, 0), (253_402_300_800, 0), (0, -1), (0, 1_000_000_000), (Int64.min, 0), (Int64.max, 0),
        ] as [(Int64, Int32)])
    func refusesWhatLiesOutside(_ seconds: Int64, _ nanoseconds: Int32) {
        #expect(Timestamp(seconds: seconds, nanoseconds: nanoseconds) == nil)
    }
}
