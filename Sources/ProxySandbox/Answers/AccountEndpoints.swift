import HTTPTypes
import ProxyAPI
import ServiceModel

/// The 2010 API's accounts, as far as an auditor needs them: the list and one account.
///
/// A parent sees itself and its subaccounts, a subaccount only itself.
struct AccountEndpoints: Sendable {
    let accounts: [SandboxAccount]
    let principal: CredentialTable.Principal
    let identifiers: SandboxIdentifiers
    let policy: SandboxPolicy
    let fault: SandboxFaults.Kind?

    func list(query: [(name: String, value: String)]) throws(APIProblem) -> SandboxAnswer {
        try requireAccess()
        func filter(_ name: String) -> String? {
            query.last { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
        }
        let status = filter("Status")
        let name = filter("FriendlyName")
        let all = visible.filter {
            (status == nil || $0.status.text == status) && (name == nil || $0.friendlyName == name)
        }
        let list = "accounts of \(principal.account.sid.text)"
        let request = try PageRequest(query, list: list, identifiers: identifiers, policy: policy)
        let slice = AccountEndpoints.slice(all, request)
        var filters: [(String, String)] = []
        if let status { filters.append(("Status", status)) }
        if let name { filters.append(("FriendlyName", name)) }
        let prefix = "/2010-04-01/Accounts.json?" + filters.map { FormURLEncoding.encode([$0]) + "&" }.joined()
        func uri(_ index: Int, _ token: String?) -> String {
            prefix + PageRequest.query(size: request.size, index: index, token: token)
        }
        func link(_ anchor: PageAnchor?, _ index: Int) -> String? {
            anchor.map { uri(index, PageToken.text($0, list: list, identifiers: identifiers)) }
        }
        let start = slice.records.first.flatMap { first in all.firstIndex { $0.row == first.row } } ?? 0
        var page = AccountPage(
            accounts: slice.records.map(AccountEndpoints.shown), page: request.index, pageSize: request.size,
            start: start, end: max(start, start + slice.records.count - 1), firstPageURI: uri(0, nil),
            previousPageURI: link(slice.previous, max(0, request.index - 1)), uri: uri(request.index, request.token),
            nextPageURI: link(slice.next, request.index == .max ? .max : request.index + 1))
        switch fault {
        case .repeatedNextLink: page.nextPageURI = page.uri
        case .foreignNextLink:
            page.nextPageURI = SandboxFaults.foreignBaseURL + (page.nextPageURI ?? uri(request.index, request.token))
        default: break
        }
        return SandboxAnswer(status: .ok) { page.write(to: &$0) }
    }

    func fetch(_ sid: String, path: String) throws(APIProblem) -> SandboxAnswer {
        try requireAccess()
        guard let account = visible.first(where: { $0.sid.text.utf8.elementsEqual(sid.utf8) }) else {
            throw .notFound(path: path)
        }
        return SandboxAnswer(status: .ok) { AccountEndpoints.shown(account).write(to: &$0) }
    }

    private var visible: [SandboxAccount] {
        accounts.filter { $0.sid == principal.account.sid || $0.ownerSID == principal.account.sid }
    }

    /// A Standard API key reaches no account.
    private func requireAccess() throws(APIProblem) {
        guard principal.reachesAccounts else { throw .unauthenticated }
    }

    private static func slice(_ all: [SandboxAccount], _ request: PageRequest) -> PageSlice<SandboxAccount> {
        let records: ArraySlice<SandboxAccount> =
            switch request.anchor {
            case .start: all.prefix(request.size)
            case .after(let row): all.drop { $0.row <= row }.prefix(request.size)
            case .before(let row): all.prefix { $0.row < row }.suffix(request.size)
            }
        var slice = PageSlice(records: Array(records), previous: nil, next: nil)
        if let first = records.first, records.startIndex > all.startIndex { slice.previous = .before(first.row) }
        if let last = records.last, records.endIndex < all.endIndex { slice.next = .after(last.row) }
        return slice
    }

    private static func shown(_ account: SandboxAccount) -> Account {
        let date = InternetDate.text(account.dateCreated)
        let path = "/2010-04-01/Accounts/\(account.sid.text)"
        return Account(
            sid: account.sid, ownerAccountSID: account.ownerSID, friendlyName: account.friendlyName,
            status: account.status, type: "Full", authToken: account.authToken, dateCreated: date, dateUpdated: date,
            uri: path + ".json",
            subresourceURIs: [
                FieldValue.Link(name: "calls", url: path + "/Calls.json"),
                FieldValue.Link(name: "incoming_phone_numbers", url: path + "/IncomingPhoneNumbers.json"),
                FieldValue.Link(name: "messages", url: path + "/Messages.json"),
            ])
    }
}
