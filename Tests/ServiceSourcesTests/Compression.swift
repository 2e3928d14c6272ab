import CZlib
import CZstd

/// Compresses bytes for tests, through the same libraries.
enum Compression: String, CaseIterable, Sendable {
    case plain, gzip, zstd

    func callAsFunction(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .plain: bytes
        case .gzip: Compression.compress(bytes, room: czlib_compress_bound(bytes.count), czlib_compress)
        case .zstd: Compression.compress(bytes, room: czstd_compress_bound(bytes.count), czstd_compress)
        }
    }

    private static func compress(
        _ bytes: [UInt8], room: Int,
        _ function: (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?, Int) -> Int
    ) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: room)
        let size = output.withUnsafeMutableBufferPointer { output in
            bytes.withUnsafeBufferPointer { function($0.baseAddress, $0.count, output.baseAddress, output.count) }
        }
        return Array(output.prefix(size))
    }
}
