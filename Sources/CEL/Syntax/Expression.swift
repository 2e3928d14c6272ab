/// A node of the syntax tree.
///
/// A class, so that a reference of it is one word on the stacks of the recursive passes.
final class Expression: Sendable {
    /// What a node is.
    enum Kind: Sendable {
        case literal(CELValue)
        /// A name; `isAbsolute` when written with a dot before it.
        case identifier(name: String, isAbsolute: Bool)
        /// A field of a message or a key of a map; `isTest` for `has(a.b)`, `isOptional` for `a.?b`.
        case select(operand: Expression, field: FieldName, isTest: Bool, isOptional: Bool)
        case call(Call)
        case logical(isAnd: Bool, operands: [Expression])
        case conditional(condition: Expression, then: Expression, otherwise: Expression)
        case list([Element])
        case map([Entry])
        case comprehension(Comprehension)
        /// `cel.bind(name, value, body)`.
        case bind(name: String, value: Expression, body: Expression)
        case optionalMap(OptionalMap)
        /// A message made from fields, `Type{field: value}`.
        case message(typeName: String, nameSpan: Range<Int>, fields: [MessageField])
        /// Source that was reported already: no further message is made about it as a whole, but about its parts.
        case invalid([Expression])
    }

    /// The index of the node, dense from 0 in one expression.
    let id: Int
    /// What the node is.
    let kind: Kind
    /// UTF-8 offsets of the whole node.
    let span: Range<Int>
    /// 1 for a leaf.
    let depth: Int

    /// Makes a node; its depth is one more than that of the deepest below it.
    init(id: Int, kind: Kind, span: Range<Int>, depth: Int) {
        self.id = id
        self.kind = kind
        self.span = span
        self.depth = depth
    }
}

extension Expression {
    /// A call of a function or operator. A class, for the same reason as the node.
    final class Call: Sendable {
        let function: String
        let nameSpan: Range<Int>
        /// What the function is called on, as `a` in `a.f(b)`.
        let target: Expression?
        let arguments: [Expression]

        init(function: String, nameSpan: Range<Int>, target: Expression?, arguments: [Expression]) {
            self.function = function
            self.nameSpan = nameSpan
            self.target = target
            self.arguments = arguments
        }

        /// The target, if there is one, and the arguments.
        var operands: [Expression] { target.map { [$0] + arguments } ?? arguments }
    }

    /// A selected field.
    struct FieldName: Sendable {
        let name: String
        let span: Range<Int>
    }

    /// An element of a list; `isOptional` for `[?a]`.
    struct Element: Sendable {
        let value: Expression
        let isOptional: Bool
    }

    /// An entry of a map; `isOptional` for `{?k: v}`.
    struct Entry: Sendable {
        let key: Expression
        let value: Expression
        let isOptional: Bool
    }

    /// A field given in a message.
    struct MessageField: Sendable {
        let field: FieldName
        let value: Expression
    }

    /// A macro that walks a list's elements or a map's entries. A class, for the same reason as the node.
    final class Comprehension: Sendable {
        let macro: ComprehensionMacro
        let macroSpan: Range<Int>
        let range: Expression
        /// The element or, with a second variable, the index or key.
        let variable: String
        /// The element or value, if the macro was given two variables.
        let secondVariable: String?
        /// A condition on elements, for `map` and the transforming macros.
        let filter: Expression?
        /// The predicate or the result for each element.
        let body: Expression

        init(
            macro: ComprehensionMacro, macroSpan: Range<Int>, range: Expression, variable: String,
            secondVariable: String?, filter: Expression?, body: Expression
        ) {
            self.macro = macro
            self.macroSpan = macroSpan
            self.range = range
            self.variable = variable
            self.secondVariable = secondVariable
            self.filter = filter
            self.body = body
        }
    }

    /// Whether the node stands for source that was reported already.
    var isInvalid: Bool {
        if case .invalid = kind { true } else { false }
    }

    /// The same node with the brackets around it.
    func spanning(_ span: Range<Int>) -> Expression { Expression(id: id, kind: kind, span: span, depth: depth) }

    /// The name that the node spells, if it is a chain of plain selections from an identifier.
    var qualifiedName: (name: String, isAbsolute: Bool)? {
        var fields: [String] = []
        var node = self
        while case .select(let operand, let field, false, false) = node.kind {
            fields.append(field.name)
            node = operand
        }
        guard case .identifier(let name, let isAbsolute) = node.kind else { return nil }
        return (([name] + fields.reversed()).joined(separator: "."), isAbsolute)
    }

    /// The identifier at the start of a chain of selections.
    var rootIdentifier: String? {
        var node = self
        while case .select(let operand, _, false, false) = node.kind { node = operand }
        if case .identifier(let name, false) = node.kind { return name }
        return nil
    }
}

/// The macros that walk a list or map.
enum ComprehensionMacro: String, Sendable, CaseIterable {
    /// `l.all(x, p)`: every element satisfies the condition.
    case all
    /// `l.exists(x, p)`: some element does.
    case exists
    /// `l.exists_one(x, p)`: exactly one element does.
    case existsOne = "exists_one"
    /// The same under its other name.
    case existsOneTwo = "existsOne"
    /// `l.map(x, v)` or `l.map(x, p, v)`: the list of results.
    case map
    /// `l.filter(x, p)`: the elements that satisfy the condition.
    case filter
    /// `l.transformList(i, x, v)`: the list of results.
    case transformList
    /// `m.transformMap(k, x, v)`: the same keys with the results.
    case transformMap
    /// `m.transformMapEntry(k, x, m)`: the entries of the maps that the results are.
    case transformMapEntry
    /// `l.sortBy(x, k)`: the elements in the order of the keys.
    case sortBy

    /// Whether the macro walks the entries of maps as well.
    var takesMaps: Bool { self != .sortBy }

    /// Whether the macro's name goes with so many variables.
    func takes(variables: Int) -> Bool {
        switch self {
        case .all, .exists, .existsOne, .existsOneTwo: variables == 1 || variables == 2
        case .map, .filter, .sortBy: variables == 1
        case .transformList, .transformMap, .transformMapEntry: variables == 2
        }
    }

    /// The numbers of arguments that the macro takes.
    var argumentCounts: ClosedRange<Int> {
        switch self {
        case .all, .exists, .existsOne, .existsOneTwo, .map: 2...3
        case .filter, .sortBy: 2...2
        case .transformList, .transformMap, .transformMapEntry: 3...4
        }
    }

    /// Whether each element is tested rather than changed.
    var isPredicate: Bool {
        switch self {
        case .all, .exists, .existsOne, .existsOneTwo, .filter: true
        case .map, .transformList, .transformMap, .transformMapEntry, .sortBy: false
        }
    }
}
