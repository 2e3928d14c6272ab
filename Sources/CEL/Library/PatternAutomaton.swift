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
    /// By state and column, where the row of the next state begins. The cells behind the columns are told by ``Mark``.
    private let table: UnsafeMutablePointer<UInt16>
    /// By byte, whether it is none of those that strides are made of; `nil` for a table without strides.
    private let strays: UnsafeMutablePointer<UInt8>?
    /// Where the row of the first state begins.
    private let start: Int
    /// Rows before this one are those of the special states.
    private let firstUsual: Int
    private let width: Int

    /// The states that end the walk, in the order of their rows.
    private enum Special: Int, CaseIterable {
        case failed, matched, beyondASCII
    }

    /// What the last cells of a row say of its state.
    private enum Mark: Int, CaseIterable {
        /// Where the row begins in which a stride from here ends; zero where there is none.
        case landing
        /// One where the text may end.
        case mayEnd
    }

    /// The bytes of a stride, which are passed together: whichever they are of some characters, the state after them is the
    /// same, as in the middle of `[0-9a-f]{32}`, and any other ends the walk.
    private static let strideLength = 8

    /// Makes the table of a pattern.
    ///
    /// - Returns: `nil` where it would be large, or the pattern has parts that RE2 alone understands.
    init?(_ pattern: String) {
        guard let syntax = PatternSyntax(pattern), let steps = PatternSteps(syntax),
            let states = PatternStates(steps)
        else { return nil }
        let width = states.columnCount + 1 + Mark.allCases.count
        let specials = Special.allCases.count
        self.width = width
        let (strideColumns, landings) = states.strides(of: Self.strideLength)
        strays = landings.isEmpty ? nil : .allocate(capacity: 256)
        if let strays {
            for byte in 0..<256 {
                let isMember = byte < 0x80 && strideColumns.contains(Int(states.columns[byte]))
                (strays + byte).initialize(to: isMember ? 0 : 1)
            }
        }
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
        // What these tell does not change by what follows.
        for special in Special.allCases {
            let row = special.rawValue * width
            (table + row).update(repeating: UInt16(row), count: width)
        }
        for (state, targets) in states.rows.enumerated() {
            let start = table + (specials + state) * width
            for (column, target) in targets.enumerated() { start[column] = row(target) }
            start[states.columnCount] = UInt16(Special.beyondASCII.rawValue * width)
            let marks = start + (width - Mark.allCases.count)
            marks[Mark.landing.rawValue] = landings[state].map { row(.state($0)) } ?? 0
            marks[Mark.mayEnd.rawValue] = states.mayEnd[state] ? 1 : 0
        }
        start = Int(row(states.start))
        firstUsual = specials * width
    }

    deinit {
        columns.deallocate()
        strays?.deallocate()
        table.deallocate()
    }

    /// Whether the pattern matches anywhere in a text; `nil` for a text with other characters than ASCII, where they may
    /// make a difference.
    func verdict(on text: UnsafeBufferPointer<UInt8>) -> Bool? {
        // Its beginning is its end.
        guard var rest = text.baseAddress, !text.isEmpty else { return nil }
        var left = text.count
        let columns = columns
        let table = table
        let firstUsual = firstUsual
        let firstMark = width &- Mark.allCases.count
        var row = start
        var cells = table + start
        @inline(__always)
        func step(_ offset: Int) {
            let next = Int(cells[Int(columns[Int(rest[offset])])])
            // Most bytes change nothing. Told so, the processor need not wait for the table to look at the byte after.
            if _fastPath(next == row) { return }
            row = next
            cells = table + next
        }
        while row >= firstUsual, left >= 4 {
            var least = 4
            if let strays {
                let landing = Int(cells[firstMark &+ Mark.landing.rawValue])
                if landing != 0, left >= Self.strideLength, Self.isStride(rest, strays) {
                    row = landing
                    cells = table + landing
                    rest += Self.strideLength
                    left &-= Self.strideLength
                    continue
                }
                least = left
            }
            repeat {
                step(0)
                step(1)
                step(2)
                step(3)
                rest += 4
                left &-= 4
            } while left >= least && row >= firstUsual
        }
        while row >= firstUsual {
            if left == 0 { return cells[firstMark &+ Mark.mayEnd.rawValue] == 1 }
            step(0)
            rest += 1
            left &-= 1
        }
        switch row {
        case Special.failed.rawValue * width: return false
        case Special.matched.rawValue * width: return true
        default: return nil
        }
    }

    /// Whether all bytes of a stride are such as strides are made of.
    @inline(__always)
    private static func isStride(_ bytes: UnsafePointer<UInt8>, _ strays: UnsafePointer<UInt8>) -> Bool {
        let first = strays[Int(bytes[0])] | strays[Int(bytes[1])] | strays[Int(bytes[2])] | strays[Int(bytes[3])]
        let second = strays[Int(bytes[4])] | strays[Int(bytes[5])] | strays[Int(bytes[6])] | strays[Int(bytes[7])]
        return first | second == 0
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
            guard (rows.count + 4) * (columnCount + 3) <= Self.cellLimit else { return nil }
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

    /// The states from which so many characters of the same columns all lead to the same states, and any others to none, and
    /// the states that they lead to in the end.
    ///
    /// - Returns: The columns are those of the first such state; states with others are left out.
    func strides(of length: Int) -> (columns: [Int], landings: [Int: Int]) {
        var columns: [Int] = []
        var landings: [Int: Int] = [:]
        for start in rows.indices {
            guard let first = onlyWay(from: start), columns.isEmpty || first.columns == columns else { continue }
            var state = first.next
            var taken = 1
            while taken < length, let way = onlyWay(from: state), way.columns == first.columns {
                state = way.next
                taken += 1
            }
            guard taken == length else { continue }
            columns = first.columns
            landings[start] = state
        }
        return (columns, landings)
    }

    /// The columns whose characters lead from a state to another, if it is one, and all others to failure.
    private func onlyWay(from state: Int) -> (columns: [Int], next: Int)? {
        var columns: [Int] = []
        var only: Int?
        for (column, target) in rows[state].enumerated() {
            switch target {
            case .failed: continue
            case .matched: return nil
            case .state(let next):
                guard only == nil || only == next else { return nil }
                only = next
                columns.append(column)
            }
        }
        return only.map { (columns, $0) }
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
