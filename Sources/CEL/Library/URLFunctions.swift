/// Kubernetes' URL library: `url`, `isURL` and the parts of a URL.
enum URLFunctions {
    private static let type = URLValue.celType

    /// The functions, for ``StandardLibrary``.
    static let functions: [Function] = [
        Function(
            "url", [.global([.string], type)],
            .unary { (value, meter) throws(CELFault) in
                guard case .string(let text) = value else { throw .noSuchOverload("url", [value]) }
                try meter.charge(bytes: text.utf8.count)
                guard let url = URLValue(text) else { throw CELFault(.invalidArgument, "the string is no URL") }
                return .opaque(url)
            }),
        Function(
            "isURL", [.global([.string], .bool)],
            .unary { (value, meter) throws(CELFault) in
                guard case .string(let text) = value else { throw .noSuchOverload("isURL", [value]) }
                try meter.charge(bytes: text.utf8.count)
                return .bool(URLValue(text) != nil)
            }),
        part("getScheme", .string) { .string($0.scheme) },
        part("getHost", .string) { .string($0.host) },
        part("getHostname", .string) { .string($0.hostname) },
        part("getPort", .string) { .string($0.port) },
        part("getEscapedPath", .string) { .string($0.escapedPath) },
        part("getQuery", .map(.string, .list(.string))) { url in
            .map(CELMap(fields: url.query.map { ($0.name, .list($0.values.map { .string($0) })) }))
        },
    ]

    private static func part(
        _ name: String, _ result: CELType, _ part: @escaping @Sendable (URLValue) -> CELValue
    ) -> Function {
        Function(
            name, [.member([type], result)],
            .unary { (value, meter) throws(CELFault) in
                guard case .opaque(let opaque) = value, let url = opaque as? URLValue else {
                    throw .noSuchOverload(name, [value])
                }
                try meter.charge(bytes: url.text.utf8.count)
                return part(url)
            })
    }
}
