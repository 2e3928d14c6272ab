internal import Platform
internal import Text

/// The content of a file, decompressed while it is read if it is gzip or zstd.
///
/// The format is told by the first bytes. All members of a gzip file and all frames of a zstd file are read, one after
/// the other. How much larger than the file its content may be is not limited: nothing but a chunk of it is ever in
/// memory, and reading can be cancelled between two chunks.
struct DecodedInput: ~Copyable {
    private enum Format: String {
        case unknown, plain, gzip, zstd
    }

    /// nil where all bytes are at hand.
    private let file: InputFile?
    private var format = Format.unknown
    private var gzip: GzipDecoder?
    private var zstd: ZstdDecoder?
    /// Bytes as they stand in the file; those in `next..<end` are still to be used.
    private var chunk: [UInt8]
    private var next = 0
    private var end = 0
    private var isFileAtEnd = false
    private let readSize: Int
    /// Whether a gzip member or a zstd frame has begun and not ended.
    private var isInsideUnit = false

    /// Takes an open file, to be read in pieces of `chunkSize` bytes.
    init(_ file: consuming InputFile, chunkSize: Int) {
        self.file = consume file
        self.readSize = max(chunkSize, 1)
        self.chunk = Array(repeating: 0, count: max(chunkSize, DecodedInput.longestMagic))
    }

    /// Takes bytes that are at hand, such as an answer of the API.
    init(bytes: [UInt8]) {
        file = nil
        chunk = bytes
        end = bytes.count
        isFileAtEnd = true
        readSize = 0
    }

    private static var longestMagic: Int { 6 }

    /// The first bytes of the file as they stand in it, up to a kilobyte, which are still to be read.
    mutating func beginning() throws(InputFault) -> ArraySlice<UInt8> {
        try load(atLeast: 1024)
        return chunk[next..<min(end, next + 1024)]
    }

    /// Gives some bytes of the content, at least one unless it is at its end.
    mutating func read(into room: UnsafeMutableBufferPointer<UInt8>) throws(InputFault) -> Int {
        if format == .unknown { try recognize() }
        if format == .plain, next == end, !isFileAtEnd {
            let count = try file?.bytes(into: room) ?? 0
            isFileAtEnd = count == 0
            return count
        }
        while true {
            if next == end { try load(atLeast: 1) }
            if next == end, !isInsideUnit { return 0 }
            if format == .gzip, !isInsideUnit {
                try beginMember()
                if next == end { continue }
            }
            let step = try decode(into: room)
            next += step.consumed
            if format != .plain { isInsideUnit = !step.isAtUnitEnd }
            if step.produced > 0 { return step.produced }
            if step.consumed == 0, !step.isAtUnitEnd {
                // The decoder holds nothing back any more, and wants more than what is there.
                let waiting = end - next
                try load(atLeast: waiting + 1)
                if end - next == waiting { throw .truncated(format.rawValue) }
            }
        }
    }

    private borrowing func decode(
        into room: UnsafeMutableBufferPointer<UInt8>
    ) throws(InputFault) -> DecodingStep {
        try chunk.withUnsafeBufferPointer { bytes throws(InputFault) in
            let input = UnsafeBufferPointer(rebasing: bytes[next..<end])
            if let step = try gzip?.run(input, into: room) { return step }
            if let step = try zstd?.run(input, into: room) { return step }
            let count = min(input.count, room.count)
            _ = room.update(fromContentsOf: input[..<count])
            return DecodingStep(consumed: count, produced: count)
        }
    }

    private mutating func recognize() throws(InputFault) {
        try load(atLeast: DecodedInput.longestMagic)
        let magic = chunk[next..<end]
        if magic.starts(with: [0x1F, 0x8B]) {
            format = .gzip
            gzip = try GzipDecoder()
            isInsideUnit = true
        } else if magic.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
            || magic.count >= 4 && magic.first.map({ $0 & 0xF0 == 0x50 }) == true
                && magic.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
        {
            // The second is a skippable frame.
            format = .zstd
            zstd = try ZstdDecoder()
        } else if magic.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
            throw InputFault(.unknownFormat, "compressed as xz; only gzip and zstd are read")
        } else if magic.starts(with: [0x42, 0x5A, 0x68]) {
            throw InputFault(.unknownFormat, "compressed as bzip2; only gzip and zstd are read")
        } else if magic.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            throw InputFault(.unknownFormat, "a zip archive; only gzip and zstd are read")
        } else {
            format = .plain
        }
    }

    /// Goes to the next member after one has ended. Zero bytes after a member are padding, as on tapes.
    private mutating func beginMember() throws(InputFault) {
        while next < end, chunk[next] == 0 { next += 1 }
        guard next < end else { return }
        if end - next < 2 { try load(atLeast: 2) }
        guard chunk[next..<end].starts(with: [0x1F, 0x8B]) else {
            throw InputFault(.unreadable, "something that is not gzip follows the gzip data")
        }
        try gzip?.reset()
        isInsideUnit = true
    }

    /// Reads on until `count` bytes are at hand or the file is at its end.
    private mutating func load(atLeast count: Int) throws(InputFault) {
        guard end - next < count, !isFileAtEnd else { return }
        chunk.moveToStart(next..<end)
        end -= next
        next = 0
        while chunk.count < count { chunk.append(0) }
        while end < count, !isFileAtEnd {
            let limit = min(chunk.count, end + readSize)
            let read = try chunk.withUnsafeMutableBufferPointer { bytes throws(InputFault) in
                try file?.bytes(into: UnsafeMutableBufferPointer(rebasing: bytes[end..<limit])) ?? 0
            }
            if read == 0 { isFileAtEnd = true }
            end += read
        }
    }
}

extension InputFile {
    /// Gives some bytes as they stand in the file; 0 at its end.
    fileprivate borrowing func bytes(into room: UnsafeMutableBufferPointer<UInt8>) throws(InputFault) -> Int {
        do throws(SystemFailure) {
            return try read(into: room)
        } catch {
            throw InputFault(error)
        }
    }
}
