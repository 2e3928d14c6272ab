import JSON
import ServiceModel

/// The shapes in which people have Services, made from one set of Services.
enum InputShape: String, CaseIterable, Sendable {
    case page, pages, minifiedPages, arrayOfPages, array, prettyArray, concatenated, ndjson, ndjsonWithoutLastLineEnd
    case camelCaseArray, camelCaseLines, pascalCaseArray, terraform, terraformSortedNames, terraformOtherProvider
    case terraformShow

    /// The Services, as far as the shape can hold them.
    ///
    /// - Returns: What the records say.
    func expected(_ services: [JSONValue]) -> [[UInt8]] {
        services.map { service in
            guard isTerraform, case .object(let members) = service else { return service.content }
            return JSONValue.object(members.filter { !Self.notInTerraform.contains($0.name) }).content
        }
    }

    var isTerraform: Bool {
        switch self {
        case .terraform, .terraformSortedNames, .terraformOtherProvider, .terraformShow: true
        default: false
        }
    }

    private static let notInTerraform = ["account_sid", "date_created", "date_updated"]

    func bytes(_ services: [JSONValue]) -> [UInt8] {
        var writer = JSONWriter(isPretty: [.page, .pages, .prettyArray, .terraform].contains(self))
        switch self {
        case .page: page(services, 0, of: 1, &writer)
        case .pages, .minifiedPages, .arrayOfPages:
            if self == .arrayOfPages { writer.beginArray() }
            let size = max(1, (services.count + 2) / 3)
            let starts = Array(stride(from: 0, to: max(services.count, 1), by: size))
            for (number, start) in starts.enumerated() {
                page(
                    services[min(start, services.count)..<min(start + size, services.count)], number, of: starts.count,
                    &writer)
                if self == .minifiedPages { writer.newline() }
            }
            if self == .arrayOfPages { writer.endArray() }
        case .array, .prettyArray, .camelCaseArray, .pascalCaseArray:
            writer.beginArray()
            for service in services { record(service, &writer) }
            writer.endArray()
        case .concatenated: for service in services { record(service, &writer) }
        case .ndjson, .ndjsonWithoutLastLineEnd, .camelCaseLines:
            for (index, service) in services.enumerated() {
                record(service, &writer)
                if self != .ndjsonWithoutLastLineEnd || index < services.count - 1 { writer.newline() }
            }
        case .terraform, .terraformSortedNames, .terraformOtherProvider: terraform(services, &writer)
        case .terraformShow: terraformShow(services, &writer)
        }
        return writer.bytes
    }

    private func record(_ service: JSONValue, _ writer: inout JSONWriter) {
        guard self == .camelCaseArray || self == .camelCaseLines || self == .pascalCaseArray else {
            return service.write(to: &writer)
        }
        guard case .object(let members) = service else { return }
        writer.beginObject()
        for member in members {
            let field = ServiceField(name: member.name)
            writer.key(named: (self == .pascalCaseArray ? field?.pascalCaseName : field?.camelCaseName) ?? member.name)
            if member.name.hasPrefix("date_"), case .string(let date) = member.value {
                writer.string(String(date.dropLast()) + ".000Z")
            } else {
                member.value.write(to: &writer)
            }
        }
        writer.endObject()
    }

    private func page(_ services: some Sequence<JSONValue>, _ number: Int, of count: Int, _ writer: inout JSONWriter) {
        let url = "https://proxy.twilio.com/v1/Services?PageSize=50&Page="
        writer.beginObject()
        writer.key("meta")
        writer.beginObject()
        writer.member("page", number)
        writer.member("page_size", 50)
        writer.member("first_page_url", url + "0")
        writer.member("previous_page_url", number == 0 ? nil : url + "\(number - 1)")
        writer.member("url", url + "\(number)")
        writer.member("next_page_url", number + 1 < count ? url + "\(number + 1)" : nil)
        writer.member("key", "services")
        writer.endObject()
        writer.key("services")
        writer.beginArray()
        for service in services { service.write(to: &writer) }
        writer.endArray()
        writer.endObject()
    }

