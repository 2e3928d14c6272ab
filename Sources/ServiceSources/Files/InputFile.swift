#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A file that is open for reading, or standard input.
struct InputFile: ~Copyable {
    private let descriptor: Int32
    private let isStandardInput: Bool

    /// Opens a file; `path` is its bytes without a zero byte, as file names need not be UTF-8.
    init(path: [UInt8]) throws(InputFault) {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .system(errno) }
        self.descriptor = descriptor
        self.isStandardInput = false
    }

    private init(standardInput descriptor: Int32) {
        self.descriptor = descriptor
        self.isStandardInput = true
    }

    /// Standard input, which stays open.
    static var standardInput: InputFile { InputFile(standardInput: STDIN_FILENO) }

    deinit {
        if !isStandardInput { close(descriptor) }
    }

    /// Waits until there is something to read, or the end of the file, but no longer than so many milliseconds.
    ///
    /// - Returns: Whether a read would not wait.
    borrowing func isReady(withinMilliseconds limit: Int32) throws(InputFault) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let count = poll(&request, 1, limit)
        guard count >= 0 || errno == EINTR else { throw .system(errno) }
        return count > 0
    }

    /// Reads up to as many bytes as there is room for, and waits for the first; 0 at the end of the file.
    borrowing func read(into room: UnsafeMutableBufferPointer<UInt8>) throws(InputFault) -> Int {
        while true {
            #if canImport(Glibc)
            let count = Glibc.read(descriptor, room.baseAddress, room.count)
            #elseif canImport(Musl)
            let count = Musl.read(descriptor, room.baseAddress, room.count)
            #else
            let count = Darwin.read(descriptor, room.baseAddress, room.count)
            #endif
            if count >= 0 { return count }
            guard errno == EINTR else { throw .system(errno) }
        }
    }
}

extension [UInt8] {
    /// Calls `body` with these bytes and a zero byte after them.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (self + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map(body) ?? body("")
            }
        }
    }
}
