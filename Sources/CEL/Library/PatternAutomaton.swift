internal import Synchronization
internal import Text

/// A pattern as a table that is walked byte by byte, for texts of ASCII characters.
///
/// Tells what RE2 tells, in a third of the time for short texts: there is nothing to be looked up or locked, and the walk ends
/// where what follows cannot change the verdict. A pattern whose table would be large has none.
///
/// `Sendable` without a check, since the table does not change.
final class PatternAutomaton: @unchecked Sendable {
    /// By byte, which column of the table tells of it.
    private let columns: UnsafeMutablePointer<UInt8>
    /// By state and column, where the row of the next state begins. In the last column, whether the text may end there.
    private let table: UnsafeMutablePointer<UInt16>
    /// Where the row of the first state begins.
    private let start: Int
    /// Rows before this one are those of the special states.
    private let firstUsual: Int
    private let width: Int

    /// The states that end the walk, in the order of their rows.
    private enum Special: Int, CaseIterable {
        case failed, matched, beyondASCII
    }

    /// Makes the table of a pattern.
    ///
    /// - Returns: `nil` where it would be large, or the pattern has parts that RE2 alone understands.
    init?(_ pattern: String) {
        guard let syntax = PatternSyntax(pattern), let steps = PatternSteps(syntax),
            let states = PatternStates(steps)
        else { return nil }
        let width = states.columnCount + 2
        let specials = Special.allCases.count
        self.width = width
        columns = .allocate(capacity: 256)
        for byte in 0..<256 {
            (columns + byte).initialize(to: byte < 0x80 ? states.columns[byte] : UInt8(states.columnCount))
        }
        table = .allocate(capacity: (specials + states.rows.count) * width)
        table.initialize(repeating: 0, count: (specials + states.rows.count) * width)
        func row(_ target: PatternStates.Target) -> UInt16 {
            let number =
                switch target {
                case .failed: Special.failed.rawValue
                case .matched: Special.matched.rawValue
                case .state(let state): specials + state
                }
            return UInt16(number * width)
        }
        for (state, targets) in states.rows.enumerated() {
            let start = table + (specials + state) * width
            for (column, target) in targets.enumerated() { start[column] = row(target) }
            start[states.columnCount] = UInt16(Special.beyondASCII.rawValue * width)
            start[width - 1] = states.mayEnd[state] ? 1 : 0
        }
        start = Int(row(states.start))
        firstUsual = specials * width
    }

    deinit {
        columns.deallocate()
        table.deallocate()
    }

    /// Whether the pattern matches anywhere in a text; `nil` for a text with other characters than ASCII, where they may
    /// make a difference.
    func verdict(on text: UnsafeBufferPointer<UInt8>) -> Bool? {
        // Its beginning is its end.
        if text.isEmpty { return nil }
        var row = start
        if row >= firstUsual {
            for byte in text {
                let next = Int(table[row &+ Int(columns[Int(byte)])])
                // Most bytes change nothing. Told so, the processor need not wait for the table to look at the byte after.
                if next == row { continue }
                row = next
                if row < firstUsual { break }
            }
            if row >= firstUsual { return table[row &+ width &- 1] == 1 }
        }
        switch row {
        case Special.failed.rawValue * width: return false
        case Special.matched.rawValue * width: return true
        default: return nil
        }
    }
}

/// The automaton of a pattern, which is made once the pattern was used so often that it pays.
final class LazyPatternAutomaton: Sendable {
    /// Making one takes as long as it spares for about so many short texts.
    private static let usesBefore = 2000

    private let pattern: String
    private let uses = Atomic<Int>(0)
    /// The address of what came of making it; zero before. It is there for as long as this is, so that it need not be
    /// retained for each match.
    private let address = Atomic<UInt>(0)

    /// What came of making it.
    private final class Made: Sendable {
        let automaton: PatternAutomaton?

        init(_ pattern: String) { automaton = PatternAutomaton(pattern) }
    }

    init(_ pattern: String) { self.pattern = pattern }

    deinit { Self.made(at: address.load(ordering: .acquiring))?.release() }

