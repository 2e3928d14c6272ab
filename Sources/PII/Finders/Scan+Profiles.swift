extension Scan {
    /// Finds addresses of profiles in social networks: a network's host, a slash, and a handle.
    /// - Complexity: O(*n*).
    mutating func findProfiles() {
        guard features.has(.slash), features.has(.dot) else { return }
        var position = 0
        let slashes = places(of: .slash)
        while let index = next(from: position, of: slashes) {
            guard units[index] == .slash, claims[index] == .none, let host = host(before: index),
                let network = SocialNetworks.hosts[units[host]], let handle = profile(of: network, after: index)
            else {
                position = index + 1
                continue
            }
            let range = host.lowerBound..<handle.upperBound
            position = handle.upperBound
            guard !isTaken(range) else { continue }
            let isService = HandleShape(units[handle]) == .service
            found(
                .socialHandle, range, confidence: isService ? 0.3 : 0.9,
                reason: isService ? "profile of a brand or team in a network" : "profile in a network",
                masked: Masks.handle(of: network.name))
        }
    }

    /// The longest host of a network, in units.
    private static let hostLimit = 20

    /// The last two labels of the host that ends before the slash at `index`, for that is how networks are known.
    private func host(before index: Int) -> Range<Int>? {
        var start = index
        var dots = 0
        while start > index - Self.hostLimit {
            let unit = unit(start - 1)
            if unit == .dot { dots += 1 }
            guard unit.isLetter || (unit == .dot && dots < 2) else { break }
            start -= 1
        }
        return dots >= 1 && start < index && unit(start) != .dot ? start..<index : nil
    }

    /// The handle in the path of `network` that starts with the slash at `slash`.
    private func profile(of network: SocialNetworks.Network, after slash: Int) -> Range<Int>? {
        var start = slash + 1
        if unit(start) == .at {
            start += 1
        } else if !network.prefixes.isEmpty {
            guard let end = segmentEnd(from: start), network.prefixes.contains(word(start..<end)), unit(end) == .slash
            else { return nil }
            start = end + 1
        }
        guard let end = handleEnd(from: start, hyphens: true), claims[start] != .identifier else { return nil }
        let range = start..<end
        guard unit(end) != .colon, range.contains(where: { units[$0].isLetter }),
            !SocialNetworks.pages.contains(units[range])
        else { return nil }
        return range
    }

    private func segmentEnd(from start: Int) -> Int? {
        var end = start
        while end < start + 8, unit(end).isLetter { end += 1 }
        return end > start ? end : nil
    }
}
