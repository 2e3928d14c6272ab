import ServiceModel
import Testing

@Suite struct ServiceFieldTests {
    @Test func namesAreThoseOfTheResource() {
        #expect(
            ServiceField.allCases.map(\.name) == [
                "sid", "account_sid", "chat_instance_sid", "unique_name", "default_ttl", "callback_url",
                "geo_match_level",
                "number_selection_behavior", "intercept_callback_url", "out_of_session_callback_url", "date_created",
                "date_updated", "url", "links",
            ])
        #expect(
            ServiceField.allCases.map(\.camelCaseName) == [
                "sid", "accountSid", "chatInstanceSid", "uniqueName", "defaultTtl", "callbackUrl", "geoMatchLevel",
                "numberSelectionBehavior", "interceptCallbackUrl", "outOfSessionCallbackUrl", "dateCreated",
                "dateUpdated",
                "url", "links",
            ])
        #expect(ServiceField.callbackURL.pascalCaseName == "CallbackUrl" && ServiceField.sid.pascalCaseName == "Sid")
        #expect(ServiceField.allCases.map { ServiceField(name: $0.name) } == ServiceField.allCases)
        #expect(ServiceField(name: "uniqueName") == nil && ServiceField(name: "") == nil)
    }

    /// The names are those of the form that the vendor's OpenAPI description gives for create and update.
    @Test func formParametersAreThoseOfTheDescription() {
        let described: Set = [
            "UniqueName", "DefaultTtl", "CallbackUrl", "GeoMatchLevel", "NumberSelectionBehavior",
            "InterceptCallbackUrl",
            "OutOfSessionCallbackUrl", "ChatInstanceSid",
        ]
        #expect(Set(ServiceField.allCases.compactMap(\.formParameter)) == described)
        #expect(ServiceField.uniqueName.formParameter == "UniqueName")
        #expect(ServiceField.sid.formParameter == nil)
    }

    /// What makes an object a Service must be what no other product's objects have.
    @Test func distinctiveFieldsAreTheServicesOwn() {
        let common = ServiceField.allCases.filter { !$0.isDistinctive }.map(\.name)
        #expect(common == ["sid", "account_sid", "date_created", "date_updated", "url", "links"])
        #expect(
            ServiceField.callbacks.map(\.name) == [
                "callback_url", "intercept_callback_url", "out_of_session_callback_url",
            ])
    }

    @Test(arguments: ServiceField.allCases) func enumerationsKnowTheirDefaults(_ field: ServiceField) {
        guard case .enumeration(let known) = field.role else {
            #expect(field.knownValues.isEmpty && field.defaultText == nil)
            return
        }
        #expect(field.knownValues == known && field.defaultText.map(known.contains) == true)
    }
}
