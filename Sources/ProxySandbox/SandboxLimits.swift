/// What one client may ask of the sandbox before it is refused or cut off.
package struct SandboxLimits: Sendable, Hashable {
    /// The largest request body that is read, in bytes; a larger one is answered with 413.
    package var bodyBytes: Int
    /// How much of a body that is too large is read and thrown away, so that the client can see the 413, in bytes;
    /// beyond it the connection is closed.
    package var discardedBytes: Int
    /// The largest single header, and the largest header section, in bytes.
    package var headerBytes: Int
    /// The largest number of headers.
    package var headerCount: Int
    /// How many connections are served at once; others wait to be accepted.
    package var connections: Int
    /// How long a connection may be silent, and how long a request's headers may take.
    package var idleTime: Duration
    /// How long a request's body may take.
    package var bodyTime: Duration

    package init(
        bodyBytes: Int = 256 * 1024, discardedBytes: Int = 8 * 1024 * 1024, headerBytes: Int = 32 * 1024,
        headerCount: Int = 100, connections: Int = 512, idleTime: Duration = .seconds(60),
        bodyTime: Duration = .seconds(60)
    ) {
        self.bodyBytes = bodyBytes
        self.discardedBytes = discardedBytes
        self.headerBytes = headerBytes
        self.headerCount = headerCount
        self.connections = connections
        self.idleTime = idleTime
        self.bodyTime = bodyTime
    }
}
