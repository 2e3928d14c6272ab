/// The language's own functions of strings.
enum Strings {
    /// The functions, for ``StandardLibrary``.
    static let functions: [Function] = [
        predicate("contains", contains), predicate("startsWith") { $0.startsWithBytes(of: $1) },
        predicate("endsWith") { $0.endsWithBytes(of: $1) },
        Function(
            "matches", [.member([.string, .string], .bool), .global([.string, .string], .bool)],
            .binary(RegularExpression.matches)),
    ]

    private static func predicate(
        _ name: String, _ holds: @escaping @Sendable (String, String) -> Bool
    ) -> Function {
        Function(
            name, [.member([.string, .string], .bool)],
            .binary { (text, part, meter) throws(CELFault) in
                guard case .string(let text) = text, case .string(let part) = part else {
                    throw .noSuchOverload(name, [text, part])
                }
                try meter.charge(text.utf8.count / 10)
                return .bool(holds(text, part))
            })
    }

    private static func contains(_ text: String, _ part: String) -> Bool {
        text.withBytes { text in part.withBytes { ByteSearch.first($0, in: text, from: 0) != nil } }
    }
}
