/// Functions and macros that environments are made of.
///
///     CELEnvironment(libraries: [.standard, .strings, .optionals])
///
/// An expression that uses what is in a library that was not chosen is told which.
public struct CELLibrary: Sendable {
    /// What a library has beside functions.
    enum Feature: Hashable {
        /// The macro `sortBy`.
        case sortBy
        /// Macros with an index or key beside the element or value.
        case twoVariables
        /// The macros `optMap` and `optFlatMap`, and `?` in selections, indexes, lists and maps.
        case optionals
        /// The macro `cel.bind`.
        case bindings
    }

    /// The name, as messages have it.
    public let name: String
    /// The functions.
    let functions: [Function]
    /// The types that expressions may name.
    let types: [CELType]
    /// What there is beside functions.
    let features: Set<Feature>

    private init(_ name: String, _ functions: [Function], types: [CELType] = [], features: Set<Feature> = []) {
        self.name = name
        self.functions = functions
        self.types = types
        self.features = features
    }

    /// Makes a library of the host's functions.
    public init(name: String, functions: [CELFunction]) { self.init(name, functions.map(\.function)) }

    /// The language itself: operators, `size`, conversions, tests of texts, parts of times, and the macros `has`, `all`,
    /// `exists`, `exists_one`, `map` and `filter`.
    public static let standard = CELLibrary(
        "standard",
        Arithmetic.functions + Comparison.functions + Containers.functions + Conversions.functions
            + Strings.functions + TimeAccessors.functions,
        types: [
            .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .list(.dyn),
            .map(.dyn, .dyn),
        ])

    /// `charAt`, `indexOf`, `substring`, `replace`, `split`, `join`, `format` and the like: cel-go's `ext.Strings`.
    public static let strings = CELLibrary("strings", StringExtensions.functions + Formatting.functions)

    /// `math.greatest`, `math.round`, `math.bitAnd` and the like: cel-go's `ext.Math`.
    public static let math = CELLibrary("math", MathFunctions.functions + MathExtrema.functions)

    /// `slice`, `flatten`, `sort`, `sortBy`, `sum`, `indexOf` and the like: cel-go's `ext.Lists` and Kubernetes' lists.
    public static let lists = CELLibrary("lists", Lists.functions + ListSummaries.functions, features: [.sortBy])

    /// `sets.contains` and the like: cel-go's `ext.Sets`.
    public static let sets = CELLibrary("sets", Sets.functions)

    /// `base64.encode` and `base64.decode`: cel-go's `ext.Encoders`.
    public static let encoders = CELLibrary("encoders", Encoders.functions)

    /// `find`, `findAll` and `regex.replace` and the like: Kubernetes' and cel-go's regular expressions.
    public static let regex = CELLibrary("regex", RegexFunctions.functions)

    /// `ip`, `cidr` and what they tell: Kubernetes' addresses.
    public static let network = CELLibrary("network", Network.functions, types: [IPAddress.celType, IPNetwork.celType])

    /// `url`, `isURL` and the parts of a URL: Kubernetes' URLs.
    public static let urls = CELLibrary("urls", URLFunctions.functions, types: [URLValue.celType])

    /// `optional.of`, `a.?b`, `a[?b]`, `orValue`, `optMap` and the like.
    public static let optionals = CELLibrary(
        "optionals", Optionals.functions, types: [.optional(.dyn)], features: [.optionals])

    /// `all(i, x, …)`, `transformList`, `transformMap` and the like: macros with an index or key.
    public static let twoVariableComprehensions = CELLibrary(
        "twoVariableComprehensions", [], features: [.twoVariables])

    /// `cel.bind(name, value, expression)`.
    public static let bindings = CELLibrary("bindings", [], features: [.bindings])

    /// All of them: what an environment has unless told otherwise.
    public static let all: [CELLibrary] = [
        standard, strings, math, lists, sets, encoders, regex, network, urls, optionals, twoVariableComprehensions,
        bindings,
    ]
}

extension CELLibrary {
    /// What an environment gets from libraries.
    struct Contents: Sendable {
        /// The functions by name.
        var functions: [String: [Function]]
        /// The types by the names that denote them.
        let types: [String: CELType]
        let features: Set<Feature>
        /// The libraries of ``CELLibrary/all`` that were not chosen.
        let missing: [CELLibrary]

        init(_ libraries: [CELLibrary]) {
            functions = Dictionary(grouping: libraries.flatMap(\.functions), by: \.name)
            types = Dictionary(
                libraries.flatMap(\.types).map { ($0.typeName, $0) }, uniquingKeysWith: { first, _ in first })
            features = libraries.reduce(into: []) { $0.formUnion($1.features) }
            let chosen = Set(libraries.map(\.name))
            missing = CELLibrary.all.filter { !chosen.contains($0.name) }
        }

        /// What all libraries have.
        static let all = Contents(CELLibrary.all)
    }
}
