internal import ProxyAPI
internal import ServiceModel

/// Reads the Services of one account, a page of the API a batch.
///
/// The Proxy API has no account in its path: the credentials decide whose Services it gives, and credentials of a
/// parent give the parent's. So each record must name the account that was asked for.
package struct LiveReader: ServiceReader {
    private let source: LiveSource
    private var pages: ServicePages

    init(source: LiveSource, transport: ProxyTransport) {
        self.source = source
        let client = ProxyClient(transport: transport, endpoint: source.endpoint, credentials: source.credentials)
        pages = client.services()
    }

    package mutating func next() async throws(SourceError) -> ServiceBatch? {
        while true {
            let start = pages.recordsRead
            let page: ServicePage?
            do throws(ProxyAPIError) {
                page = try await pages.next()
            } catch {
                throw SourceError(error, of: source)
            }
            guard let page else { return nil }
            let batch = try batch(of: page, start: start)
            if !batch.isEmpty { return batch }
        }
    }

    /// - Throws: `.wrongAccount` where any record names another account; then no record of the page counts.
    private func batch(of page: ServicePage, start: Int) throws(SourceError) -> ServiceBatch {
        var batch = ServiceBatch(
            rejections: page.rejected.map {
                RecordRejection(source: source.label, index: start + $0.index, reason: $0.reason)
            })
        for service in page.services {
            if let owner = service.accountSID {
                guard owner.utf8.elementsEqual(source.accountSID.text.utf8) else {
                    throw SourceError(
                        .wrongAccount,
                        "\(source.name): answered with Services of another account; "
                            + "a subaccount needs its own credentials")
                }
                batch.services.append(service)
            } else {
                let record = service.sid.flatMap { SID($0, kind: .service) }?.text ?? "a record"
                batch.rejections.append(
                    RecordRejection(
                        source: source.label, reason: "\(record) has no account_sid, so whose it is cannot be told"))
            }
        }
        return batch
    }
}
