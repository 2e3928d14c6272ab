internal import Foundation

/// The environment of this process.
enum ProcessEnvironment {
    static var variables: [String: String] { ProcessInfo.processInfo.environment }

    /// The machine's name, as JUnit reports give it.
    static var hostname: String { ProcessInfo.processInfo.hostName }
}
