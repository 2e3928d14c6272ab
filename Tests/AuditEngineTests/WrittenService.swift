import JSON
import ServiceModel

/// A Service as a test writes it down, read as the scan reads one.
struct WrittenService {
    var sid: String?
    var accountSID: String?
    var chatInstanceSID: String?
    var uniqueName: String?
    var defaultTTL: Int64?
    var callbackURL: String?
    var interceptCallbackURL: String?
    var outOfSessionCallbackURL: String?
    var geoMatchLevel: String?
    var numberSelectionBehavior: String?
    var dateCreated: String?
    var url: String?
    var links: [FieldValue.Link]?

    var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        let texts: [(ServiceField, String?)] = [
            (.sid, sid), (.accountSID, accountSID), (.chatInstanceSID, chatInstanceSID), (.uniqueName, uniqueName),
            (.callbackURL, callbackURL), (.interceptCallbackURL, interceptCallbackURL),
            (.outOfSessionCallbackURL, outOfSessionCallbackURL), (.geoMatchLevel, geoMatchLevel),
            (.numberSelectionBehavior, numberSelectionBehavior), (.dateCreated, dateCreated), (.url, url),
        ]
        for (field, text) in texts {
            json.key(named: field.name)
            json.string(text)
        }
        json.key("default_ttl")
        json.value(defaultTTL.map(FieldValue.integer) ?? .null, of: .defaultTTL)
        json.key("links")
        json.value(links.map(FieldValue.links) ?? .null, of: .links)
        json.endObject()
        return json.bytes
    }

    /// The records that the Services are.
    static func batch(_ services: [WrittenService]) -> RecordBatch {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: "test"))
        for (index, service) in services.enumerated() {
            var reader = JSONReader(service.json)
            _ = try? builder.read(&reader, at: RecordBatchBuilder.Place(position: index))
        }
        precondition(builder.count == services.count, "the test's Services are well-formed")
        return builder.finish()
    }
}
