import HTTPTypes
import ProxyAPI
import ServiceModel

/// The five operations on `/v1/Services`, for one account and one request.
struct ServiceEndpoints: Sendable {
    let store: SandboxStore
    let account: SandboxAccount
    let origin: RequestOrigin
    let policy: SandboxPolicy
    let now: Timestamp
    /// What goes wrong with this request; only the faults that show inside an answer matter here.
    let fault: SandboxFaults.Kind?

    func list(query: [(name: String, value: String)]) async throws -> SandboxAnswer {
        let list = "services of \(account.sid.text)"
        let request = try PageRequest(query, list: list, identifiers: store.identifiers, policy: policy)
        let slice = try await store.page(request.anchor, size: request.size, account: account.sid)
        func url(_ index: Int, _ token: String?) -> String {
            "\(origin.baseURL)/v1/Services?" + PageRequest.query(size: request.size, index: index, token: token)
        }
        func link(_ anchor: PageAnchor?, _ index: Int) -> String? {
            anchor.map { url(index, PageToken.text($0, list: list, identifiers: store.identifiers)) }
        }
        var meta = PageMeta(
            page: request.index, pageSize: request.size, firstPageURL: url(0, nil),
            previousPageURL: link(slice.previous, max(0, request.index - 1)), url: url(request.index, request.token),
            nextPageURL: link(slice.next, request.index == .max ? .max : request.index + 1), key: "services")
        switch fault {
        case .repeatedNextLink: meta.nextPageURL = meta.url
        case .foreignNextLink:
            let path = (meta.nextPageURL ?? meta.url)?.dropFirst(origin.baseURL.utf8.count)
            meta.nextPageURL = SandboxFaults.foreignBaseURL + (path ?? "")
        default: break
        }
        let page = ServicePage(services: slice.records.map(shown), meta: meta)
        return SandboxAnswer(status: .ok) { page.write(to: &$0) }
    }

    func create(form: [(name: String, value: String)]) async throws -> SandboxAnswer {
        if fault == .creationRestricted {
            throw APIProblem.creationRestricted(status: policy.creationRestrictedStatus)
        }
        // An empty name is as good as none: a form cannot tell them apart by what it means.
        guard let name = form.last(where: { $0.name == "UniqueName" })?.value, !name.isEmpty else {
            throw APIProblem.missingUniqueName
        }
        var service = Service()
        service.fillIn()
        service[.dateCreated] = .timestamp(now)
        service[.dateUpdated] = .timestamp(now)
        try ServiceParameters(form: form).apply(to: &service)
        let created = try await store.create(service, account: account.sid)
        return answer(created, status: .created)
    }

    func fetch(_ identifier: String, path: String) async throws -> SandboxAnswer {
        guard let service = try await store.fetch(identifier, account: account.sid) else {
            throw APIProblem.notFound(path: path)
        }
        return answer(service, status: .ok)
    }

    func update(_ sid: String, path: String, form: [(name: String, value: String)]) async throws -> SandboxAnswer {
        let parameters = try ServiceParameters(form: form)
        let updated = try await store.update(sid: sid, account: account.sid) { [now] service in
            parameters.apply(to: &service)
            service[.dateUpdated] = .timestamp(now)
        }
        guard let updated else { throw APIProblem.notFound(path: path) }
        return answer(updated, status: .ok)
    }

    func remove(_ sid: String, path: String) async throws -> SandboxAnswer {
        guard try await store.delete(sid: sid, account: account.sid) else { throw APIProblem.notFound(path: path) }
        return SandboxAnswer(status: .noContent)
    }

    private func answer(_ service: Service, status: HTTPResponse.Status) -> SandboxAnswer {
        SandboxAnswer(status: status) { shown(service).write(to: &$0) }
    }

    /// The Service with its URLs at the address that the request was made to, unless a seed gave it others.
    private func shown(_ service: Service) -> Service {
        var service = service
        let url = "\(origin.baseURL)/v1/Services/" + PathSegment.encode(service[text: .sid] ?? "")
        service[text: .url] = service[text: .url] ?? url
        if [.null, .links([])].contains(service[.links]) {
            service[.links] = .links([
                FieldValue.Link(name: "phone_numbers", url: url + "/PhoneNumbers"),
                FieldValue.Link(name: "sessions", url: url + "/Sessions"),
            ])
        }
        if fault == .foreignAccount { service[text: .accountSID] = SandboxFaults.foreignAccountSID }
        return service
    }
}