    /// Whether the pattern matches anywhere in a text; `nil` where RE2 has to tell.
    @inline(__always)
    func verdict(on text: UnsafeBufferPointer<UInt8>) -> Bool? {
        guard let made = Self.made(at: address.load(ordering: .acquiring)) else {
            count()
            return nil
        }
        return made._withUnsafeGuaranteedRef { $0.automaton?.verdict(on: text) }
    }

    @inline(__always)
    private static func made(at address: UInt) -> Unmanaged<Made>? {
        UnsafeRawPointer(bitPattern: address).map { Unmanaged.fromOpaque($0) }
    }

    /// Notes a use; who notes the last one makes the automaton.
    @inline(never)
    private func count() {
        guard uses.wrappingAdd(1, ordering: .relaxed).newValue == Self.usesBefore else { return }
        address.store(UInt(bitPattern: Unmanaged.passRetained(Made(pattern)).toOpaque()), ordering: .releasing)
    }
}

/// A pattern as steps that are taken one after the other, of which several may be next.
private struct PatternSteps {
    enum Step {
        case character(ASCIISet, next: Int)
        case either(Int, Int)
        case start(next: Int)
        case end(next: Int)
        case match
    }

    private(set) var steps: [Step] = [.match]
    /// The step to begin with.
    private(set) var first = 0

    private static let limit = 4000

    init?(_ syntax: PatternSyntax) {
        guard let first = add(syntax, before: 0) else { return nil }
        self.first = first
    }

    /// Adds the steps of a part.
    ///
    /// - Returns: The first of them; `nil` where there are too many.
    private mutating func add(_ syntax: PatternSyntax, before next: Int) -> Int? {
        switch syntax {
        case .character(let set): return add(.character(set, next: next))
        case .start: return add(.start(next: next))
        case .end: return add(.end(next: next))
        case .sequence(let parts):
            var next = next
            for part in parts.reversed() {
                guard let first = add(part, before: next) else { return nil }
                next = first
            }
            return next
        case .alternatives(let parts):
            var all: Int?
            for part in parts.reversed() {
                guard let first = add(part, before: next) else { return nil }
                guard let others = all else {
                    all = first
                    continue
                }
                guard let both = add(.either(first, others)) else { return nil }
                all = both
            }
            return all ?? next
        case .repeated(let part, let least, let most):
            return add(part, least: least, most: most, before: next)
        }
    }

    private mutating func add(_ part: PatternSyntax, least: Int, most: Int?, before next: Int) -> Int? {
        var first = next
        if let most {
            for _ in least..<most {
                guard let once = add(part, before: first), let perhaps = add(.either(once, next)) else { return nil }
                first = perhaps
            }
        } else {
            guard let loop = add(.either(next, next)), let once = add(part, before: loop) else { return nil }
            steps[loop] = .either(once, next)
            first = loop
        }
        for _ in 0..<least {
            guard let once = add(part, before: first) else { return nil }
            first = once
        }
        return first
    }

    private mutating func add(_ step: Step) -> Int? {
        guard steps.count < Self.limit else { return nil }
        steps.append(step)
        return steps.count - 1
    }
}

/// The sets of steps that may be next after some text: each is a state of the automaton.
private struct PatternStates {
    enum Target {
        case failed, matched
        case state(Int)
    }

    /// Steps by their numbers, a bit for each.
    private typealias StepSet = [UInt64]

    /// By ASCII character, the number of those that no step tells apart from it.
    private(set) var columns: [UInt8] = []
    private(set) var columnCount = 0
    /// By state and column.
    private(set) var rows: [[Target]] = []
    /// By state, whether the text may end there.
    private(set) var mayEnd: [Bool] = []
    private(set) var start = Target.failed

    private let steps: [PatternSteps.Step]
    /// By step that takes a character, those that are next after it.
    private var followers: [StepSet] = []
    /// By column, the steps that take its characters.
    private var takers: [StepSet] = []
    /// A match may begin anywhere: what is next at any place but the first.
    private var beginners: StepSet = []
    /// The steps after which a text may end.
    private var enders: StepSet = []
    private var numbers: [StepSet: Int] = [:]
    private var sets: [StepSet] = []

