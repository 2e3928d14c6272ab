internal import Platform
internal import Text

/// A file that holds what does not fit into memory, and that ends with the run.
final class SpillFile: Sendable {
    private let file: ScratchFile

    init() throws(SpillError) {
        do throws(SystemFailure) {
            file = try ScratchFile()
        } catch {
            throw SpillError(cause: error.words)
        }
    }

    /// Writes bytes at an offset.
    func write(_ bytes: [UInt8], at offset: Int) throws(SpillError) {
        do throws(SystemFailure) {
            try file.write(bytes, at: offset)
        } catch {
            throw SpillError(cause: error.words)
        }
    }

    /// Reads exactly so many bytes at an offset.
    func read(_ count: Int, at offset: Int) throws(SpillError) -> [UInt8] {
        do throws(SystemFailure) {
            let bytes = try file.read(count, at: offset)
            guard bytes.count == count else { throw SystemFailure.truncated }
            return bytes
        } catch {
            throw SpillError(cause: error.words)
        }
    }
}

/// Writes the entries of a run one after the other.
struct SpillWriter {
    private static let pieceSize = 1 << 20

    private let file: SpillFile
    private var piece = ByteBuilder()
    private var start: Int

    init(_ file: SpillFile, at start: Int) {
        self.file = file
        self.start = start
    }

    /// Where the next entry will stand.
    var position: Int { start + piece.count }

    mutating func write(_ entry: SortedEntries.Element) throws(SpillError) {
        piece.append(number: UInt32(entry.keyCount))
        piece.append(number: UInt32(entry.bytes.count - entry.keyCount))
        piece.append(contentsOf: entry.bytes)
        if piece.count >= SpillWriter.pieceSize { try flush() }
    }

    mutating func flush() throws(SpillError) {
        try file.write(Array(piece.bytes), at: start)
        start += piece.count
        piece.removeAll()
    }
}

/// Reads the entries of a run one after the other.
struct RunReader {
    private static let windowSize = 1 << 18

    private let file: SpillFile
    /// What of the run was not read from the file yet.
    private var rest: Range<Int>
    private var window: [UInt8] = []
    private var position = 0

    init(_ file: SpillFile, _ run: Range<Int>) {
        self.file = file
        rest = run
    }

    /// The next entry; nil at the end of the run.
    mutating func next() throws(SpillError) -> SortedEntries.Element? {
        guard try load(atLeast: 8) else { return nil }
        let (keyCount, payloadCount) = PayloadReader.read(window[position...]) { counts in
            (Int(counts.number(as: UInt32.self)), Int(counts.number(as: UInt32.self)))
        }
        guard try load(atLeast: 8 + keyCount + payloadCount) else { return nil }
        let entry = position + 8..<position + 8 + keyCount + payloadCount
        position = entry.upperBound
        return SortedEntries.Element(bytes: window[entry], keyCount: keyCount)
    }

    private mutating func load(atLeast count: Int) throws(SpillError) -> Bool {
        if window.count - position >= count { return true }
        guard !rest.isEmpty else { return false }
        let wanted = min(rest.count, max(RunReader.windowSize, count))
        window = Array(window[position...]) + (try file.read(wanted, at: rest.lowerBound))
        position = 0
        rest = rest.lowerBound + wanted..<rest.upperBound
        return window.count >= count
    }
}
