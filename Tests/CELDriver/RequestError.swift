/// A line of the input that cannot be understood: a mistake of whoever wrote it, never of an expression.
struct RequestError: Error {
    let message: String
}