    private static let stateLimit = 1500
    /// The places of all rows can be told by 16 bits.
    private static let cellLimit = 1 << 16
    private static let setLimit = 64

    init?(_ pattern: PatternSteps) {
        steps = pattern.steps
        guard findColumns() else { return nil }
        var following: [Int: StepSet] = [:]
        for step in steps {
            guard case .character(_, let next) = step else {
                followers.append([])
                continue
            }
            let set = following[next] ?? closure(of: next)
            following[next] = set
            followers.append(set)
        }
        beginners = closure(of: pattern.first)
        enders = noSteps
        for step in steps.indices where Self.has(0, closure(of: step, isAtEnd: true)) { Self.insert(step, &enders) }
        guard let start = target(closure(of: pattern.first, isAtStart: true)) else { return nil }
        self.start = start
        while rows.count < sets.count {
            var row: [Target] = []
            row.reserveCapacity(columnCount)
            for column in 0..<columnCount {
                guard let target = target(next(after: sets[rows.count], column)) else { return nil }
                row.append(target)
            }
            rows.append(row)
            guard (rows.count + 4) * (columnCount + 2) <= Self.cellLimit else { return nil }
        }
    }

    /// Numbers the characters by the sets that they are in.
    private mutating func findColumns() -> Bool {
        var sets: Set<ASCIISet> = []
        for case .character(let set, _) in steps { sets.insert(set) }
        guard sets.count <= Self.setLimit else { return false }
        var known: [UInt64: UInt8] = [:]
        for byte in UInt8(0)..<0x80 {
            var key: UInt64 = 0
            for set in sets { key = key << 1 | (set.contains(byte) ? 1 : 0) }
            if known[key] == nil {
                known[key] = UInt8(known.count)
                var taking = noSteps
                for case (let number, .character(let set, _)) in steps.enumerated() where set.contains(byte) {
                    Self.insert(number, &taking)
                }
                takers.append(taking)
            }
            columns.append(known[key] ?? 0)
        }
        columnCount = known.count
        return true
    }

    /// What is next after a character of a column.
    private func next(after set: StepSet, _ column: Int) -> StepSet {
        var next = beginners
        for word in set.indices {
            var taking = set[word] & takers[column][word]
            while taking != 0 {
                let follower = followers[word * 64 + taking.trailingZeroBitCount]
                for other in next.indices { next[other] |= follower[other] }
                taking &= taking - 1
            }
        }
        return next
    }

    /// The state in which any of the steps is next; `nil` where there are too many states.
    private mutating func target(_ set: StepSet) -> Target? {
        if Self.has(0, set) { return .matched }
        if set.allSatisfy({ $0 == 0 }) { return .failed }
        if let number = numbers[set] { return .state(number) }
        let number = sets.count
        guard number < Self.stateLimit else { return nil }
        numbers[set] = number
        sets.append(set)
        mayEnd.append(zip(set, enders).contains { $0 & $1 != 0 })
        return .state(number)
    }

    /// The steps that are next where `first` is, without those that take no character, but with those that need the end.
    private func closure(of first: Int, isAtStart: Bool = false, isAtEnd: Bool = false) -> StepSet {
        var waiting = [first]
        var visited = noSteps
        var found = noSteps
        while let step = waiting.popLast() {
            if Self.has(step, visited) { continue }
            Self.insert(step, &visited)
            switch steps[step] {
            case .character, .match: Self.insert(step, &found)
            case .either(let first, let second): waiting += [second, first]
            case .start(let next):
                if isAtStart { waiting.append(next) }
            case .end(let next):
                if isAtEnd { waiting.append(next) } else { Self.insert(step, &found) }
            }
        }
        return found
    }

    private var noSteps: StepSet { Array(repeating: 0, count: (steps.count + 63) / 64) }

    private static func has(_ step: Int, _ set: StepSet) -> Bool { set[step / 64] >> UInt64(step % 64) & 1 == 1 }

    private static func insert(_ step: Int, _ set: inout StepSet) { set[step / 64] |= 1 << UInt64(step % 64) }
}
