internal import AuditEngine
internal import Platform

/// Finds and reads the YAML files that hold rule packs and examples.
enum RuleFiles {
    /// The largest file that is read, in bytes.
    private static let largestSize = 4 << 20

    /// The text of a file, or those of every YAML file of a folder, the folders below it included, in the order of their
    /// paths. Hidden files, and `examples` folders below a folder of packs, are passed over; links are followed.
    ///
    /// - Throws: `CommandError` for a path, or anything below it, that cannot be read, and a folder without such a file.
    static func packs(at path: String) throws(CommandError) -> [RulePackText] {
        try texts(at: path, passingOver: ["examples"], what: "rule pack")
    }

    /// The texts of example files; like `packs(at:)`, without passing anything over.
    static func examples(at path: String) throws(CommandError) -> [RulePackText] {
        try texts(at: path, passingOver: [], what: "example file")
    }

    /// The text of one file.
    static func text(at path: String) throws(CommandError) -> RulePackText {
        let label = FileTree.Entry(path: Array(path.utf8)).label
        let bytes: [UInt8]
        do throws(SystemFailure) {
            bytes = try FileContent(path: path, limit: largestSize).bytes
        } catch {
            throw .configuration("\(label): \(error.words)")
        }
        return RulePackText(label: label, text: try InputText.text(of: bytes, label: label))
    }

    private static func texts(
        at path: String, passingOver passedOver: Set<String>, what: String
    ) throws(CommandError) -> [RulePackText] {
        let tree: FileTree
        do throws(SystemFailure) {
            tree = try self.tree(at: path, passingOver: passedOver)
        } catch {
            throw .configuration("\(path): \(error.words)")
        }
        guard tree.isFolder else { return [try text(at: path)] }
        if let (entry, failure) = tree.failures.first { throw .configuration("\(entry.label): \(failure.words)") }
        var texts: [RulePackText] = []
        for file in tree.files where isYAML(file) {
            texts.append(try text(at: String(decoding: file.path, as: UTF8.self)))
        }
        guard !texts.isEmpty else { throw .configuration("\(path): no \(what) (.yaml or .yml) in this folder") }
        return texts
    }

    /// Whether a path is that of a folder.
    static func isFolder(_ path: String) -> Bool { (try? tree(at: path, passingOver: []))?.isFolder == true }

    /// The paths of the files that `packs(at:)` reads; none where the path cannot be looked at.
    static func packPaths(at path: String) -> [String] {
        guard let tree = try? tree(at: path, passingOver: ["examples"]) else { return [] }
        return tree.files.filter { !tree.isFolder || isYAML($0) }.map { String(decoding: $0.path, as: UTF8.self) }
    }

    private static func tree(at path: String, passingOver passedOver: Set<String>) throws(SystemFailure) -> FileTree {
        try FileTree(path) { entry, _ in
            let name = String(decoding: entry.name, as: UTF8.self)
            return name.hasPrefix(".") || passedOver.contains(name) ? "not a file of rules" : nil
        }
    }

    private static func isYAML(_ file: FileTree.Entry) -> Bool {
        let name = String(decoding: file.name, as: UTF8.self).lowercased()
        return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }
}
