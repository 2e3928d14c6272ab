internal import ArgumentParser
internal import AuditEngine
internal import ServiceModel

/// What makes a scan fail.
struct GateOptions: ParsableArguments {
    /// A severity from which findings fail the gate, or none.
    enum Threshold: String, CaseIterable, ExpressibleByArgument {
        case info, low, medium, high, critical, none

        /// nil for `none`.
        var severity: Severity? { Severity(rawValue: rawValue) }
    }

    @Option(help: "The least severity of an open finding that ends the scan with status 1.")
    var failOn = Threshold.high

    @Flag(help: "Accept accounts without a single Service, which otherwise end the scan with status 4.")
    var allowEmpty = false

    @Flag(help: "Take every warning for a reason why the scan is incomplete (status 2).")
    var strict = false

    /// What these options ask for.
    var gate: Gate { Gate(failOn: failOn.severity, allowsNoServices: allowEmpty, isStrict: strict) }
}

/// An instant given on the command line.
struct InstantArgument: ExpressibleByArgument {
    let instant: Timestamp

    init?(argument: String) {
        guard let instant = Timestamp(argument) else { return nil }
        self.instant = instant
    }
}
