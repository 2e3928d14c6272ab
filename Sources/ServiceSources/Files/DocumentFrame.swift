internal import JSON

/// An array or object of a document that a reader is inside of.
enum DocumentFrame: Sendable {
    case elements(DocumentArray)
    case container(RecordContainer)
    case resource(TerraformResource)
}

/// An array that is read element by element.
struct DocumentArray: Sendable {
    /// What the elements are.
    enum Role: Sendable, Hashable {
        /// Records or pages, in an array that is in no other value.
        case records
        /// The records of a page.
        case page
        /// The resources of Terraform state.
        case resources
        /// The instances of one Terraform resource that is a Service.
        case instances
    }

    let role: Role
    /// Elements met so far.
    var count = 0
    /// How many of them are Services with names in camelCase.
    var camelCaseCount = 0

    init(_ role: Role) {
        self.role = role
    }
}

/// An object that holds records: a page, Terraform state, or an object too long to be told before it is read.
struct RecordContainer: Sendable {
    /// The members that count.
    enum Member: String, Sendable {
        case services, resources, meta, version
    }

    /// Where the object begins.
    let place: JSONPosition
    var isFirst = true
    var met: Set<Member> = []
    /// What a page says of its neighbours, if it does.
    var meta: PageMeta?
    /// The version of Terraform state.
    var version: Int64?

    init(at place: JSONPosition) {
        self.place = place
    }
}

/// A resource of Terraform state.
struct TerraformResource: Sendable {
    /// Where the object begins.
    let place: JSONPosition
    var isFirst = true
    /// Whether the resource is a Service; nil before its type has been met.
    var isService: Bool?
    /// Its instances, where they came before the type; they are taken one by one when the object has ended.
    var instances: [JSONValue] = []
    /// How many of these have been taken.
    var taken = 0
    /// Whether the object has ended.
    var isClosed = false

    /// The types of resource that are Services, of the two providers that there are.
    static var serviceTypes: [String] { ["twilio_proxy_services_v1", "twilio_proxy_service"] }

    init(at place: JSONPosition) {
        self.place = place
    }
}
