internal import ProxyAPI
internal import ServiceModel

/// Reads the records of one account, a page of the API a batch, by the reader that reads saved pages.
///
/// The Proxy API has no account in its path: the credentials decide whose Services it gives, and credentials of a
/// parent give the parent's. So each record must name the account that was asked for.
package struct LiveReader: ServiceReader {
    private let source: LiveSource
    private let limits = FileReadingLimits()
    private var pages: ServicePages
    private var pageNumber = 0

    init(source: LiveSource, transport: ProxyTransport, pageSize: Int) {
        self.source = source
        let client = ProxyClient(transport: transport, endpoint: source.endpoint, credentials: source.credentials)
        pages = client.services(pageSize: pageSize)
    }

    package mutating func next() async throws(SourceError) -> ServiceBatch? {
        while true {
            let answer: [UInt8]?
            do throws(ProxyAPIError) {
                answer = try await pages.next()
            } catch {
                throw SourceError(error, of: source)
            }
            guard let answer else { return nil }
            pageNumber += 1
            var batch = try read(answer)
            if !batch.isEmpty { return batch.take() }
        }
    }

    /// - Throws: where nothing of the answer can be read; `.wrongAccount` where a record names another account, and then
    ///   no record of the page counts.
    private mutating func read(_ bytes: [UInt8]) throws(SourceError) -> ServiceBatchBuilder {
        let origin = RecordBatch.Origin(source: source.label, page: pageNumber)
        var batch = ServiceBatchBuilder(origin)
        var document = DocumentReader(
            DecodedInput(bytes: bytes), origin: origin, owner: source.accountSID, limits: limits)
        reading: while true {
            switch document.step(&batch) {
            case .more: continue
            case .end: break reading
            case .unreadable(let fault):
                let code: SourceError.Code = fault.code == .interrupted ? .interrupted : .invalidAnswer
                throw SourceError(code, "\(source.name): page \(pageNumber): \(fault.reason)")
            }
        }
        guard document.strangers == 0 else {
            throw SourceError(
                .wrongAccount,
                "\(source.name): answered with Services of another account; a subaccount needs its own credentials")
        }
        if batch.pages.count == 1 {
            pages.follow(batch.pages[0].meta.nextURL)
        } else if batch.rejections.isEmpty {
            batch.rejections.append(
                RecordRejection(
                    source: source.label, page: pageNumber,
                    reason: "the answer is not one page of a list of Services, so what follows it cannot be told"))
        }
        return batch
    }
}
