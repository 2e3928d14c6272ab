internal import Text

/// An IPv4 or IPv6 address, as the function `ip` gives it.
struct IPAddress: Sendable, Hashable {
    /// 4 or 16 bytes, the first of the address first.
    let bytes: [UInt8]

    /// The type of such values.
    static let celType: CELType = .opaque("net.IP", [])

    /// No address, or address with a prefix length, is written longer, even if a zone is given by mistake.
    static let longestText = 100

    /// Takes the 4 or 16 bytes of an address.
    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Why a text is no address.
    enum Problem: Error, Sendable {
        case malformed
        case hasZone
        case isMapped
    }

    /// Reads an address: four decimal numbers without leading zeros, or groups of hexadecimal digits.
    ///
    /// Zones and IPv4 addresses written inside IPv6 ones are refused, as Kubernetes' library does.
    init(_ text: String) throws(Problem) {
        guard text.utf8.count <= Self.longestText else { throw .malformed }
        let characters = text.withBytes { ASCIISet(of: $0) }
        if characters.contains(UInt8(ascii: "%")) { throw .hasZone }
        if characters.contains(UInt8(ascii: ":")) {
            guard let bytes = text.withBytes({ Self.parseVersion6($0) }) else { throw .malformed }
            let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            if isMapped, characters.contains(UInt8(ascii: ".")) { throw .isMapped }
            // Written in hexadecimal it is taken for the address that it maps.
            self.bytes = isMapped ? Array(bytes[12...]) : bytes
        } else {
            guard let bytes = text.withBytes({ Self.parseVersion4($0[...]) }) else { throw .malformed }
            self.bytes = bytes
        }
    }

    /// 4 or 6.
    var family: Int64 { bytes.count == 4 ? 4 : 6 }

    /// 0.0.0.0 or ::.
    var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }

    /// 127.0.0.0/8 or ::1.
    var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes[..<15].allSatisfy { $0 == 0 } && bytes[15] == 1
    }

    /// 169.254.0.0/16 or fe80::/10.
    var isLinkLocalUnicast: Bool {
        bytes.count == 4 ? bytes[0] == 169 && bytes[1] == 254 : bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
    }

    /// 224.0.0.0/24 or ff02::/16 of any flags.
    var isLinkLocalMulticast: Bool {
        bytes.count == 4
            ? bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0 : bytes[0] == 0xFF && bytes[1] & 0x0F == 0x02
    }

    /// 224.0.0.0/4 or ff00::/8.
    var isMulticast: Bool { bytes.count == 4 ? bytes[0] & 0xF0 == 0xE0 : bytes[0] == 0xFF }

    /// Not unspecified, loopback, multicast, link-local or 255.255.255.255; private addresses are global in this sense.
    var isGlobalUnicast: Bool {
        let isBroadcast = bytes.count == 4 && bytes.allSatisfy { $0 == 255 }
        return !isBroadcast && !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
    }

    /// The address with all bits after the prefix zero.
    func masked(prefixLength: Int) -> IPAddress {
        var masked = bytes
        for index in masked.indices {
            let kept = min(max(prefixLength - index * 8, 0), 8)
            masked[index] &= kept == 0 ? 0 : UInt8(truncatingIfNeeded: 0xFF << (8 - kept))
        }
        return IPAddress(bytes: masked)
    }
}

extension IPAddress: CELOpaqueValue {
    /// The same for all addresses.
    var type: CELType { Self.celType }

    /// The usual form; of IPv6, that of RFC 5952.
    var description: String {
        if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
        let groups = (0..<8).map { UInt16(bytes[$0 * 2]) << 8 | UInt16(bytes[$0 * 2 + 1]) }
        guard let zeros = Self.longestZeros(groups) else { return Self.hexadecimal(groups[...]) }
        return Self.hexadecimal(groups[..<zeros.lowerBound]) + "::" + Self.hexadecimal(groups[zeros.upperBound...])
    }

    private static func hexadecimal(_ groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The first of the longest runs of at least two zero groups.
    private static func longestZeros(_ groups: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        while start < groups.count {
            var end = start
            while end < groups.count, groups[end] == 0 { end += 1 }
            if end - start >= 2, end - start > best?.count ?? 0 { best = start..<end }
            start = max(end, start + 1)
        }
        return best
    }
}

// MARK: - Reading

extension IPAddress {
    /// The four bytes that a text in decimal gives; `nil` for any other text.
    static func parseVersion4(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var offset = text.startIndex
        while true {
            var number = 0
            let start = offset
            while offset < text.endIndex, text[offset].isDigit, offset - start < 3 {
                number = number * 10 + Int(text[offset] - UInt8(ascii: "0"))
                offset += 1
            }
            let length = offset - start
            guard length == 1 || length > 1 && text[start] != UInt8(ascii: "0"), let byte = UInt8(exactly: number)
            else { return nil }
            bytes.append(byte)
            if bytes.count == 4 { return offset == text.endIndex ? bytes : nil }
            guard offset < text.endIndex, text[offset] == UInt8(ascii: ".") else { return nil }
            offset += 1
        }
    }

    /// The sixteen bytes that a text with colons gives; `nil` for any other text.
    static func parseVersion6(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard (2...45).contains(text.count) else { return nil }
        var parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        // "::" at either end leaves two empty parts there.
        if parts[0].isEmpty {
            guard parts.count > 2, parts[1].isEmpty else { return nil }
            parts.removeFirst()
        }
        if parts[parts.count - 1].isEmpty {
            guard parts.count > 1, parts[parts.count - 2].isEmpty else { return nil }
            parts.removeLast()
        }
        var bytes: [UInt8] = []
        var gap: Int?
        for (index, part) in parts.enumerated() {
            if part.isEmpty {
                guard gap == nil else { return nil }
                gap = bytes.count
            } else if part.contains(UInt8(ascii: ".")) {
                guard index == parts.count - 1, let version4 = parseVersion4(part) else { return nil }
                bytes += version4
            } else {
                guard part.count <= 4, let group = group(part) else { return nil }
                bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
            }
        }
        guard let gap else { return bytes.count == 16 ? bytes : nil }
        // A gap stands for at least one group.
        guard bytes.count <= 14 else { return nil }
        return bytes[..<gap] + [UInt8](repeating: 0, count: 16 - bytes.count) + bytes[gap...]
    }

    private static func group(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
        var group: UInt32 = 0
        for byte in text {
            guard let digit = byte.hexDigitValue else { return nil }
            group = group << 4 | UInt32(digit)
        }
        return group
    }
}
