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
        /// The child modules of what `terraform show -json` prints.
        case modules
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

/// An object that holds records: a page, Terraform state or values, or an object too long to be told before it is read.
struct RecordContainer: Sendable {
    /// Where the object stands, which tells what its members mean.
    enum Role: Sendable {
        /// In no other, or in an array that is in no other.
        case document
        /// The `values` of what `terraform show -json` prints.
        case values
        /// A module in these.
        case module
    }

    /// The members that count, in containers of some roles.
    enum Member: String, Sendable {
        case services, resources, meta, version, values
        case rootModule = "root_module"
        case childModules = "child_modules"

        func counts(in role: Role) -> Bool {
            switch (role, self) {
            case (.document, .services), (.document, .resources), (.document, .meta), (.document, .version),
                (.document, .values), (.values, .rootModule), (.module, .resources), (.module, .childModules):
                true
            default: false
            }
        }
    }

    let role: Role
    /// Where the object begins.
    let place: JSONPosition
    var isFirst = true
    var met: Set<Member> = []
    /// What a page says of its neighbours.
    var meta: JSONValue?
    /// The version of Terraform state.
    var version: Int64?

    /// How many records, and how many Services among them, the file had before.
    let recordsBefore: Int
    let servicesBefore: Int

    init(_ role: Role, at place: JSONPosition, records: Int, services: Int) {
        self.role = role
        self.place = place
        recordsBefore = records
        servicesBefore = services
    }
}

/// A resource of Terraform.
struct TerraformResource: Sendable {
    /// Where the object begins.
    let place: JSONPosition
    var isFirst = true
    /// Nil before it has been met.
    var type: String?
    /// The resource's full address, or its name.
    var address: String?
    /// Whether the resource is a Service; nil before its type has been met.
    var isService: Bool? { type.map(TerraformResource.serviceTypes.contains) }
    /// Its instances or values, where they came before the type; they are taken one by one when the object has ended.
    var kept: [Kept] = []
    /// How many of these have been taken.
    var taken = 0
    /// Whether the object has ended.
    var isClosed = false

    /// Something that may hold a Service.
    enum Kept: Sendable {
        /// An instance, as state has them.
        case instance(JSONValue)
        /// The attributes themselves.
        case values(JSONValue)
    }

    /// The types of resource that are Services, of the two providers that there are.
    static var serviceTypes: [String] { ["twilio_proxy_services_v1", "twilio_proxy_service"] }

    init(at place: JSONPosition) {
        self.place = place
    }
}
