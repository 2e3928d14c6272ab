/// All functions that every environment has.
enum StandardLibrary {
    /// The functions by name.
    static let functions: [String: [Function]] = {
        let all =
            Arithmetic.functions + Comparison.functions + Containers.functions + Conversions.functions
            + Strings.functions + StringExtensions.functions + TimeAccessors.functions + Network.functions
            + URLFunctions.functions
        return Dictionary(grouping: all, by: \.name)
    }()
}
