/// Words that say what the number beside them is, in lower case.
enum ContextWords {
    /// The number is a version.
    static let version: Set<String> = [
        "v", "ver", "vers", "version", "versions", "rel", "release", "releases", "rev", "revision", "build", "r", "b",
        "sdk",
        "api", "tag", "fw", "firmware", "semver", "sw", "software", "patch", "hotfix", "update", "upgrade", "pkg",
        "package", "lib", "jar", "gem", "npm", "image", "chrome", "chromium", "firefox", "safari", "kernel",
        "android", "ios", "macos", "windows", "win", "cli", "flex", "plugin", "schema", "model", "sprint",
        "nginx", "redis", "postgres", "mysql", "java", "python", "nodejs", "dotnet", "assembly", "msi",
    ]

    /// What follows the number of a version that is not final.
    static let prerelease: Set<String> = [
        "rc", "alpha", "beta", "snapshot", "final", "ga", "hotfix", "patch", "preview", "pre", "nightly", "release",
        "build",
        "rev", "sp", "m", "stable", "lts",
    ]

    /// The number is an address on the network.
    static let address: Set<String> = [
        "ip", "ips", "ipv", "ipaddr", "ipaddress", "addr", "address", "host", "hosts", "hostname", "server", "srv",
        "src", "dst",
        "from", "peer", "gateway", "gw", "vpn", "remote", "origin", "router", "subnet", "cidr", "dns", "wan", "lan",
        "ec",
        "sip", "trunk", "sbc", "whitelist", "allowlist", "blocklist", "clientip", "userip", "remoteip",
    ]

    /// The number is a payment card.
    static let card: Set<String> = [
        "card", "cards", "creditcard", "debitcard", "cc", "ccn", "ccnum", "pan", "credit", "debit", "visa",
        "mastercard", "mc",
        "amex", "americanexpress", "discover", "diners", "jcb", "unionpay", "maestro", "mir", "rupay", "payment",
        "carte",
        "karte", "kreditkarte", "tarjeta", "carta", "cartao", "kaart", "kort",
    ]

    /// The number counts or names a thing, and is about nobody.
    static let identifier: Set<String> = [
        "id", "ids", "order", "orders", "ticket", "tickets", "invoice", "inv", "ref", "reference", "job", "build",
        "run",
        "tracking", "track", "serial", "sn", "sku", "part", "batch", "session", "case", "request", "req", "task", "txn",
        "transaction", "trace", "span", "imei", "ean", "upc", "gtin", "isbn", "barcode", "seq", "sequence", "counter",
        "issue",
        "pr", "commit", "epoch", "ts", "timestamp", "time", "uid", "asset", "item", "lot", "shipment", "parcel", "awb",
        "snowflake", "event", "msg", "message", "hash", "checksum", "revision", "rev", "po",
    ]
}
