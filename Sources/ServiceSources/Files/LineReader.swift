internal import Platform
internal import Text

/// Reads the lines of a file or of standard input, whatever their number, in constant memory.
///
/// A line ends with a line feed, or a carriage return and a line feed; the last one may end without. A byte order mark at
/// the start belongs to no line.
///
///     repeat {
///         while let line = reader.next() { … }
///     } while try reader.load()
package struct LineReader: ~Copyable {
    /// A line of the input.
    package enum Line: Sendable, Hashable {
        /// Its bytes, without what ends it.
        case bytes([UInt8])
        /// A line with more bytes than are allowed; it was passed over.
        case tooLong
    }

    private let file: InputFile
    private let label: String
    private let lineLimit: Int
    private var chunk: [UInt8]
    /// The bytes of `chunk` that are still to be used.
    private var rest = 0..<0
    /// The beginning of a line whose end was not read yet.
    private var start: [UInt8] = []
    private var isTooLong = false
    private var isAtEnd = false
    /// The number of the line that was given last, from 1.
    package private(set) var lineNumber = 0

    /// Opens the file at `path`, or standard input for `-`.
    ///
    /// - Parameters:
    ///   - label: What errors call it.
    ///   - lineLimit: The most bytes of a line.
    /// - Throws: `SourceError` where it cannot be opened.
    package init(
        path: String, label: String, lineLimit: Int = 1 << 20, chunkSize: Int = 1 << 16
    ) throws(SourceError) {
        do throws(SystemFailure) {
            file = path == "-" ? try InputFile.standardInput() : try InputFile(path: Array(path.utf8))
        } catch {
            throw SourceError(InputFault(error).code, "\(label): \(error.words)")
        }
        self.label = label
        self.lineLimit = lineLimit
        chunk = Array(repeating: 0, count: max(1, chunkSize))
    }

    /// The next line of what was read; `nil` where more must be read first.
    package mutating func next() -> Line? {
        guard let feed = chunk.firstIndex(of: UInt8(ascii: "\n"), in: rest) else {
            keep(chunk[rest])
            rest = rest.upperBound..<rest.upperBound
            return isAtEnd && (isTooLong || !start.isEmpty) ? take() : nil
        }
        keep(chunk[rest.lowerBound..<feed])
        rest = feed + 1..<rest.upperBound
        return take()
    }

    /// Reads on, and waits until there is something to read; whether there may be another line.
    ///
    /// - Throws: `SourceError` where reading fails, or the task is cancelled.
    package mutating func load() throws(SourceError) -> Bool {
        guard !isAtEnd else { return false }
        do throws(SystemFailure) {
            if Task.isCancelled { throw .interrupted }
            let count = try chunk.withUnsafeMutableBufferPointer { room throws(SystemFailure) in
                try file.read(into: room)
            }
            rest = 0..<count
            isAtEnd = count == 0
        } catch {
            throw SourceError(InputFault(error).code, "\(label): \(error.words)")
        }
        return true
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        guard !isTooLong else { return }
        // One more for a carriage return, of which it is not known yet whether it ends the line.
        if start.count + bytes.count > lineLimit + 1 {
            isTooLong = true
            start = []
        } else {
            start += bytes
        }
    }

    private mutating func take() -> Line {
        lineNumber += 1
        var line = start
        start.removeAll(keepingCapacity: true)
        if lineNumber == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        defer { isTooLong = false }
        return isTooLong || line.count > lineLimit ? .tooLong : .bytes(line)
    }
}
