/// Where a JSON object that holds a Service comes from, as far as it changes what its fields mean.
package enum ServiceDialect: Sendable {
    /// The API's own answers and what its libraries and command line make of them.
    case api
    /// The attributes of a resource in Terraform: `""` is how it writes an unset field, `id` stands for the SID, and a
    /// number may be written as a text.
    case terraform
}
