internal import Text

/// Offsets from UTC of zones given as `+hh:mm` or `+h:mm`, or by a name of the tz database, such as `Europe/Paris`.
enum TimeZoneOffset {
    /// The seconds to add to UTC at an instant.
    ///
    /// - Throws: `invalidArgument` for a zone that is not known here.
    static func seconds(
        at instant: CELTimestamp, in zone: String, _ meter: inout CostMeter
    ) throws(CELFault) -> Int64 {
        if zone.isEmpty || zone == "UTC" { return 0 }
        if let offset = fixed(zone) { return offset }
        // Reading a file is as dear as many steps, and which zone was read before depends on other evaluations.
        try meter.charge(cost)
        return try file(zone).offset(atSecond: instant.seconds)
    }

    /// The steps that a zone takes which is given by a name.
    static let cost = 1000

    /// Makes sure that a zone is known here.
    ///
    /// - Throws: `invalidArgument` for one that is not.
    static func check(_ zone: String) throws(CELFault) {
        if zone.isEmpty || zone == "UTC" || fixed(zone) != nil { return }
        _ = try file(zone)
    }

    private static func file(_ zone: String) throws(CELFault) -> TimeZoneFile {
        guard let file = TimeZoneFiles.shared.zone(named: zone) else {
            throw .unknownZone
        }
        return file
    }

    /// The offset of a zone such as `+02:00`, `-9:30` or `02:00`.
    private static func fixed(_ zone: String) -> Int64? {
        zone.withBytes { bytes in
            var cursor = DigitCursor(bytes)
            let isNegative = cursor.take("-")
            if !isNegative { _ = cursor.take("+") }
            guard var hours = cursor.digit() else { return nil }
            if let second = cursor.digit() { hours = hours * 10 + second }
            guard cursor.take(":"), let minutes = cursor.number(digits: 2), cursor.isAtEnd, hours < 24, minutes < 60
            else { return nil }
            return (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
        }
    }
}
