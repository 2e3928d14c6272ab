internal import Synchronization

/// Keeps what the parts of an expression gave in one evaluation.
final class EvaluationRecorder: Sendable {
    /// What one part gave.
    struct Record: Sendable {
        /// The first outcomes, in order.
        var outcomes: [Result<CELValue, CELError>] = []
        /// How often the part was evaluated: more than once in a macro.
        var count = 0
        /// The steps of all its evaluations, those of the parts below it included.
        var steps = 0
    }

    private let records: Mutex<[Record]>
    private let outcomeLimit: Int

    /// Makes a recorder for an expression of so many nodes.
    ///
    /// - Parameter outcomeLimit: How many outcomes of each part are kept.
    init(nodeCount: Int, outcomeLimit: Int) {
        records = Mutex(Array(repeating: Record(), count: nodeCount))
        self.outcomeLimit = outcomeLimit
    }

    /// Notes an outcome of the part of an id.
    func note(_ outcome: Result<CELValue, CELError>, of id: Int, steps: Int) {
        records.withLock { records in
            guard records.indices.contains(id) else { return }
            records[id].count += 1
            records[id].steps += steps
            if records[id].outcomes.count < outcomeLimit { records[id].outcomes.append(outcome) }
        }
    }

    /// What was noted, by id.
    var noted: [Record] { records.withLock { $0 } }
}
