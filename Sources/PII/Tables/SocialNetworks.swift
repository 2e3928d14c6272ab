/// Social networks, by their hosts and by what people call them.
enum SocialNetworks {
    /// The domains of profiles whose path is a person's handle, with the path's parts before it.
    static let hosts = WordTable<Network>(
        [
            ("instagram.com", network("instagram.com")), ("instagr.am", network("instagram.com")),
            ("twitter.com", network("twitter.com")), ("x.com", network("x.com")), ("t.me", network("t.me")),
            ("telegram.me", network("t.me")), ("facebook.com", network("facebook.com")),
            ("fb.com", network("facebook.com")),
            ("fb.me", network("facebook.com")), ("m.me", network("facebook.com")),
            ("linkedin.com", network("linkedin.com", after: ["in", "pub"])),
            ("tiktok.com", network("tiktok.com", after: ["@"])),
            ("snapchat.com", network("snapchat.com", after: ["add"])), ("vk.com", network("vk.com")),
            ("ok.ru", network("ok.ru", after: ["profile"])), ("github.com", network("github.com")),
            ("threads.net", network("threads.net", after: ["@"])),
            ("threads.com", network("threads.net", after: ["@"])),
            ("youtube.com", network("youtube.com", after: ["@", "user", "c"])),
            ("pinterest.com", network("pinterest.com")), ("twitch.tv", network("twitch.tv")),
            ("reddit.com", network("reddit.com", after: ["user", "u"])),
            ("medium.com", network("medium.com", after: ["@"])),
            ("soundcloud.com", network("soundcloud.com")),
            ("flickr.com", network("flickr.com", after: ["people", "photos"])),
            ("steamcommunity.com", network("steam", after: ["id"])), ("onlyfans.com", network("onlyfans.com")),
            ("patreon.com", network("patreon.com")), ("venmo.com", network("venmo.com")),
            ("cash.app", network("cash.app")),
            ("paypal.me", network("paypal.me")), ("bsky.app", network("bsky.app", after: ["profile"])),
            ("gitlab.com", network("gitlab.com")), ("keybase.io", network("keybase.io")),
            ("linktr.ee", network("linktr.ee")),
            ("about.me", network("about.me")), ("line.me", network("line.me")), ("weibo.com", network("weibo.com")),
            ("xing.com", network("xing.com", after: ["profile"])),
            ("mastodon.social", network("mastodon", after: ["@"])),
        ])

    /// One network's profiles.
    struct Network: Sendable {
        /// The host to show in a mask.
        let name: String
        /// What stands in the path before the handle, one of it; `@` stands right before it. Empty where nothing does.
        let prefixes: [String]
    }

    private static func network(_ name: String, after prefixes: [String] = []) -> Network {
        Network(name: name, prefixes: prefixes)
    }

    /// Words before a handle that say what it is.
    static let words = WordTable(wordList)

    /// The same, parted by blanks and line feeds.
    static let wordList = """
        ig insta instagram instagramm twitter tweet tw tg telegram telegramm tiktok tt snap snapchat sc fb facebook messenger linkedin \
        discord threads twitch github wechat weixin line kakao kakaotalk vk vkontakte skype reddit youtube pinterest handle username \
        mastodon bluesky bsky venmo cashapp onlyfans signal keybase xhs rednote weibo qq \
        инстаграм инста телеграм телеграмм тг вк вконтакте твиттер скайп тикток дискорд \
        انستا انستغرام تويتر تلغرام تليجرام تلگرام سناب اینستاگرام 微信 微博 小红书 抖音 推特 インスタ ツイッター ライン 인스타 인스타그램 카톡 트위터 \
        אינסטגרם טלגרם טוויטר इंस्टाग्राम ट्विटर टेलीग्राम อินสตาแกรม ไลน์ ไอจี
        """

    /// What may stand between such a word and the handle.
    static let fillers = WordTable("id handle user username name account acc is nick nickname profile acct")

    /// What stands in place of a handle in the paths of networks.
    static let pages = WordTable(
        """
        p reel reels explore stories share intent home search hashtag about help login signup settings watch groups events pages pg \
        marketplace sharer dialog company school jobs feed joinchat c s i status download features orgs topics trending pulls \
        issues sponsors apps enterprise security pricing docs developers business privacy terms policies legal channel playlist \
        addstickers proxy socks iv bot add hub php html
        """)
}
