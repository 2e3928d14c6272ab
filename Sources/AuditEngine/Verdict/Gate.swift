/// What a run must come to in order to pass.
package struct Gate: Sendable, Hashable {
    /// The least severity of an open finding that fails the run; nil where none does.
    package let failOn: Severity?
    /// Whether accounts without a single Service may pass.
    package let allowsNoServices: Bool
    /// Whether a warning makes the run incomplete.
    package let isStrict: Bool

    package init(failOn: Severity?, allowsNoServices: Bool = false, isStrict: Bool = false) {
        self.failOn = failOn
        self.allowsNoServices = allowsNoServices
        self.isStrict = isStrict
    }
}
