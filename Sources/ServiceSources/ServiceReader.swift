/// Gives the Services of one source in batches, as fast as they are asked for and no faster.
package protocol ServiceReader {
    /// The next batch, never an empty one; nil at the end of the source.
    ///
    /// - Throws: where the source cannot be read, or not any further; the reader is then spent. Batches that were given
    ///   before stay valid.
    mutating func next() async throws(SourceError) -> ServiceBatch?
}
