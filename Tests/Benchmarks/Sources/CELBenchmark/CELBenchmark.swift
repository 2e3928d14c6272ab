internal import CEL
internal import JSON
internal import ServiceModel

/// Times conditions of rules over a Service, with the cost counter on, and beside each the same condition in Swift.
@main
struct CELBenchmark {
    static func main() throws {
        let bench = try Bench()
        print(
            "ns: nanoseconds of processor time for one evaluation, the least and the median of \(Timing.rounds) rounds."
        )
        print("Swift: the same condition as a closure over the Service. Both run in turn, in this process.\n")
        print(columns("condition", "CEL ns", "median", "Swift ns", "CEL/Swift"))
        for condition in Condition.all {
            let program = try bench.environment.compile(condition.source, expecting: .bool)
            guard let value = try? program.evaluateCondition(bench.variables) else {
                print("\(condition.source): no value")
                continue
            }
            precondition(value == condition.holds(bench.service, bench.group), condition.source)
            let (cel, swift) = Timing.ofBoth(
                { bench.evaluate(program, times: $0) }, { bench.run(condition, times: $0) })
            print(
                columns(
                    condition.source, cel.least.oneDecimal, cel.median.oneDecimal, swift.least.oneDecimal,
                    (cel.least / swift.least).oneDecimal))
        }
    }

    private static func columns(_ first: String, _ rest: String...) -> String {
        first.padded(to: 84) + rest.map { $0.padded(to: 10, atStart: true) }.joined()
    }
}

/// A condition as a rule writes it, and in Swift.
struct Condition: Sendable {
    let source: String
    let holds: @Sendable (Service, [Service]) -> Bool

    /// The first three are those that the project sets itself goals for.
    static let all: [Condition] = [
        Condition(source: "service.default_ttl == 0") { service, _ in service.defaultTTL == 0 },
        Condition(source: "has(service.callback_url) && service.callback_url.startsWith('http://')") { service, _ in
            service.callbackURL.map { $0.utf8.starts(with: "http://".utf8) } ?? false
        },
        Condition(source: "size(group) > 1") { _, group in group.count > 1 },
        Condition(source: "!has(service.callback_url) || service.callback_url == ''") { service, _ in
            service.callbackURL.map(\.utf8.isEmpty) ?? true
        },
        Condition(source: "service.default_ttl > 86400 && service.unique_name.contains('prod')") { service, _ in
            service.defaultTTL > 86_400 && (service.uniqueName ?? "").contains("prod")
        },
        Condition(source: "group.exists(s, s.default_ttl == 1)") { _, group in group.contains { $0.defaultTTL == 1 } },
        Condition(source: "service.geo_match_level in ['area-code', 'overlay', 'radius']") { service, _ in
            ["area-code", "overlay", "radius"].contains(service.geoMatchLevel ?? "")
        },
    ]
}

/// A Service as plain Swift holds it.
struct Service: Sendable {
    let sid: String?
    let accountSID: String?
    let uniqueName: String?
    let defaultTTL: Int64
    let callbackURL: String?
    let geoMatchLevel: String?

    /// The same Service as conditions of a scan see it: a view of the record that was read.
    var message: ServiceMessage {
        get throws {
            var json = JSONWriter()
            json.beginObject()
            let texts: [(ServiceField, String?)] = [
                (.sid, sid), (.accountSID, accountSID), (.uniqueName, uniqueName), (.callbackURL, callbackURL),
                (.geoMatchLevel, geoMatchLevel),
            ]
            for (field, text) in texts {
                json.key(named: field.name)
                json.string(text)
            }
            json.member("default_ttl", defaultTTL)
            json.endObject()
            var reader = JSONReader(json.bytes)
            var builder = RecordBatchBuilder(RecordBatch.Origin(source: "benchmark"))
            _ = try builder.read(&reader, at: RecordBatchBuilder.Place())
            return ServiceMessage(builder.finish().records[0])
        }
    }
}

/// What the conditions are evaluated over.
struct Bench {
    let environment: CELEnvironment
    let variables: CELVariables
    let service: Service
    let group: [Service]

    init() throws {
        var environment = CELEnvironment()
        environment.declare(message: ServiceMessage.type)
        environment.declare(variable: "service", type: .message(ServiceMessage.messageTypeName))
        environment.declare(variable: "group", type: .list(.message(ServiceMessage.messageTypeName)))
        service = Service(
            sid: "KS00000000000000000000000000000001", accountSID: "AC00000000000000000000000000000001",
            uniqueName: "prod-ride-masking-eu", defaultTTL: 3600,
            callbackURL: "https://hooks.example.com/proxy/callback", geoMatchLevel: "country")
        group = [service, service]
        var variables = CELVariables(for: environment)
        variables["service"] = .message(try service.message)
        variables["group"] = .list(try group.map { .message(try $0.message) })
        self.environment = environment
        self.variables = variables
    }

    @inline(never)
    func evaluate(_ program: CELProgram, times: Int) -> Int {
        var count = 0
        for _ in 0..<times {
            if (try? program.evaluateCondition(variables)) == true { count += 1 }
        }
        return count
    }

    @inline(never)
    func run(_ condition: Condition, times: Int) -> Int {
        var count = 0
        for _ in 0..<times where condition.holds(service, group) { count += 1 }
        return count
    }
}
