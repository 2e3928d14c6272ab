import Foundation
import Testing

/// The tables that are embedded in the program stay small.
@Suite struct TableSizeTests {
    @Test func theTablesAreUnderSixMegabytes() throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let folder = here.appending(path: "../../Sources/PIIData").standardizedFileURL
        let tables = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.fileSizeKey]
        ).filter { $0.pathExtension == "bin" }
        let sizes = try tables.map { try $0.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0 }
        #expect(tables.count >= 6)
        #expect(sizes.reduce(0, +) < 6_000_000)
    }
}
