package import ServiceModel

/// What came of a rule for a Service.
package enum RuleOutcome {
    /// The Service is flagged.
    case flagged(Flag)
    /// The rule could not be evaluated; for a rule with `fields`, for this one.
    case failed(ServiceField?, RuleFailure)
    /// The rule is about groups, and the Service is in the one with this key: UTF-8, valid while it is reported.
    case grouped(UnsafeBufferPointer<UInt8>)

    /// What is flagged, how much it matters, and why.
    package struct Flag: Sendable, Hashable {
        /// The guilty field; nil where the Service as a whole is.
        package let field: ServiceField?
        package let severity: Severity
        /// What is wrong, in a sentence. Made from masked texts.
        package let message: String
    }
}
