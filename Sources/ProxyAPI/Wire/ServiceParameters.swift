package import ServiceModel

/// The form parameters of a create or update request; nil leaves a property as it is, or at its default.
///
/// An empty text clears a URL or the chat instance. A create request needs `uniqueName`.
package struct ServiceParameters: Sendable, Hashable {
    /// 191 characters at most, unique in the account, without personal data.
    package var uniqueName: String?
    /// Seconds; 0 is unlimited.
    package var defaultTTL: Int64?
    /// Called when the status of an interaction changes.
    package var callbackURL: String?
    /// How near a proxy number must be to the participant's number.
    package var geoMatchLevel: GeoMatchLevel?
    /// Whether a participant keeps a proxy number.
    package var numberSelectionBehavior: NumberSelectionBehavior?
    /// Called on each interaction.
    package var interceptCallbackURL: String?
    /// Called when a call or message arrives for a closed or unknown Session.
    package var outOfSessionCallbackURL: String?
    /// The Chat Service instance, `IS…`.
    package var chatInstanceSID: String?

    package init(
        uniqueName: String? = nil, defaultTTL: Int64? = nil, callbackURL: String? = nil,
        geoMatchLevel: GeoMatchLevel? = nil, numberSelectionBehavior: NumberSelectionBehavior? = nil,
        interceptCallbackURL: String? = nil, outOfSessionCallbackURL: String? = nil, chatInstanceSID: String? = nil
    ) {
        self.uniqueName = uniqueName
        self.defaultTTL = defaultTTL
        self.callbackURL = callbackURL
        self.geoMatchLevel = geoMatchLevel
        self.numberSelectionBehavior = numberSelectionBehavior
        self.interceptCallbackURL = interceptCallbackURL
        self.outOfSessionCallbackURL = outOfSessionCallbackURL
        self.chatInstanceSID = chatInstanceSID
    }

    /// The parameters that are set, with the names of the API's description, in the order of the field table.
    package var formFields: [(String, String)] {
        ServiceField.allCases.compactMap { field in
            guard let name = field.formParameter, let text = text(of: field) else { return nil }
            return (name, text)
        }
    }

    private func text(of field: ServiceField) -> String? {
        switch field {
        case .uniqueName: uniqueName
        case .defaultTTL: defaultTTL.map { String($0) }
        case .callbackURL: callbackURL
        case .geoMatchLevel: geoMatchLevel?.text
        case .numberSelectionBehavior: numberSelectionBehavior?.text
        case .interceptCallbackURL: interceptCallbackURL
        case .outOfSessionCallbackURL: outOfSessionCallbackURL
        case .chatInstanceSID: chatInstanceSID
        case .sid, .accountSID, .dateCreated, .dateUpdated, .url, .links: nil
        }
    }
}
