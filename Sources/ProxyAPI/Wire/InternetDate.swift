package import ServiceModel

/// The date-times of RFC 2822, which the 2010 API writes, and of HTTP (RFC 9110), which differ only in the zone.
package enum InternetDate {
    /// Writes `Thu, 30 Jul 2015 20:00:00 +0000`.
    package static func text(_ instant: Timestamp) -> String {
        let fields = Array(instant.description.utf8)
        func slice(_ range: Range<Int>) -> String { String(decoding: fields[range], as: UTF8.self) }
        let (day, remainder) = instant.seconds.quotientAndRemainder(dividingBy: 86_400)
        // 1970-01-01 was a Thursday; the division truncates, so a negative remainder is a day earlier.
        let weekday = Int(((remainder < 0 ? day - 1 : day) % 7 + 7 + 4) % 7)
        let month = (Int(slice(5..<7)) ?? 1) - 1
        return "\(weekdays[weekday]), \(slice(8..<10)) \(months[month]) \(slice(0..<4)) \(slice(11..<19)) +0000"
    }

    /// Reads a date-time in UTC, such as `Sun, 06 Nov 1994 08:49:37 GMT`; nil for anything else.
    ///
    /// The weekday is not compared with the date. The obsolete forms of RFC 9110 are not read.
    package static func parse(_ text: String) -> Timestamp? {
        let bytes = Array(text.utf8)
        guard bytes.count <= 31, bytes.count >= 29, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let zone = slice(25..<bytes.count)
        guard weekdays.contains(slice(0..<3)), slice(3..<5) == ", ", slice(7..<8) == " ", slice(11..<12) == " ",
            slice(16..<17) == " ", zone == " GMT" || zone == " +0000",
            let month = months.firstIndex(of: slice(8..<11))
        else { return nil }
        let monthText = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return Timestamp("\(slice(12..<16))-\(monthText)-\(slice(5..<7))T\(slice(17..<25))Z")
    }

    private static var weekdays: [String] { ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] }
    private static var months: [String] {
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    }
}
