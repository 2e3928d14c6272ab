internal import ServiceModel

/// The packs' conditions that are about single Services, with their variables and parameters, as `rules/packs` has them.
///
/// They are written out here since this package reads no YAML; a pack that changes may leave them behind without harm.
extension PackRule {
    /// The variables of the hygiene pack.
    static let packVariables: [Variable] = [
        Variable(
            name: "host",
            source: #"""
                isURL(value)
                ? [url(value).getHostname().lowerAscii()].map(h, h.endsWith('.') ? h.substring(0, size(h) - 1) : h)[0]
                : ''
                """#),
        Variable(
            name: "last_change",
            source: #"""
                has(service.date_updated) ? service.date_updated : service.date_created
                """#),
        Variable(
            name: "days_unchanged",
            source: #"""
                (int(now) - int(last_change)) / (24 * 60 * 60)
                """#),
    ]

    /// The rules, in the order of the packs.
    static let all: [PackRule] = [
        PackRule(
            id: "missing-callback-url",
            condition: #"""
                !has(service.callback_url) || service.callback_url.trim() == ''
                """#),
        PackRule(
            id: "insecure-callback-url",
            fields: [.callbackURL, .interceptCallbackURL, .outOfSessionCallbackURL],
            condition: #"""
                !value.startsWith('https://') && value.matches(r'(?i)^[\pZ\pC]*http:')
                """#),
        PackRule(
            id: "unbounded-ttl",
            condition: #"""
                service.default_ttl == 0
                """#),
        PackRule(
            id: "excessive-ttl",
            parameters: [
                "max_ttl": .number(1_209_600)
            ],
            condition: #"""
                service.default_ttl > params.max_ttl
                """#),
        PackRule(
            id: "malformed-callback-url",
            fields: [.callbackURL, .interceptCallbackURL, .outOfSessionCallbackURL],
            condition: #"""
                !value.matches(r'^https://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(/[A-Za-z0-9/._~-]*)?$')
                && !value.matches(r'^(?i:https?)://([^\pZ\pC/?#\\]*@)?([^\pZ\pC!-/:-@\[-^`{-~]([^\pZ\pC!-,./:-@\[-^`{-~]*[^\pZ\pC!-/:-@\[-^`{-~])?(\.[^\pZ\pC!-/:-@\[-^`{-~]([^\pZ\pC!-,./:-@\[-^`{-~]*[^\pZ\pC!-/:-@\[-^`{-~])?)*\.?|\[[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}([0-9.]+)?(%25[A-Za-z0-9._~-]+)?\])(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])?)?([/?#]([^\pZ\pC<>"{}|\\^`%]|%[0-9A-Fa-f]{2})*)?$')
                && value.trim() != ''
                """#),
        PackRule(
            id: "callback-url-credentials",
            fields: [.callbackURL, .interceptCallbackURL, .outOfSessionCallbackURL],
            parameters: [
                "secret_names": .texts(["authorization", "bearer", "jwt", "pass", "pat", "pwd"]),
                "secret_suffixes": .texts([
                    "token", "secret", "password", "passwd", "passphrase", "apikey", "accesskey", "secretkey",
                    "privatekey", "functionkey", "subscriptionkey", "credential", "credentials",
                ]),
            ],
            variables: [
                Variable(
                    name: "query",
                    source: #"""
                        ('&' + value.split('?', 2)[1] + '&').lowerAscii()
                          .replace('_', '').replace('-', '').replace('.', '').replace('[', '').replace(']', '')
                          .replace('=$', '&').replace('=<', '&').replace('={', '&').replace('=%7b', '&').replace('=%24', '&')
                          .replace('=0&', '&').replace('=1&', '&').replace('=true&', '&').replace('=false&', '&').replace('=yes&', '&')
                          .replace('=no&', '&').replace('=on&', '&').replace('=off&', '&').replace('=null&', '&').replace('=&', '&')
                        """#)
            ],
            condition: #"""
                value.contains('@')
                  && value.matches(r'(?i)^[\pZ\pC]*(https?:[/\\]*|[a-z][a-z0-9+.-]*:[/\\]+|[/\\]{2,})[^/?#\\]*[^/?#\\:@][^/?#\\]*@')
                || value.contains('?') && value.contains('=') && (
                  params.secret_suffixes.exists(s, query.contains(s + '='))
                  || params.secret_names.exists(n, query.contains('&' + n + '='))
                  || value.matches(r'(?i)[?&](auth|code|hmac|key|sig|signature|x-amz-signature)=[a-z0-9+/=_.~%-]{20}')
                    && value.matches(r'(?i)[?&](auth|code|hmac|key|sig|signature|x-amz-signature)=[a-z+/=_.~%-]*[0-9]'))
                """#),
        PackRule(
            id: "callback-url-not-public",
            fields: [.callbackURL, .interceptCallbackURL, .outOfSessionCallbackURL],
            parameters: [
                "internal_suffixes": .texts([
                    "local", "internal", "localhost", "localdomain", "home.arpa", "intranet", "private", "corp", "home",
                    "lan", "localtest.me", "lvh.me",
                ]),
                "special_ranges": .texts([
                    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                    "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
                    "203.0.113.0/24", "224.0.0.0/3", "::/127", "100::/64", "2001:db8::/32", "fc00::/7", "fe80::/10",
                    "ff00::/8",
                ]),
            ],
            condition: #"""
                host != '' && (
                  !host.contains('.') && !host.contains(':')
                  || params.internal_suffixes.exists(s, host.endsWith(s) && host.endsWith('.' + s) || host == s)
                  || isIP(host) && params.special_ranges.exists(r, cidr(r).containsIP(host))
                  || host.contains(':') && (host.startsWith('::ffff:') || host.contains('%')))
                """#),
        PackRule(
            id: "callback-url-placeholder",
            fields: [.callbackURL, .interceptCallbackURL, .outOfSessionCallbackURL],
            parameters: [
                "reserved_names": .texts(["example", "test", "invalid", "example.com", "example.net", "example.org"])
            ],
            condition: #"""
                value.matches(r'\$\{|\{\{|\$\(|<%|%7[Bb]%7[Bb]|%24%7[Bb]|<[A-Za-z][A-Za-z0-9 _-]*>|\{[A-Za-z_][A-Za-z0-9_-]*\}|^[a-z]+://([^/?#]*[@.])?undefined[.:/]|/undefined(/|$)')
                || value.matches(r'(?i)^[\pZ\pC]*([a-z][a-z0-9+.-]*:)?[/\\]*([^/?#\\]*[@.-])?(your[-_]?(own[-_]?)?(api|app|application|backend|brand|business|company|domain|endpoint|host|hostname|id|name|ngrok|org|organisation|organization|project|server|service|site|store|subdomain|tunnel|url|webhook|website)|my[-_]?(domain|hostname|subdomain|website)|change[-_]?me|replace[-_]?(me|this)|placeholder|x{4,})([-_.:/?#]|$)')
                || params.reserved_names.exists(s, host.endsWith(s) && (host == s || host.endsWith('.' + s)))
                """#),
        PackRule(
            id: "callback-url-tunnel",
            fields: [.callbackURL, .interceptCallbackURL, .outOfSessionCallbackURL],
            parameters: [
                "hosts": .texts([
                    "ngrok.io", "ngrok.app", "ngrok.dev", "ngrok.pizza", "ngrok-free.app", "ngrok-free.dev",
                    "ngrok-free.pizza", "loca.lt", "localtunnel.me", "localhost.run", "lhr.life", "trycloudflare.com",
                    "serveo.net", "serveousercontent.com", "pagekite.me", "bore.pub", "loclx.io", "pinggy.link",
                    "pinggy.online", "sharedwithexpose.com", "tunnelto.dev", "telebit.io", "devtunnels.ms",
                    "app.github.dev", "githubpreview.dev", "gitpod.io", "replit.dev", "cloudworkstations.dev",
                    "webhook.site", "pipedream.net", "beeceptor.com", "requestcatcher.com", "requestinspector.com",
                    "hookbin.com", "putsreq.com", "postb.in", "ptsv2.com", "ptsv3.com", "smee.io", "typedwebhook.tools",
                    "webhook-test.com", "httpbin.org", "postman-echo.com", "mocky.io", "mockbin.org", "mockable.io",
                ]),
                "labels": .texts(["requestbin", "ngrok", "localtunnel"]),
            ],
            condition: #"""
                params.hosts.exists(s, host.endsWith(s) && (host == s || host.endsWith('.' + s)))
                || params.labels.exists(l, host.contains(l) && l in host.split('.'))
                """#),
        PackRule(
            id: "callback-url-ip-literal",
            fields: [.callbackURL, .interceptCallbackURL, .outOfSessionCallbackURL],
            condition: #"""
                value.matches(r'(?i)^[\pZ\pC]*([a-z][a-z0-9+.-]*:)?[/\\]{2,}([^/?#\\]*@)?(\[|([^/?#\\:@]*\.)?(0x[0-9a-f]*|[0-9]+)\.?([:/?#\\]|$))')
                """#),
        PackRule(
            id: "callback-hosts-differ",
            variables: [
                Variable(
                    name: "hosts",
                    source: #"""
                        [service.callback_url, service.intercept_callback_url, service.out_of_session_callback_url]
                          .filter(u, u != null && isURL(u) && url(u).getHostname() != '')
                          .map(u, url(u).getHostname().lowerAscii())
                          .map(h, h.endsWith('.') ? h.substring(0, size(h) - 1) : h)
                        """#)
            ],
            filter: #"""
                has(service.callback_url) && (has(service.intercept_callback_url) || has(service.out_of_session_callback_url))
                || has(service.intercept_callback_url) && has(service.out_of_session_callback_url)
                """#,
            condition: #"""
                hosts.exists(h, h != hosts[0])
                """#),
        PackRule(
            id: "missing-out-of-session-callback",
            condition: #"""
                !has(service.out_of_session_callback_url) || service.out_of_session_callback_url.trim() == ''
                """#),
        PackRule(
            id: "environment-mismatch",
            fields: [.callbackURL, .interceptCallbackURL, .outOfSessionCallbackURL],
            parameters: [
                "ordinary_phrases": .texts([
                    "live-agent", "live-audio", "live-chat", "live-event", "live-music", "live-stream", "live-support",
                    "live-video", "test-drive", "test-kit", "test-prep", "test-result", "blood-test", "driving-test",
                    "lab-test",
                ])
            ],
            variables: [
                Variable(
                    name: "name",
                    source: #"""
                        service.unique_name.lowerAscii().replace('_', '-').replace(' ', '-').replace('.', '-')
                          .replace('pre-prod', 'preprod').replace('non-prod', 'nonprod')
                        """#),
                Variable(
                    name: "named_production",
                    source: #"""
                        name.matches(r'(^|[^\pL\pN])(prod|production|prd|live)[0-9]*([^\pL\pN]|$)')
                        """#),
                Variable(
                    name: "named_other",
                    source: #"""
                        name.matches(r'(^|[^\pL\pN])(dev|devel|develop|development|tests?|testing|tst|stage|staging|stg|uat|qa|sandbox|preprod|preproduction|nonprod|nonproduction)[0-9]*([^\pL\pN]|$)')
                        """#),
                Variable(
                    name: "says_environment",
                    source: #"""
                        has(service.unique_name) && named_production != named_other
                        && !params.ordinary_phrases.exists(p, name.contains(p))
                        """#),
                Variable(
                    name: "place",
                    source: #"""
                        host.replace('_', '-').replace('pre-prod', 'preprod').replace('non-prod', 'nonprod')
                        """#),
                Variable(
                    name: "leads_to_production",
                    source: #"""
                        place.matches(r'(^|[.-])(prod|production|prd|live)[0-9]*(-|\.[^.]+\.)|-(prod|production|prd|live)[0-9]*\.')
                        """#),
                Variable(
                    name: "leads_to_other",
                    source: #"""
                        place.matches(r'(^|[.-])(dev|devel|develop|development|tests?|testing|tst|stage|staging|stg|uat|qa|sandbox|preprod|preproduction|nonprod|nonproduction)[0-9]*(-|\.[^.]+\.)|-(dev|devel|develop|development|tests?|testing|tst|stage|staging|stg|uat|qa|sandbox|preprod|preproduction|nonprod|nonproduction)[0-9]*\.')
                        """#),
            ],
            filter: #"""
                says_environment
                """#,
            condition: #"""
                leads_to_production != leads_to_other && leads_to_production != named_production
                && !params.ordinary_phrases.exists(p, place.contains(p))
                """#),
        PackRule(
            id: "malformed-unique-name",
            parameters: [
                "max_length": .number(191)
            ],
            condition: #"""
                !has(service.unique_name)
                || service.unique_name.trim() == ''
                || size(service.unique_name) > params.max_length
                || service.unique_name.matches(r'[\x{00}-\x{1F}\x{7F}-\x{9F}\x{AD}\x{34F}\x{61C}\x{115F}\x{1160}\x{17B4}\x{17B5}\x{180E}\x{200B}\x{200E}\x{200F}\x{2028}-\x{202E}\x{2060}-\x{206F}\x{3164}\x{FEFF}\x{FFA0}\x{FFF9}-\x{FFFB}\x{E0001}]')
                || service.unique_name.matches(r'(^|[\x{00}-\x{24F}])[\x{200C}\x{200D}]|[\x{200C}\x{200D}]([\x{00}-\x{24F}]|$)|(^|[^\x{1F3F4}\x{E0020}-\x{E007F}])[\x{E0020}-\x{E007F}]')
                """#),
        PackRule(
            id: "placeholder-unique-name",
            fields: [.uniqueName],
            parameters: [
                "names": .texts([
                    "my service", "my service name", "my proxy service", "my first service", "my first proxy service",
                    "your service", "your service name", "your unique name", "unique name", "uniquename",
                    "friendly name", "service", "service name", "servicename", "new service", "new proxy service",
                    "proxy", "proxy service", "twilio proxy", "twilio proxy service", "default", "default service",
                    "example", "example service", "sample", "sample service", "dummy", "dummy service", "test",
                    "test service", "testing", "hello world", "placeholder", "untitled", "unnamed", "no name", "name",
                    "string", "foo", "bar", "baz", "foobar", "foo bar", "asdf", "asdfasdf", "qwerty", "abc",
                    "lorem ipsum", "todo", "tbd", "fixme", "changeme", "change me", "replaceme", "replace me", "n/a",
                    "nan", "nil", "none", "null", "undefined", "[object object]",
                ])
            ],
            variables: [
                Variable(
                    name: "name",
                    source: #"""
                        value.trim().lowerAscii().replace('_', ' ').replace('-', ' ')
                        """#)
            ],
            condition: #"""
                value.trim() != '' && (
                  name in params.names
                  || name.matches('[0-9]$')
                    && params.names.exists(p, name.startsWith(p) && name.substring(size(p)).matches('^[ ]?[0-9]{1,4}$'))
                  || name.matches(r'^([a-z0-9]|x+|a+|z+|[!-/:-@[-`{-~ ]*)$')
                  || value.matches(r'\$\{|\{\{|<%|^\s*(<[A-Za-z _-]+>|\[[A-Za-z _-]+\])\s*$'))
                """#),
        PackRule(
            id: "malformed-sid",
            fields: [.sid, .accountSID, .chatInstanceSID],
            condition: #"""
                field == 'sid' && !value.matches('^KS[0-9a-fA-F]{32}$')
                || field == 'account_sid' && !value.matches('^AC[0-9a-fA-F]{32}$')
                || field == 'chat_instance_sid' && value.trim() != '' && !value.matches('^IS[0-9a-fA-F]{32}$')
                """#),
        PackRule(
            id: "unknown-enum-value",
            fields: [.geoMatchLevel, .numberSelectionBehavior],
            parameters: [
                "documented": .table([
                    "geo_match_level": ["area-code", "overlay", "radius", "country", "extended-area-code"],
                    "number_selection_behavior": ["avoid-sticky", "prefer-sticky"],
                ])
            ],
            condition: #"""
                value != '' && !(value in params.documented[field])
                """#),
        PackRule(
            id: "stale-service",
            parameters: [
                "max_age_days": .number(365)
            ],
            filter: #"""
                has(service.date_updated) || has(service.date_created)
                """#,
            condition: #"""
                int(now) - int(last_change) > params.max_age_days * 24 * 60 * 60
                """#),
        PackRule(
            id: "test-service-left-behind",
            parameters: [
                "min_age_days": .number(30),
                "ordinary_phrases": .texts([
                    "test-centre", "test-center", "test-drive", "test-kit", "test-prep", "test-result", "blood-test",
                    "covid-test", "driving-test", "lab-test", "temp-agency", "temp-staff", "temp-work",
                ]),
            ],
            filter: #"""
                has(service.unique_name) && service.unique_name.matches(
                  r'(^|[^\pL\pN])((?i:tests?|testing|tmp|temp|temporary|poc|proof[ _-]?of[ _-]?concept|demo|dummy|scratch|throw[ _-]?away|playground|delete[ _-]?me|to[ _-]?delete|do[ _-]?not[ _-]?use)[0-9]*([^\pL\pN]|$)|(?i:tests?|tmp|demo|poc)[0-9]|[Tt](est|mp)(Service|Proxy|Session|App)|(?i:(service|proxy|session|app)(test|tmp))([^\pL\pN]|$))')
                """#,
            condition: #"""
                (!has(service.date_updated) && !has(service.date_created)
                  || int(now) - int(last_change) > params.min_age_days * 24 * 60 * 60)
                && ![service.unique_name.lowerAscii().replace('_', '-').replace(' ', '-')]
                  .exists(name, params.ordinary_phrases.exists(p, name.contains(p)))
                """#),
    ]
}
