package import ServiceModel

/// Everything that a sandbox is told: where it listens, what it keeps, and how it behaves.
package struct SandboxConfiguration: Sendable {
    /// The name or address to listen on; loopback unless said otherwise, as the sandbox speaks plain HTTP.
    package var host: String
    /// The port to listen on, 0 to 65535; 0 takes a free one.
    package var port: Int
    /// Where the Services are kept.
    package var database: Database
    /// The accounts and Services that are there from the start.
    package var seed: SandboxSeed
    /// What goes wrong on purpose.
    package var faults: SandboxFaults
    /// What the API's documentation leaves open.
    package var policy: SandboxPolicy
    /// What one client may ask of the server.
    package var limits: SandboxLimits
    /// The time that `date_created` and `date_updated` are taken from; fractions of a second are dropped.
    package var clock: @Sendable () -> Timestamp
    /// Makes SIDs and page tokens the same in every run; nil takes them from the system's random numbers.
    ///
    /// A database file keeps the randomness that it was made with.
    package var randomSeed: UInt64?

    /// Where the Services are kept.
    package enum Database: Sendable, Equatable {
        /// In memory, for as long as the sandbox runs.
        case inMemory
        /// In an SQLite file, made with mode 0600 where there is none.
        case file(String)
    }

    package init(
        host: String = "127.0.0.1", port: Int = 0, database: Database = .inMemory, seed: SandboxSeed = SandboxSeed(),
        faults: SandboxFaults = SandboxFaults(), policy: SandboxPolicy = SandboxPolicy(),
        limits: SandboxLimits = SandboxLimits(), randomSeed: UInt64? = nil, clock: @escaping @Sendable () -> Timestamp
    ) {
        self.host = host
        self.port = port
        self.database = database
        self.seed = seed
        self.faults = faults
        self.policy = policy
        self.limits = limits
        self.randomSeed = randomSeed
        self.clock = clock
    }
}
