import ServiceModel
import Testing

@Suite struct ServiceFieldTests {
    @Test func indexIsThePositionInAllCases() {
        #expect(ServiceField.allCases.map(\.index) == Array(ServiceField.allCases.indices))
        #expect(ServiceField.allCases.map { ServiceField(index: $0.index) } == ServiceField.allCases)
        #expect(ServiceField(index: -1) == nil)
        #expect(ServiceField(index: ServiceField.allCases.count) == nil)
    }

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

    @Test(arguments: ServiceField.allCases) func valueHasTheFieldsType(_ field: ServiceField) throws {
        let instant = try #require(Timestamp("2015-07-30T20:00:00Z"))
        let full = Service(
            sid: "s", accountSID: "a", chatInstanceSID: "c", uniqueName: "n", defaultTTL: 1, callbackURL: "u",
            interceptCallbackURL: "i", outOfSessionCallbackURL: "o", geoMatchLevel: .defaultValue,
            numberSelectionBehavior: .defaultValue, dateCreated: instant, dateUpdated: instant, url: "r",
            links: [Service.Link(name: "sessions", url: "l")])
        switch (full.value(of: field), field.valueType) {
        case (.string, .string), (.integer, .integer), (.timestamp, .timestamp), (.stringMap, .stringMap): break
        default: Issue.record("\(field.name) has a value of another type")
        }
        #expect((Service().value(of: field) == .null) == field.isNullable)
    }

    @Test func valuesAreThoseOfTheirFields() {
        let fields = ServiceField.allCases.filter { $0.valueType == .string }
        let service = Service(
            sid: "sid", accountSID: "account_sid", chatInstanceSID: "chat_instance_sid", uniqueName: "unique_name",
            callbackURL: "callback_url", interceptCallbackURL: "intercept_callback_url",
            outOfSessionCallbackURL: "out_of_session_callback_url", geoMatchLevel: GeoMatchLevel("geo_match_level"),
            numberSelectionBehavior: NumberSelectionBehavior("number_selection_behavior"), url: "url")
        for field in fields { #expect(service.value(of: field) == .string(field.name)) }
        #expect(
            ServiceField.callbacks.map(\.name) == [
                "callback_url", "intercept_callback_url", "out_of_session_callback_url",
            ])
    }

    @Test func enumerationsStayOpen() {
        #expect(GeoMatchLevel.known.map(\.text) == ["area-code", "overlay", "radius", "country", "extended-area-code"])
        #expect(NumberSelectionBehavior.known.map(\.text) == ["avoid-sticky", "prefer-sticky"])
        #expect(GeoMatchLevel("country").isKnown && GeoMatchLevel.defaultValue.isKnown)
        #expect(!GeoMatchLevel("Country").isKnown && !GeoMatchLevel("").isKnown && GeoMatchLevel("x").text == "x")
        #expect(NumberSelectionBehavior.defaultValue.isKnown && !NumberSelectionBehavior("sticky").isKnown)
    }
}
