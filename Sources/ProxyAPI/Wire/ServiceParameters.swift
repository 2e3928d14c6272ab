package import ServiceModel

/// The form parameters of a create or update request; one that is not set leaves a property as it is, or at its default.
///
/// An empty text clears a URL or the chat instance. A create request needs `UniqueName`.
package struct ServiceParameters: Sendable, Hashable {
    private var values: [ServiceField: String] = [:]

    /// No parameters.
    package init() {}

    /// The text for a property; nil where it is not set. Only properties that requests can set are sent.
    package subscript(field: ServiceField) -> String? {
        get { values[field] }
        set { values[field] = newValue }
    }

    /// The parameters that are set, with the names of the API's description, in the order of the field table.
    package var formFields: [(String, String)] {
        ServiceField.allCases.compactMap { field in
            guard let name = field.formParameter, let text = values[field] else { return nil }
            return (name, text)
        }
    }
}
