internal import Text

/// An address with the length of a prefix, as the function `cidr` gives it.
struct IPNetwork: Sendable, Hashable {
    /// The address as written: bits after the prefix may be set.
    let address: IPAddress
    /// 0 to 32 or 128.
    let prefixLength: Int

    /// The type of such values.
    static let celType: CELType = .opaque("net.CIDR", [])

    /// Takes a prefix length within the address's bits.
    init(address: IPAddress, prefixLength: Int) {
        self.address = address
        self.prefixLength = prefixLength
    }

    /// Reads `address/length`.
    init(_ text: String) throws(IPAddress.Problem) {
        guard text.utf8.count <= IPAddress.longestText else { throw .malformed }
        if text.utf8.contains(UInt8(ascii: "%")) { throw .hasZone }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .malformed }
        let address = try IPAddress(String(parts[0]))
        let digits = parts[1].utf8
        guard (1...3).contains(digits.count), digits.allSatisfy(\.isDigit),
            digits.count == 1 || digits.first != UInt8(ascii: "0"), let length = Int(parts[1]),
            length <= address.bytes.count * 8
        else { throw .malformed }
        self.init(address: address, prefixLength: length)
    }

    /// The same block, with its first address.
    var masked: IPNetwork {
        IPNetwork(address: address.masked(prefixLength: prefixLength), prefixLength: prefixLength)
    }

    /// Whether the address is of the network; one of the other family never is.
    func contains(_ other: IPAddress) -> Bool {
        other.bytes.count == address.bytes.count
            && other.masked(prefixLength: prefixLength) == address.masked(prefixLength: prefixLength)
    }

    /// Whether all addresses of the other network are of this one.
    func contains(_ other: IPNetwork) -> Bool {
        prefixLength <= other.prefixLength && contains(other.address)
    }
}

extension IPNetwork: CELOpaqueValue {
    /// The same for all networks.
    var type: CELType { Self.celType }

    /// `address/length`.
    var description: String { "\(address)/\(prefixLength)" }
}
