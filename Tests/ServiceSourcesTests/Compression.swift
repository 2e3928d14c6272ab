import CCompression

/// Compresses bytes for tests, through the same libraries.
enum Compression: String, CaseIterable, Sendable {
    case plain, gzip, zstd

    func callAsFunction(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .plain: bytes
        case .gzip: Compression.compress(bytes, ccompression_gzip)
        case .zstd: Compression.compress(bytes, ccompression_zstd)
        }
    }

    private static func compress(
        _ bytes: [UInt8],
        _ function: (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?, Int) -> Int
    ) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: ccompression_bound(bytes.count))
        let size = output.withUnsafeMutableBufferPointer { output in
            bytes.withUnsafeBufferPointer { function($0.baseAddress, $0.count, output.baseAddress, output.count) }
        }
        return Array(output.prefix(size))
    }
}
