import GRDB

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A column that does not hold what the schema says, in a file that something else has written to.
struct UnexpectedValue: Error {
    let column: String
}

/// Reading columns without trust: GRDB's own subscript ends the program where a value has another type.
extension Row {
    /// The value of a column.
    ///
    /// - Throws: `UnexpectedValue` where it is of another type, null or absent.
    func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        guard hasColumn(column), let value = Value.fromDatabaseValue(self[column] as DatabaseValue) else {
            throw UnexpectedValue(column: column)
        }
        return value
    }

    /// The text of a column that holds it as bytes.
    func text(_ column: String) throws -> String {
        String(decoding: try value(column) as Data, as: UTF8.self)
    }
}
