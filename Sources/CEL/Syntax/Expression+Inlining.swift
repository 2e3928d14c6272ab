/// Puts the expressions of names in their places, for looking at an expression as a whole.
struct ExpressionInliner {
    /// The expressions by name.
    private let definitions: [String: Expression]
    /// The places where one was put: what was put there has these spans as a whole.
    private(set) var spans: Set<Range<Int>> = []
    /// How many nodes were made.
    private(set) var nodeCount = 0

    /// More nodes are not made: names in names can multiply them.
    private static let nodeLimit = 20_000

    /// Makes an inliner for these names.
    init(_ definitions: [String: Expression]) { self.definitions = definitions }

    /// The expression with those of names in it; `nil` if it were too large.
    mutating func inlined(_ expression: Expression) -> Expression? {
        let result = copy(expression, Scope())
        return nodeCount < Self.nodeLimit ? result : nil
    }

    /// Where a node stands.
    private struct Scope {
        /// The macro variables around the node, in the same expression.
        var bound: Set<String> = []
        /// Where the name stands whose expression the node is part of.
        var span: Range<Int>?

        func binding(_ names: String?...) -> Scope {
            Scope(bound: bound.union(names.compactMap { $0 }), span: span)
        }
    }

    private mutating func copy(_ node: Expression, _ scope: Scope) -> Expression {
        if case .identifier(let name, false) = node.kind, !scope.bound.contains(name), nodeCount < Self.nodeLimit,
            let definition = definitions[name]
        {
            let span = scope.span ?? node.span
            spans.insert(span)
            return copy(definition, Scope(span: span))
        }
        let kind = copiedKind(of: node, scope)
        let depth = 1 + (Self.children(of: kind).map(\.depth).max() ?? 0)
        nodeCount += 1
        return Expression(id: nodeCount - 1, kind: kind, span: scope.span ?? node.span, depth: depth)
    }

    private static func children(of kind: Expression.Kind) -> [Expression] {
        Expression(id: 0, kind: kind, span: 0..<0, depth: 0).children
    }

    private mutating func copy(_ nodes: [Expression], _ scope: Scope) -> [Expression] {
        var copies: [Expression] = []
        for node in nodes { copies.append(copy(node, scope)) }
        return copies
    }

    private mutating func copiedKind(of node: Expression, _ scope: Scope) -> Expression.Kind {
        switch node.kind {
        case .literal: return node.kind
        case .invalid(let parts): return .invalid(copy(parts, scope))
        case .identifier(let name, let isAbsolute):
            // In an expression that is put elsewhere, a name outside its macros is no macro's variable of that place.
            return .identifier(name: name, isAbsolute: isAbsolute || scope.span != nil && !scope.bound.contains(name))
        case .select(let operand, let field, let isTest, let isOptional):
            let name = Expression.FieldName(name: field.name, span: scope.span ?? field.span)
            return .select(operand: copy(operand, scope), field: name, isTest: isTest, isOptional: isOptional)
        case .call(let call): return copiedCall(call, scope)
        case .logical(let isAnd, let operands): return .logical(isAnd: isAnd, operands: copy(operands, scope))
        case .conditional(let condition, let then, let otherwise):
            return .conditional(
                condition: copy(condition, scope), then: copy(then, scope), otherwise: copy(otherwise, scope))
        case .list(let elements):
            var copies: [Expression.Element] = []
            for element in elements {
                copies.append(Expression.Element(value: copy(element.value, scope), isOptional: element.isOptional))
            }
            return .list(copies)
        case .map(let entries):
            var copies: [Expression.Entry] = []
            for entry in entries {
                copies.append(
                    Expression.Entry(
                        key: copy(entry.key, scope), value: copy(entry.value, scope), isOptional: entry.isOptional))
            }
            return .map(copies)
        case .comprehension(let macro): return copiedComprehension(macro, scope)
        case .bind(let name, let value, let body):
            return .bind(name: name, value: copy(value, scope), body: copy(body, scope.binding(name)))
        case .optionalMap(let macro):
            return .optionalMap(
                Expression.OptionalMap(
                    macro: macro.macro, operand: copy(macro.operand, scope), variable: macro.variable,
                    body: copy(macro.body, scope.binding(macro.variable))))
        case .message(let name, let span, let fields):
            var copies: [Expression.MessageField] = []
            for field in fields {
                copies.append(Expression.MessageField(field: field.field, value: copy(field.value, scope)))
            }
            return .message(typeName: name, nameSpan: scope.span ?? span, fields: copies)
        }
    }

    private mutating func copiedCall(_ call: Expression.Call, _ scope: Scope) -> Expression.Kind {
        let target = call.target.map { copy($0, scope) }
        return .call(
            Expression.Call(
                function: call.function, nameSpan: scope.span ?? call.nameSpan, target: target,
                arguments: copy(call.arguments, scope)))
    }

    private mutating func copiedComprehension(
        _ macro: Expression.Comprehension, _ scope: Scope
    ) -> Expression.Kind {
        let inner = scope.binding(macro.variable, macro.secondVariable)
        let range = copy(macro.range, scope)
        let filter = macro.filter.map { copy($0, inner) }
        return .comprehension(
            Expression.Comprehension(
                macro: macro.macro, macroSpan: scope.span ?? macro.macroSpan, range: range, variable: macro.variable,
                secondVariable: macro.secondVariable, filter: filter, body: copy(macro.body, inner)))
    }
}
