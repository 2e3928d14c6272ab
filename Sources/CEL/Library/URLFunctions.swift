/// Kubernetes' URL library: `url`, `isURL` and the parts of a URL.
enum URLFunctions {
    private static let type = URLValue.celType

    /// The function that makes a URL of a text.
    static let name = "url"
    /// The function that tells whether a text is one.
    static let testName = "isURL"

    /// The functions, for ``CELLibrary``.
    static let functions: [Function] =
        [
            Function(
                name, [.global([.string], type)],
                cost: .linear,
                .unary { (value, meter) throws(CELFault) in
                    guard case .string(let text) = value else { throw .noSuchOverload(name, [value]) }
                    return .opaque(try url(text, &meter))
                }, traits: .reading(refused: "no URL", question: "isURL")),
            Function(
                testName, [.global([.string], .bool)],
                cost: .linear,
                .unary { (value, meter) throws(CELFault) in
                    guard case .string(let text) = value else { throw .noSuchOverload(testName, [value]) }
                    try meter.charge(bytes: text.utf8.count)
                    return .bool(URLValue.isURL(text))
                }),
        ] + Part.allCases.map(function)

    /// The URL that a text is.
    static func url(_ text: String, _ meter: inout CostMeter) throws(CELFault) -> URLValue {
        try meter.charge(bytes: text.utf8.count)
        guard let url = URLValue(text) else { throw .noURL }
        return url
    }

    /// The functions that give a part of a URL.
    enum Part: String, Sendable, CaseIterable {
        case scheme = "getScheme"
        case host = "getHost"
        case hostname = "getHostname"
        case port = "getPort"
        case escapedPath = "getEscapedPath"
        case query = "getQuery"

        /// Where the part stands in the text of a plain URL, if it stands there as the function gives it.
        func range(in url: PlainURL, of text: TextBytes) -> Range<Int>? {
            switch self {
            case .scheme: text[url.scheme].contains { (0x41...0x5A).contains($0) } ? nil : url.scheme
            case .host: url.host
            case .hostname: url.hostname
            case .port: url.port
            case .escapedPath: url.path
            case .query: nil
            }
        }

        /// What calls cost at most.
        fileprivate var cost: FunctionCost {
            guard self == .query else { return .linear }
            // The parameters share the bytes of the URL.
            return FunctionCost(result: { call in
                let count = max(1, call.assumptions.elementCount)
                return .elements(
                    count: count,
                    of: .elements(count: 1, of: .text(bytes: call.assumptions.textLength / count)))
            })
        }

        /// What is known of the part.
        fileprivate var traits: FunctionTraits {
            switch self {
            case .scheme: .giving { TextShape([.withoutCapitals], from: $0) }
            case .port: .giving { TextShape([.digits], from: $0) }
            case .host, .hostname:
                .giving { TextShape([.without("/"), .without("?"), .without("#"), .without("@")], from: $0) }
            case .escapedPath, .query: FunctionTraits()
            }
        }

        /// What the function gives; the call's own step is not taken.
        func value(of url: URLValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
            try meter.charge(bytes: url.text.utf8.count)
            switch self {
            case .scheme: return .string(url.scheme)
            case .host: return .string(url.host)
            case .hostname: return .string(url.hostname)
            case .port: return .string(url.port)
            case .escapedPath: return .string(url.escapedPath)
            case .query:
                return .map(CELMap(fields: url.query.map { ($0.name, .list($0.values.map { .string($0) })) }))
            }
        }
    }

    private static func function(_ part: Part) -> Function {
        Function(
            part.rawValue, [.member([type], part == .query ? .map(.string, .list(.string)) : .string)],
            cost: part.cost,
            .unary { (value, meter) throws(CELFault) in
                guard case .opaque(let opaque) = value, let url = opaque as? URLValue else {
                    throw .noSuchOverload(part.rawValue, [value])
                }
                return try part.value(of: url, &meter)
            }, traits: part.traits)
    }
}
