internal import Synchronization

/// The zones of the system's tz database by name, each read when it is first asked for and then kept.
final class TimeZoneFiles: Sendable {
    /// Those of the process.
    static let shared = TimeZoneFiles()

    /// Far more names than the database has; one name can be written in many ways, with more slashes.
    private static let limit = 2048

    private let files = Mutex<[String: TimeZoneFile]>([:])
    private let read: @Sendable (String) -> TimeZoneFile?

    /// - Parameter read: Reads the zone of a name; called once for each that it knows.
    init(read: @escaping @Sendable (String) -> TimeZoneFile? = { TimeZoneFile(named: $0) }) { self.read = read }

    /// The zone of a name; `nil` if it is not known, which is not kept.
    func zone(named name: String) -> TimeZoneFile? {
        // Before the look-up, to which equivalent texts are one: names are of ASCII.
        guard TimeZoneFile.isName(name) else { return nil }
        if let known = files.withLock({ $0[name] }) { return known }
        guard let file = read(name) else { return nil }
        files.withLock { files in
            if files.count < Self.limit { files[name] = file }
        }
        return file
    }
}
