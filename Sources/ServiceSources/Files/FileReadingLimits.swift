/// How much of a file is held in memory, and how much is given at a time.
package struct FileReadingLimits: Sendable, Hashable {
    /// How many bytes are read at a time, of the file and of its decompressed content.
    package let chunk: Int
    /// How many bytes one record may have; a longer one is rejected.
    package let record: Int
    /// How many Services a batch has at most, and about how many rejections.
    package let batch: Int
    /// How many bytes the records of a batch have, about, at most.
    package let batchBytes: Int

    /// Each is at least 1.
    package init(chunk: Int = 256 << 10, record: Int = 1 << 20, batch: Int = 512, batchBytes: Int = 4 << 20) {
        self.chunk = max(chunk, 1)
        self.record = max(record, 1)
        self.batch = max(batch, 1)
        self.batchBytes = max(batchBytes, 1)
    }
}
