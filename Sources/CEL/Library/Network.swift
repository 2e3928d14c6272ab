internal import Text

/// The network extension: `ip`, `cidr` and what they can tell, by the names of Kubernetes' CEL libraries.
enum Network {
    private static let ipType = IPAddress.celType
    private static let cidrType = IPNetwork.celType

    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        Function(
            "ip", [.global([.string], ipType), .member([cidrType], ipType)],
            cost: .linear,
            .unary { (value, meter) throws(CELFault) in
                if let network = network(value) { return .opaque(network.address) }
                guard case .string(let text) = value else { throw .noSuchOverload("ip", [value]) }
                try meter.charge(text.utf8.count / 10)
                return .opaque(try parseAddress(text))
            }, traits: .reading(refused: "no IP address", question: "isIP")),
        Function(
            "isIP", [.global([.string], .bool)],
            cost: .linear,
            .unary { (value, meter) throws(CELFault) in
                guard case .string(let text) = value else { throw .noSuchOverload("isIP", [value]) }
                try meter.charge(text.utf8.count / 10)
                return .bool((try? IPAddress(text)) != nil)
            }),
        Function(
            "ip.isCanonical", [.global([.string], .bool)],
            cost: .linear,
            .unary { (value, meter) throws(CELFault) in
                guard case .string(let text) = value else { throw .noSuchOverload("ip.isCanonical", [value]) }
                try meter.charge(text.utf8.count / 10)
                return .bool(try parseAddress(text).description.hasSameBytes(as: text))
            }, traits: .reading(refused: "no IP address", question: "isIP")),
        addressProperty("family", .int, traits: FunctionTraits(range: 4...6)) { .int($0.family) },
        addressProperty("isUnspecified", .bool) { .bool($0.isUnspecified) },
        addressProperty("isLoopback", .bool) { .bool($0.isLoopback) },
        addressProperty("isLinkLocalMulticast", .bool) { .bool($0.isLinkLocalMulticast) },
        addressProperty("isLinkLocalUnicast", .bool) { .bool($0.isLinkLocalUnicast) },
        addressProperty("isGlobalUnicast", .bool) { .bool($0.isGlobalUnicast) },
        Function(
            "cidr", [.global([.string], cidrType)],
            cost: .linear,
            .unary { (value, meter) throws(CELFault) in
                guard case .string(let text) = value else { throw .noSuchOverload("cidr", [value]) }
                try meter.charge(text.utf8.count / 10)
                return .opaque(try parseNetwork(text))
            }, traits: .reading(refused: "no CIDR block", question: "isCIDR")),
        Function(
            "isCIDR", [.global([.string], .bool)],
            cost: .linear,
            .unary { (value, meter) throws(CELFault) in
                guard case .string(let text) = value else { throw .noSuchOverload("isCIDR", [value]) }
                try meter.charge(text.utf8.count / 10)
                return .bool((try? IPNetwork(text)) != nil)
            }),
        Function(
            "containsIP", [.member([cidrType, ipType], .bool), .member([cidrType, .string], .bool)],
            cost: .linear,
            .binary { (value, other, meter) throws(CELFault) in
                guard let network = network(value) else { throw .noSuchOverload("containsIP", [value, other]) }
                if case .string(let text) = other {
                    try meter.charge(text.utf8.count / 10)
                    return .bool(network.contains(try parseAddress(text)))
                }
                guard let address = address(other) else { throw .noSuchOverload("containsIP", [value, other]) }
                return .bool(network.contains(address))
            }, traits: .reading(argument: 1, refused: "no IP address", question: "isIP")),
        Function(
            "containsCIDR", [.member([cidrType, cidrType], .bool), .member([cidrType, .string], .bool)],
            cost: .linear,
            .binary { (value, other, meter) throws(CELFault) in
                guard let outer = network(value) else { throw .noSuchOverload("containsCIDR", [value, other]) }
                if case .string(let text) = other {
                    try meter.charge(text.utf8.count / 10)
                    return .bool(outer.contains(try parseNetwork(text)))
                }
                guard let inner = network(other) else { throw .noSuchOverload("containsCIDR", [value, other]) }
                return .bool(outer.contains(inner))
            }, traits: .reading(argument: 1, refused: "no CIDR block", question: "isCIDR")),
        networkProperty("prefixLength", .int) { .int(Int64($0.prefixLength)) },
        networkProperty("masked", cidrType) { .opaque($0.masked) },
        networkProperty("isMask", .bool) { .bool($0 == $0.masked) },
    ]

    private static func address(_ value: CELValue) -> IPAddress? {
        if case .opaque(let value) = value { value as? IPAddress } else { nil }
    }

    private static func network(_ value: CELValue) -> IPNetwork? {
        if case .opaque(let value) = value { value as? IPNetwork } else { nil }
    }

    private static func addressProperty(
        _ name: String, _ result: CELType, traits: FunctionTraits = FunctionTraits(),
        _ property: @escaping @Sendable (IPAddress) -> CELValue
    ) -> Function {
        Function(
            name, [.member([ipType], result)],
            cost: .linear,
            .unary { (value, _) throws(CELFault) in
                guard let address = address(value) else { throw .noSuchOverload(name, [value]) }
                return property(address)
            }, traits: traits)
    }

    private static func networkProperty(
        _ name: String, _ result: CELType, _ property: @escaping @Sendable (IPNetwork) -> CELValue
    ) -> Function {
        Function(
            name, [.member([cidrType], result)],
            cost: .linear,
            .unary { (value, _) throws(CELFault) in
                guard let network = network(value) else { throw .noSuchOverload(name, [value]) }
                return property(network)
            })
    }

    private static func parseAddress(_ text: String) throws(CELFault) -> IPAddress {
        do throws(IPAddress.Problem) {
            return try IPAddress(text)
        } catch {
            throw .noAddress("IP address", error)
        }
    }

    private static func parseNetwork(_ text: String) throws(CELFault) -> IPNetwork {
        do throws(IPAddress.Problem) {
            return try IPNetwork(text)
        } catch {
            throw .noAddress("CIDR block", error)
        }
    }
}
