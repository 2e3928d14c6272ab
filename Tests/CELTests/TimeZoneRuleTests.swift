import Synchronization
import Testing

@testable import CEL

/// The rules at the ends of time zone files, in the form of TZ.
@Suite struct TimeZoneRuleTests {
    /// Instants, and the offset in minutes; the forms are RFC 9636's and POSIX's own examples.
    @Test(arguments: [
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2050-03-27T00:59:59Z", 60),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2050-03-27T01:00:00Z", 120),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2050-10-30T00:59:59Z", 120),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2050-10-30T01:00:00Z", 60),
        // The south, where summer goes over the year's end.
        ("NZST-12NZDT,M9.5.0,M4.1.0/3", "2050-01-01T00:00:00Z", 780),
        ("NZST-12NZDT,M9.5.0,M4.1.0/3", "2050-07-01T00:00:00Z", 720),
        ("NZST-12NZDT,M9.5.0,M4.1.0/3", "2050-12-31T23:00:00Z", 780),
        // Names in brackets, offsets with minutes, times before midnight and beyond a day.
        ("<-03>3", "2050-01-01T00:00:00Z", -180), ("<+0545>-5:45", "2050-01-01T00:00:00Z", 345),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-03-27T00:59:59Z", -120),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-03-27T01:00:00Z", -60),
        ("IST-2IDT,M3.4.4/26,M10.5.0", "2050-03-24T23:59:59Z", 120),
        ("IST-2IDT,M3.4.4/26,M10.5.0", "2050-03-25T00:00:00Z", 180),
        // Summer time of half an hour, days of the year with and without a leap day, and summer all year.
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2050-01-01T00:00:00Z", 660),
        ("A0B,J60/0,J61/0", "2052-03-01T12:00:00Z", 60), ("A0B,59/0,60/0", "2052-02-29T12:00:00Z", 60),
        ("A0B,J60/0,J61/0", "2052-02-29T12:00:00Z", 0),
        ("XXX3EDT4,0/0,J365/23", "2050-07-01T00:00:00Z", -240),
    ])
    func offsetFollowsTheRule(rule: String, instant: String, minutes: Int64) throws {
        let rule = try #require(TimeZoneRule(Array(rule.utf8)))
        #expect(rule.offset(atSecond: try #require(CELTimestamp(rfc3339: instant)).seconds) == minutes * 60)
    }

    @Test(arguments: [
        "", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
        "CET-1CEST,M3.5.7,M10.5.0", "CET-25", "<CET-1", "CET-1CEST,J0,J1", "CET-1CEST,J366,J1", "CET-1x",
        "CET-1CEST,M3.5.0/168,J1",
        "CET--1", "CET-999999999999999999999",
    ])
    func malformedRulesAreRefused(rule: String) {
        #expect(TimeZoneRule(Array(rule.utf8)) == nil)
    }

    @Test func aFileIsReadOnce() {
        let reads = Mutex<[String]>([])
        let files = TimeZoneFiles { name in
            reads.withLock { $0.append(name) }
            return TimeZoneFile(named: name)
        }
        let names = [
            "Europe/Paris", "Asia/Tokyo", "Europe/Paris", "Nowhere/Place", "Nowhere/Place", "../x", "Europe/Paris",
        ]
        #expect(names.map { files.zone(named: $0) != nil } == [true, true, true, false, false, false, true])
        #expect(reads.withLock { $0 } == ["Europe/Paris", "Asia/Tokyo", "Nowhere/Place", "Nowhere/Place"])
        #expect(files.zone(named: "Europe/Paris")?.offset(atSecond: 1_750_000_000) == 7200)
        #expect(files.zone(named: "Asia/Tokyo")?.offset(atSecond: 1_750_000_000) == 32400)
    }

    /// U+212A is canonically equivalent to K, and no letter of a zone's name.
    @Test func aNameIsKnownByItsBytes() {
        let files = TimeZoneFiles()
        #expect(files.zone(named: "Asia/Kolkata") != nil)
        #expect(files.zone(named: "Asia/\u{212A}olkata") == nil)
    }
}
