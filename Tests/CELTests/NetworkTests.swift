import CEL
import Testing

/// URLs, addresses and networks.
@Suite struct NetworkTests {
    /// A URL and its parts: scheme, host, host name, port and path.
    @Test(arguments: [
        ("https://example.com/a/b?x=1#f", ["https", "example.com", "example.com", "", "/a/b"]),
        ("HTTP://Example.COM:8080", ["http", "Example.COM:8080", "Example.COM", "8080", ""]),
        ("http://user:p%40ss@host/x", ["http", "host", "host", "", "/x"]),
        ("http://good.example@evil.example/", ["http", "evil.example", "evil.example", "", "/"]),
        ("http://a@b@c/", ["http", "c", "c", "", "/"]), ("http://[::1]:80/", ["http", "[::1]:80", "::1", "80", "/"]),
        ("http://[fe80::1%25en0]/", ["http", "[fe80::1%en0]", "fe80::1%en0", "", "/"]),
        ("https://h:/p", ["https", "h:", "h", "", "/p"]), ("http:///p", ["http", "", "", "", "/p"]),
        ("/just/a/path", ["", "", "", "", "/just/a/path"]), ("http://h?q", ["http", "h", "h", "", ""]),
        ("http://h#@evil/", ["http", "h", "h", "", ""]), ("http://h/a b", ["http", "h", "h", "", "/a%20b"]),
        ("http://h/a%2Fb", ["http", "h", "h", "", "/a%2Fb"]), ("http://h/é", ["http", "h", "h", "", "/%C3%A9"]),
        ("http://xn--e1afmkfd.example/", ["http", "xn--e1afmkfd.example", "xn--e1afmkfd.example", "", "/"]),
        ("ws+unix://h/", ["ws+unix", "h", "h", "", "/"]), ("http://1.2.3.4/", ["http", "1.2.3.4", "1.2.3.4", "", "/"]),
        ("http://h:65535/", ["http", "h:65535", "h", "65535", "/"]),
    ])
    func urlParts(_ text: String, _ expected: [String]) throws {
        let source =
            "[url(u).getScheme(), url(u).getHost(), url(u).getHostname(), url(u).getPort(), url(u).getEscapedPath()]"
        #expect(try evaluate("isURL(u)", ["u": .string(text)]).get() === .bool(true))
        #expect(try evaluate(source, ["u": .string(text)]).get() === .list(expected.map { .string($0) }))
    }

    @Test(arguments: [
        "", " http://h/", "h", "h/p", "example.com:80/", "http:h", "mailto:a@b", "://h", "http//h", "1http://h/",
        "http://h\\@evil/",
        "http://h h/", "http://h<x>/", "http://[::1/", "http://::1/", "http://[1.2.3.4]/", "http://[zz]/",
        "http://h:80a/",
        "http://h:65536/", "http://h:-1/", "http://a:b:80/", "http://h/%zz", "http://%41/", "http://u ser@h/",
        "http://h/\n", "?q", "#f",
        "http://[::1]x/", "http://h/#%", "http://h%ff/",
    ])
    func noURL(_ text: String) throws {
        #expect(try evaluate("isURL(u)", ["u": .string(text)]).get() === .bool(false))
        #expect(try failure(of: "url(u)", ["u": .string(text)]) == .invalidArgument)
    }

    @Test func queries() throws {
        let source = "url('http://h/?a=1&b=x%20y+z&a=2&c&%zz=1&d;e=1#x').getQuery()"
        let expected = CELMap(fields: [
            ("a", .list([.string("1"), .string("2")])), ("b", .list([.string("x y z")])), ("c", .list([.string("")])),
        ])
        #expect(try evaluate(source).get() === .map(expected))
        #expect(try evaluate("url('http://h/').getQuery().size()").get() === .int(0))
    }

    @Test func urlsCompareAsWritten() throws {
        #expect(try evaluate("url('http://h/') == url('http://h/')").get() === .bool(true))
        #expect(try evaluate("url('http://h/') == url('http://h')").get() === .bool(false))
    }

    @Test(arguments: [
        ("1.2.3.4", "1.2.3.4"), ("::", "::"), ("::1", "::1"), ("1::", "1::"),
        ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
        ("::ffff:c0a8:1", "192.168.0.1"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
        ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
        ("64:ff9b::1.2.3.4", "64:ff9b::102:304"), ("0:0:0:0:0:0:0:0", "::"),
    ])
    func address(_ text: String, _ canonical: String) throws {
        #expect(try evaluate("string(ip(a))", ["a": .string(text)]).get() === .string(canonical))
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.256", "1.2.3.-4", "0x7f.1.1.1", "127.1", ":", ":::", "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "12345::", "g::", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "::1%lo",
        "::1.2.3",
        "1.2.3.4::", "::ffff:1.2.3.4", " 1.2.3.4", "1.2.3.4 ", "１.2.3.4",
    ])
    func noAddress(_ text: String) throws {
        #expect(try evaluate("isIP(a)", ["a": .string(text)]).get() === .bool(false))
        #expect(try failure(of: "ip(a)", ["a": .string(text)]) == .invalidArgument)
    }

    @Test(arguments: [
        ("cidr('10.0.0.0/8').containsIP('10.255.0.1')", true), ("cidr('10.0.0.0/8').containsIP('11.0.0.0')", false),
        ("cidr('172.16.0.0/12').containsIP('172.31.255.255')", true),
        ("cidr('172.16.0.0/12').containsIP('172.32.0.0')", false),
        ("cidr('0.0.0.0/0').containsIP('255.255.255.255')", true), ("cidr('0.0.0.0/0').containsIP('::1')", false),
        ("cidr('fc00::/7').containsIP('fdff::1')", true), ("cidr('::/0').containsIP('1.2.3.4')", false),
        ("cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16')", true),
        ("cidr('10.1.0.0/16').containsCIDR('10.0.0.0/8')", false),
        ("isCIDR('10.0.0.0/33')", false), ("isCIDR('10.0.0.0/08')", false), ("isCIDR('10.0.0.0')", false),
        ("isCIDR('::/128')", true),
        ("isCIDR('::/129')", false), ("ip('10.0.0.1').isGlobalUnicast()", true), ("ip('127.9.9.9').isLoopback()", true),
        ("ip('169.254.169.254').isLinkLocalUnicast()", true), ("ip('febf::').isLinkLocalUnicast()", true),
        ("ip('fec0::').isLinkLocalUnicast()", false),
        ("ip('::').isUnspecified() && ip('0.0.0.0').isUnspecified()", true),
        ("ip('1.2.3.4').family() == 4 && ip('::1').family() == 6", true), ("ip('::1') in [ip('::1')]", true),
        ("cidr('192.168.1.7/24').masked() == cidr('192.168.1.0/24')", true),
        ("cidr('192.168.1.0/24').isMask() && cidr('10.0.0.1/32').isMask() && cidr('0.0.0.0/0').isMask()", true),
        ("cidr('192.168.1.7/24').isMask() || cidr('2001:db8::1/64').isMask()", false),
        ("cidr('2001:db8::/64').isMask()", true), ("ip('1.2.3.4') == ip('1.2.3.5')", false),
    ])
    func condition(_ source: String, _ expected: Bool) throws {
        #expect(try evaluate(source).get() === .bool(expected))
    }
}
