import JSON
import ServiceModel

/// The shapes in which people have Services, made from one set of Services.
enum InputShape: String, CaseIterable, Sendable {
    case page, pages, minifiedPages, arrayOfPages, array, prettyArray, concatenated, ndjson, ndjsonWithoutLastLineEnd
    case camelCaseArray, camelCaseLines, terraform, terraformSortedNames, terraformOtherProvider

    /// The Services, as far as the shape can hold them.
    func expected(_ services: [Service]) -> [Service] {
        switch self {
        case .terraform, .terraformSortedNames, .terraformOtherProvider:
            services.map { service in
                var service = service
                service.accountSID = nil
                service.dateCreated = nil
                service.dateUpdated = nil
                return service
            }
        default: services
        }
    }

    func bytes(_ services: [Service]) -> [UInt8] {
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
        case .array, .prettyArray, .camelCaseArray:
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
        }
        return writer.bytes
    }

    private func record(_ service: Service, _ writer: inout JSONWriter) {
        guard self == .camelCaseArray || self == .camelCaseLines else { return service.write(to: &writer) }
        var plain = JSONWriter()
        service.write(to: &plain)
        guard case .object(let members)? = try? JSONValue.parse(plain.bytes) else { return }
        writer.beginObject()
        for member in members {
            writer.key(ServiceField(rawValue: member.name)?.camelCaseName ?? member.name)
            if member.name.hasPrefix("date_"), case .string(let date) = member.value {
                writer.string(String(date.dropLast()) + ".000Z")
            } else {
                member.value.write(to: &writer)
            }
        }
        writer.endObject()
    }

    private func page(_ services: some Sequence<Service>, _ number: Int, of count: Int, _ writer: inout JSONWriter) {
        let url = "https://proxy.twilio.com/v1/Services?PageSize=50&Page="
        writer.beginObject()
        writer.key("meta")
        writer.beginObject()
        writer.key("page")
        writer.integer(number)
        writer.key("page_size")
        writer.integer(50)
        writer.key("first_page_url")
        writer.string(url + "0")
        writer.key("previous_page_url")
        writer.string(number == 0 ? nil : url + "\(number - 1)")
        writer.key("url")
        writer.string(url + "\(number)")
        writer.key("next_page_url")
        writer.string(number + 1 < count ? url + "\(number + 1)" : nil)
        writer.key("key")
        writer.string("services")
        writer.endObject()
        writer.key("services")
        writer.beginArray()
        for service in services { service.write(to: &writer) }
        writer.endArray()
        writer.endObject()
    }

    private func terraform(_ services: [Service], _ writer: inout JSONWriter) {
        let type = self == .terraformOtherProvider ? "twilio_proxy_service" : "twilio_proxy_services_v1"
        writer.beginObject()
        writer.key("version")
        writer.integer(4)
        writer.key("terraform_version")
        writer.string("1.9.0")
        writer.key("outputs")
        writer.raw(#"{"resources":{"value":[{"type":"twilio_proxy_service"}],"type":"list"}}"#)
        writer.key("resources")
        writer.beginArray()
        writer.raw(
            #"{"mode":"managed","type":"twilio_studio_flows_v2","name":"f","instances":[{"attributes":{"sid":"FW1"}}]}"#
        )
        writer.beginObject()
        writer.key("mode")
        writer.string("managed")
        if self != .terraformSortedNames { instanceType(type, &writer) }
        writer.key("instances")
        writer.beginArray()
        for service in services {
            writer.beginObject()
            writer.key("schema_version")
            writer.integer(0)
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
        writer.key("type")
        writer.string(type)
    }

    private func attributes(_ service: Service, _ writer: inout JSONWriter) {
        var plain = JSONWriter()
        service.write(to: &plain)
        guard case .object(let members)? = try? JSONValue.parse(plain.bytes) else { return }
        writer.beginObject()
        writer.key("id")
        writer.string(service.sid)
        for member in members where !["account_sid", "date_created", "date_updated"].contains(member.name) {
            writer.key(member.name)
            if self == .terraformOtherProvider, member.value == .null, member.name != "sid" {
                writer.string("")
            } else {
                member.value.write(to: &writer)
            }
        }
        writer.endObject()
    }
}

extension Service {
    /// Services with all that a field may hold.
    static func samples(_ count: Int) -> [Service] {
        (0..<count).map { number in
            let digits = String(number)
            let sid = "KS" + String(repeating: "0", count: 32 - digits.count) + digits
            return Service(
                sid: sid, accountSID: "AC" + String(repeating: "a", count: 32),
                chatInstanceSID: number % 3 == 0 ? "IS" + String(repeating: "b", count: 32) : nil,
                uniqueName: ["Dev \(number)", "tab\t\"quote\" \\ {[", "é€😀 \u{202E}", "]}],\n", nil][number % 5],
                defaultTTL: Int64(number % 4) * 3600,
                callbackURL: number % 2 == 0 ? "https://proxy.example.org/\(number)" : nil,
                interceptCallbackURL: nil, outOfSessionCallbackURL: "http://www.example.com",
                geoMatchLevel: GeoMatchLevel(number % 7 == 0 ? "galaxy" : "country"),
                numberSelectionBehavior: .defaultValue,
                dateCreated: Timestamp("2015-07-30T20:00:00Z"), dateUpdated: Timestamp("2016-07-30T20:00:00Z"),
                url: "https://proxy.twilio.com/v1/Services/" + sid,
                links: [Service.Link(name: "sessions", url: "https://proxy.twilio.com/v1/Services/\(sid)/Sessions")],
                unknownFields: number % 6 == 0 ? [Service.UnknownField(name: "added_later", json: #"{"a":["}"]}"#)] : []
            )
        }
    }
}
