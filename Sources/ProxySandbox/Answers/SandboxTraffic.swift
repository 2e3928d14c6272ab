import ServiceModel

/// What the sandbox counts while requests come and go.
actor SandboxTraffic {
    private var requests: UInt64 = 0
    private var inFlight: [SID: Int] = [:]
    private var script: FaultScript

    init(faults: SandboxFaults) {
        script = FaultScript(faults)
    }

    /// The number of the next request, from 1.
    func nextRequestNumber() -> UInt64 {
        requests &+= 1
        return requests
    }

    /// Notes that an account's request begins.
    ///
    /// - Returns: How many of the account's requests are now in progress, and the fault that this one meets.
    func begin(
        _ account: SID, operation: FaultScript.Operation
    ) -> (concurrentRequests: Int, fault: SandboxFaults.Kind?) {
        let count = (inFlight[account] ?? 0) + 1
        inFlight[account] = count
        return (count, script.next(account: account, operation: operation))
    }

    /// Notes that an account's request is over.
    func end(_ account: SID) {
        let count = (inFlight[account] ?? 1) - 1
        inFlight[account] = count > 0 ? count : nil
    }
}
