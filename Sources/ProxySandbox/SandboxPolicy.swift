/// The choices that the API's documentation leaves open, each in one place.
package struct SandboxPolicy: Sendable, Hashable {
    /// Whether `GET /v1/Services/{Sid}` also takes a unique name.
    ///
    /// Open: the fetch path has no pattern in the API's description while those of update and delete have, so a name
    /// may be meant; it is looked up only where no SID matches.
    package var fetchesByUniqueName: Bool
    /// Whether `Shop` and `shop` are two names. Open; exact comparison is what the description's "unique" says.
    package var uniqueNamesAreCaseSensitive: Bool
    /// The order of a list. Open; creation order is the one in which a row that stays never moves.
    package var listOrder: ListOrder
    /// What a `PageSize` over the limit gets. Open: some of the vendor's products clamp.
    package var oversizedPage: OversizedPage
    /// The HTTP status of error 80602, a unique name that is taken. Open; the code itself is sure.
    package var nameTakenStatus: Int
    /// The HTTP status of error 80506, creation refused to a new customer. Open; the code itself is sure.
    package var creationRestrictedStatus: Int

    /// The order in which Services are listed.
    package enum ListOrder: Sendable, Hashable {
        case oldestFirst
        case newestFirst
    }

    /// The answer to a page size that is too large.
    package enum OversizedPage: Sendable, Hashable {
        /// Error 20007.
        case refused
        /// The largest page that there is.
        case clamped
    }

    package init(
        fetchesByUniqueName: Bool = true, uniqueNamesAreCaseSensitive: Bool = true,
        listOrder: ListOrder = .oldestFirst, oversizedPage: OversizedPage = .refused, nameTakenStatus: Int = 400,
        creationRestrictedStatus: Int = 403
    ) {
        self.fetchesByUniqueName = fetchesByUniqueName
        self.uniqueNamesAreCaseSensitive = uniqueNamesAreCaseSensitive
        self.listOrder = listOrder
        self.oversizedPage = oversizedPage
        self.nameTakenStatus = nameTakenStatus
        self.creationRestrictedStatus = creationRestrictedStatus
    }

    /// How many records a page holds where the request does not say. Sure: the `PageSize` parameter's description.
    package static var defaultPageSize: Int { 50 }
    /// How many records a page holds at most. Sure: the `PageSize` parameter's description.
    package static var largestPageSize: Int { 1000 }
}
