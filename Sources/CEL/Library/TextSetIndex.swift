/// Finds out which of many texts stand in another, in one walk through it instead of a search for each.
///
/// A tree of the texts, byte by byte; for texts that may stand anywhere, with the links of Aho and Corasick between its
/// branches, so that the walk is linear in the text whatever the texts are.
struct TextSetIndex: Sendable {
    /// Where a text must stand.
    enum Place: Sendable {
        /// At the start of the other.
        case start
        /// At its end.
        case end
        /// Anywhere in it.
        case anywhere
        /// It must be all of it.
        case whole
    }

    /// Bit i for the text i.
    typealias Members = UInt64

    /// The most texts of one index.
    static let capacity = 64

    private typealias State = UInt16

    private let place: Place
    /// By byte, the state after it at the root; 0, the root, for none.
    private let roots: [State]
    /// By state, where its edges begin; one more for where the last ones end.
    private let firstEdges: [Int32]
    private let edgeBytes: [UInt8]
    private let edgeTargets: [State]
    /// By state, the state of the longest proper end of its bytes that begins a text; for ``Place/anywhere`` only.
    private let links: [State]
    /// By state, the texts that end there.
    private let members: [Members]

    /// Makes an index.
    ///
    /// - Parameter texts: The UTF-8 of at most ``capacity`` texts.
    /// - Returns: `nil` when the texts are longer than an index is made for.
    init?(_ texts: [[UInt8]], at place: Place) {
        guard texts.count <= Self.capacity, texts.reduce(0, { $0 + $1.count }) < Int(State.max) else { return nil }
        self.place = place
        var tree = Tree()
        for (position, text) in texts.enumerated() {
            tree.insert(place == .end ? text.reversed() : text, as: 1 << Members(position))
        }
        if place == .anywhere { tree.link() }
        var roots = [State](repeating: 0, count: 256)
        for edge in tree.edges[0] { roots[Int(edge.byte)] = State(edge.target) }
        self.roots = roots
        var firstEdges: [Int32] = [0]
        for edges in tree.edges { firstEdges.append((firstEdges.last ?? 0) + Int32(edges.count)) }
        self.firstEdges = firstEdges
        edgeBytes = tree.edges.flatMap { $0.map(\.byte) }
        edgeTargets = tree.edges.flatMap { $0.map { State($0.target) } }
        links = place == .anywhere ? tree.links.map { State($0) } : []
        members = tree.members
    }

    /// The texts that stand where they must.
    ///
    /// - Complexity: Linear in the text.
    func members(in text: UnsafeBufferPointer<UInt8>) -> Members {
        switch place {
        case .start: return passed(text).members
        case .end:
            var state = 0
            var found = members[0]
            var offset = text.count
            while offset > 0 {
                offset -= 1
                state = next(state, text[offset])
                if state == 0 { break }
                found |= members[state]
            }
            return found
        case .whole:
            let (state, offset, _) = passed(text)
            return offset == text.count ? members[state] : 0
        case .anywhere: return anywhere(in: text)
        }
    }

    private func passed(_ text: UnsafeBufferPointer<UInt8>) -> (state: Int, offset: Int, members: Members) {
        var state = 0
        var found = members[0]
        for (offset, byte) in text.enumerated() {
            let following = next(state, byte)
            if following == 0 { return (state, offset, found) }
            state = following
            found |= members[state]
        }
        return (state, text.count, found)
    }

    private func anywhere(in text: UnsafeBufferPointer<UInt8>) -> Members {
        var state = 0
        var found = members[0]
        for byte in text {
            while true {
                let following = next(state, byte)
                if following != 0 || state == 0 {
                    state = following
                    break
                }
                state = Int(links[state])
            }
            if state != 0 { found |= members[state] }
        }
        return found
    }

    /// The state after a byte; 0 for none.
    @inline(__always)
    private func next(_ state: Int, _ byte: UInt8) -> Int {
        if state == 0 { return Int(roots[Int(byte)]) }
        var edge = Int(firstEdges[state])
        let end = Int(firstEdges[state + 1])
        while edge < end {
            if edgeBytes[edge] == byte { return Int(edgeTargets[edge]) }
            edge += 1
        }
        return 0
    }
}

extension TextSetIndex {
    /// The tree while it grows.
    private struct Tree {
        var edges: [[(byte: UInt8, target: Int)]] = [[]]
        var members: [Members] = [0]
        var links: [Int] = []

        mutating func insert(_ text: [UInt8], as member: Members) {
            var state = 0
            for byte in text {
                if let target = target(state, byte) {
                    state = target
                    continue
                }
                edges[state].append((byte, edges.count))
                state = edges.count
                edges.append([])
                members.append(0)
            }
            members[state] |= member
        }

        private func target(_ state: Int, _ byte: UInt8) -> Int? {
            edges[state].first { $0.byte == byte }?.target
        }

        /// Finds the links, those near the root first, and adds to each state what its link's state has.
        mutating func link() {
            links = Array(repeating: 0, count: edges.count)
            var queue = edges[0].map(\.target)
            var position = 0
            while position < queue.count {
                let state = queue[position]
                position += 1
                members[state] |= members[links[state]]
                for (byte, target) in edges[state] {
                    queue.append(target)
                    var link = links[state]
                    while link != 0, self.target(link, byte) == nil { link = links[link] }
                    links[target] = self.target(link, byte) ?? 0
                }
            }
        }
    }
}

extension TextTest {
    /// Where the part must stand in the text.
    var place: TextSetIndex.Place {
        switch self {
        case .startsWith: .start
        case .endsWith: .end
        case .contains: .anywhere
        }
    }
}
