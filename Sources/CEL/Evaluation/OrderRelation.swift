/// The four operators of order.
enum OrderRelation: Sendable {
    /// `<`
    case less
    /// `<=`
    case lessOrEqual
    /// `>`
    case greater
    /// `>=`
    case greaterOrEqual

    /// The relation that an operator's function asks for.
    init?(function: String) {
        switch function {
        case Operators.less: self = .less
        case Operators.lessOrEqual: self = .lessOrEqual
        case Operators.greater: self = .greater
        case Operators.greaterOrEqual: self = .greaterOrEqual
        default: return nil
        }
    }

    /// The operator's function.
    var function: String {
        switch self {
        case .less: Operators.less
        case .lessOrEqual: Operators.lessOrEqual
        case .greater: Operators.greater
        case .greaterOrEqual: Operators.greaterOrEqual
        }
    }

    /// Whether values that stand in the order are in the relation.
    @inline(__always)
    func holds(_ order: Ordering) -> Bool {
        switch (self, order) {
        case (.less, .less), (.lessOrEqual, .less), (.lessOrEqual, .equal): true
        case (.greater, .greater), (.greaterOrEqual, .greater), (.greaterOrEqual, .equal): true
        default: false
        }
    }
}