    private func terraform(_ services: [JSONValue], _ writer: inout JSONWriter) {
        let type = self == .terraformOtherProvider ? "twilio_proxy_service" : "twilio_proxy_services_v1"
        writer.beginObject()
        writer.member("version", 4)
        writer.member("terraform_version", "1.9.0")
        writer.key("outputs")
        writer.raw(#"{"resources":{"value":[{"type":"twilio_proxy_service"}],"type":"list"}}"#)
        writer.key("resources")
        writer.beginArray()
        writer.raw(
            #"{"mode":"managed","type":"twilio_studio_flows_v2","name":"f","instances":[{"attributes":{"sid":"FW1"}}]}"#
        )
        writer.beginObject()
        writer.member("mode", "managed")
        if self != .terraformSortedNames { instanceType(type, &writer) }
        writer.key("instances")
        writer.beginArray()
        for service in services {
            writer.beginObject()
            writer.member("schema_version", 0)
            writer.key("attributes")
            attributes(service, &writer)
            writer.endObject()
        }
        writer.endArray()
        if self == .terraformSortedNames { instanceType(type, &writer) }
        writer.endObject()
        writer.endArray()
        writer.key("check_results")
        writer.null()
        writer.endObject()
    }

    private func instanceType(_ type: String, _ writer: inout JSONWriter) {
        writer.member("type", type)
    }

    private func terraformShow(_ services: [JSONValue], _ writer: inout JSONWriter) {
        let middle = services.count / 2
        writer.beginObject()
        writer.member("format_version", "1.0")
        writer.key("values")
        writer.beginObject()
        writer.key("outputs")
        writer.raw("{}")
        writer.key("root_module")
        writer.beginObject()
        shownResources(services[..<middle], &writer)
        writer.key("child_modules")
        writer.beginArray()
        writer.beginObject()
        writer.member("address", "module.rides")
        shownResources(services[middle...], &writer)
        writer.endObject()
        writer.endArray()
        writer.endObject()
        writer.endObject()
        writer.endObject()
    }

    private func shownResources(_ services: ArraySlice<JSONValue>, _ writer: inout JSONWriter) {
        writer.key("resources")
        writer.beginArray()
        writer.raw(#"{"address":"aws_vpc.a","mode":"managed","type":"aws_vpc","values":{"unique_name":"no"}}"#)
        for service in services {
            writer.beginObject()
            writer.member("address", "twilio_proxy_services_v1.a")
            writer.member("mode", "managed")
            instanceType("twilio_proxy_services_v1", &writer)
            writer.key("values")
            attributes(service, &writer)
            writer.key("sensitive_values")
            writer.raw("{}")
            writer.endObject()
        }
        writer.endArray()
    }

    private func attributes(_ service: JSONValue, _ writer: inout JSONWriter) {
        guard case .object(let members) = service else { return }
        writer.beginObject()
        writer.key("id")
        (service["sid"] ?? .null).write(to: &writer)
        for member in members where !Self.notInTerraform.contains(member.name) {
            writer.key(named: member.name)
            if self == .terraformOtherProvider, member.value == .null, member.name != "sid" {
                writer.string("")
            } else {
                member.value.write(to: &writer)
            }
        }
        writer.endObject()
    }
}

extension JSONValue {
    /// Services with all that a field may hold.
    static func samples(_ count: Int) -> [JSONValue] {
        (0..<count).map { number in
            let digits = String(number)
            let sid = "KS" + String(repeating: "0", count: 32 - digits.count) + digits
            let names: [JSONValue] = [
                .string("Dev \(number)"), .string("tab\t\"quote\" \\ {["), .string("é€😀 \u{202E}"), .string("]}],\n"),
                .null,
            ]
            func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
            var members: [(String, JSONValue)] = [
                ("sid", .string(sid)), ("account_sid", .string("AC" + String(repeating: "a", count: 32))),
                ("chat_instance_sid", text(number % 3 == 0 ? "IS" + String(repeating: "b", count: 32) : nil)),
                ("unique_name", names[number % 5]), ("default_ttl", .number(JSONNumber(Int64(number % 4) * 3600))),
                ("callback_url", text(number % 2 == 0 ? "https://proxy.example.org/\(number)" : nil)),
                ("geo_match_level", .string(number % 7 == 0 ? "galaxy" : "country")),
                ("number_selection_behavior", .string("prefer-sticky")), ("intercept_callback_url", .null),
                ("out_of_session_callback_url", .string("http://www.example.com")),
                ("date_created", .string("2015-07-30T20:00:00Z")), ("date_updated", .string("2016-07-30T20:00:00Z")),
                ("url", .string("https://proxy.twilio.com/v1/Services/" + sid)),
                (
                    "links",
                    .object([
                        JSONMember(
                            name: "sessions", value: .string("https://proxy.twilio.com/v1/Services/\(sid)/Sessions"))
                    ])
                ),
            ]
            if number % 6 == 0 {
                members.append(("added_later", .object([JSONMember(name: "a", value: .array([.string("}")]))])))
            }
            return .object(members.map { JSONMember(name: $0.0, value: $0.1) })
        }
    }
}
