/// All functions that every environment has.
enum StandardLibrary {
    /// The functions by name.
    static let functions: [String: [Function]] = {
        let all =
            Arithmetic.functions + Comparison.functions + Containers.functions + Conversions.functions
            + Strings.functions + StringExtensions.functions + TimeAccessors.functions + Network.functions
            + URLFunctions.functions + Formatting.functions + RegexFunctions.functions + Encoders.functions
            + MathFunctions.functions + MathExtrema.functions + Lists.functions + ListSummaries.functions
            + Sets.functions + Optionals.functions
        return Dictionary(grouping: all, by: \.name)
    }()
}
