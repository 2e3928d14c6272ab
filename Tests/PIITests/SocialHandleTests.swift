import PII
import Testing

/// Handles and profiles of persons, and what else stands behind an `@` or a slash.
@Suite struct SocialHandleTests {
    private let detector = PIIDetector()

    private func found(in text: String) -> [PIIMatch] { detector.find(in: text).filter { $0.kind == .socialHandle } }

    @Test(arguments: [
        "@john.smith", "@maria.garcia_eu", "linkedin: john-smith", "тг @ivanov_88", "@maria_garcia88",
        "driver @jsmith42", "driver-@mgarcia", "@mariagarcia",
        "ig: maria.garcia88", "insta maria.garcia88", "instagram: mariagarcia", "tg:@johnny5", "telegram @johndoe",
        "twitter=jsmith_99", "instagram.com/maria.garcia", "https://www.instagram.com/maria.garcia/",
        "linkedin.com/in/john-smith-12345", "https://t.me/johnsmith", "tiktok.com/@maria.g",
        "snapchat.com/add/mariag", "vk.com/ivanov_ivan", "facebook.com/maria.garcia", "x.com/jsmith",
        "github.com/jsmith", "fb.me/maria.garcia", "微信: maria_g88",
    ])
    func handlesOfPersonsAreFound(_ text: String) {
        let found = found(in: text)
        #expect(found.contains { $0.level >= .medium }, "\(detector.find(in: text))")
        #expect(detector.find(in: text).allSatisfy { $0.kind == .socialHandle }, "\(detector.find(in: text))")
        #expect(found.allSatisfy { $0.masked.hasSuffix("***") }, "\(found)")
    }

    @Test(arguments: [
        "@acme/ride-masking", "@angular/core", "@types/node@18.0.1", "image@1.2.3", "@acme.io", "3 rides @ 5.50",
        "deploy@prod", "instagram-bot-2", "telegram-bot_v2", "twitter_api_v2", "tiktok-ads-2024", "insta-feed-v2",
        "ig: support", "telegram: alerts-bot", "t.me/joinchat", "instagram.com/p/", "facebook.com/help",
        "wa.me/447400123456", "https://api.twilio.com/2010-04-01", "@", "@a", "@ maria", "a@b@c", "@@maria",
        "maria@", "@1234567", "@2x", "@media-query/x", "v1@latest", "ride@night", "instagram.com", "instagram.com/",
        "t.me/", "github.com/acme-corp.git:x", "signal-2", "line 4", "snap-v2", "threads-8", "discord-bot-12",
        "github-actions_v2", "telegram 24", "ig-2", "x.com/i/status",
        "TT-Da5LU5YkCo3MfDspGu", "FB-lBB86jrsZToDczWuQR",
    ])
    func scopesVersionsAndHostsAreNone(_ text: String) {
        #expect(found(in: text).isEmpty, "\(found(in: text))")
    }

    @Test(arguments: [
        "@twilio", "@support", "@uber", "@team-eu", "@here", "github.com/acme/proxy", "x.com/uber", "@acme_support",
        "@uber_eats", "@RideTeam", "@official_taxi", "facebook.com/acme.rides", "@twilio_flex", "@marketing",
    ])
    func handlesOfBrandsAndTeamsStayLow(_ text: String) {
        #expect(!found(in: text).isEmpty)
        #expect(found(in: text).allSatisfy { $0.level == .low }, "\(found(in: text))")
    }
}
