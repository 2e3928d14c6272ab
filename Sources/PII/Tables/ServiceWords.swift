/// Words that services, machines, businesses and their parts are named with, and brands: beside one of them, a number or a handle
/// is seldom about a person.
enum ServiceWords {
    /// Whether `units` spell such a word.
    static func contain(_ units: ArraySlice<Unit>) -> Bool {
        words.contains(units) || (units.last?.lowercased == Unit(ascii: "s") && words.contains(units.dropLast()))
    }

    /// The same for the words of a handle, that may be run together: whether it begins or ends in such a word of four letters or more.
    static func frame(_ units: ArraySlice<Unit>) -> Bool {
        if contain(units) { return true }
        if let suffix = words.suffix(of: units), suffix.length >= 4 { return true }
        guard units.count >= 6 else { return false }
        return (4..<units.count).contains { words.contains(units.prefix($0)) }
    }

    /// Whether `units` spell a stage or region, which stands behind anything.
    static func isStage(_ units: ArraySlice<Unit>) -> Bool { stageWords.contains(units) }

    /// Whether `units` spell a word that tells nothing of a person even beside one: of stages, machines and businesses, but neither a
    /// brand, for many are names, nor a word that is a name too.
    static func areHarmlessBesidePersons(_ units: ArraySlice<Unit>) -> Bool {
        harmlessWords.contains(units) && !wordsThatAreNames.contains(units)
    }

    private static let harmlessWords = WordTable([stages, technology, business].joined(separator: " "))

    private static let wordsThatAreNames = WordTable(
        """
        max ruby swift kotlin java rust julia rails spring love king page may park birthday day hall house lane young star price gray \
        lock east west north south stone hill wood field fields kit art chase ford mark porter gates park nurse doctor man woman
        """)

    private static let stageWords = WordTable(stages)

    private static let words = WordTable([stages, technology, business, brands].joined(separator: " "))

    private static let stages = """
        prod production prd dev devel development staging stage stg test tests testing tst qa uat demo sandbox beta alpha rc preview \
        canary pilot live release legacy old new tmp temp temporary draft backup copy main master default primary secondary internal \
        external shared common global local central regional public private staging preprod perf load debug trial sample example \
        dummy mock fake dry spare archive archived deprecated version ver rev build hotfix patch feature fix branch phase sprint \
        milestone iteration region zone cluster node pod shard rack host vm az eu us uk usa emea apac latam amer anz mena dach east \
        west north south northeast southeast centralus eastus uswest useast
        """

    private static let technology = """
        api apis sdk app apps web webapp mobile ios android client server service services svc micro backend frontend gateway proxy \
        proxies masking mask masked masker call calls caller calling sms mms text texts message messages messaging chat chats voice \
        video phone phones number numbers pool pools session sessions twilio flex studio taskrouter sync verify lookup notify conversation \
        conversations anonymous anonymize anonymizer privacy relay router routing route bridge hub link linker connect connector connection \
        bot bots robot agent agents worker workers job jobs queue cron batch task tasks pipeline workflow flow flows engine core platform \
        system systems module plugin plugins lib library pkg package packages image docker k8s kube kubernetes helm terraform lambda \
        function functions cloud aws gcp azure db database redis postgres mysql mongo kafka rabbit rabbitmq nginx cache store storage \
        bucket index search log logs logger logging metric metrics monitor monitoring monitors alert alerts tracker tracking trace tracer audit \
        auth login signup signin oauth sso token tokens key keys secret secrets user users account accounts admin root role roles id ids \
        uuid guid hash hook hooks webhook webhooks callback callbacks event events stream streams feed feeds data dataset etl sink source \
        import importer export exporter upload uploader uploads download parser parse reader scanner scan scans ocr check checker checks \
        checking validate validation validator verification verifier match matcher filter filters redact redaction redactor detect \
        detection detector pii config configs settings schema schemas model models migration migrate update updates upgrade sip pstn ivr \
        pbx trunk webrtc rtc http https tcp udp ip dns vpn lan wan ssl tls cdn json xml yaml csv pdf html css js ts node react angular vue \
        python java golang swift kotlin rust php ruby rails dotnet spring npm pip maven gradle git github gitlab ci cd deploy deployment \
        deployments ops devops sre infra admin console dashboard portal site page widget form forms template templates ui ux screen button \
        format field fields column table record records entry entries list lists mapping map maps mapper utils util helper helpers tool \
        tools kit suite base abstract impl interface factory handler handlers controller manager provider providers adapter wrapper \
        dispatcher dispatch scheduler schedule timer time timeout retry cleanup sweeper bulk mail mailer email emails inbox
        """

    private static let business = """
        ride rides rider riders ridesharing rideshare sharing share driver drivers driving trip trips taxi taxis cab cabs car cars fleet \
        fleets transport transit shuttle bus buses train trains metro rail tram truck trucks freight cargo logistics logistic delivery \
        deliveries deliver courier couriers parcel parcels package shipment shipments shipping pickup dropoff dispatch order orders \
        ordering shop shops store stores market marketplace commerce ecommerce retail seller sellers buyer buyers vendor vendors merchant \
        merchants customer customers client clients guest guests tenant tenants member members partner partners supplier suppliers patient \
        patients doctor doctors clinic clinics hospital hospitals health healthcare care nurse pharmacy dental medical telehealth school \
        schools student students teacher teachers tutor tutors class course courses university campus bank banking payment payments pay \
        billing invoice invoices finance loan loans insurance claim claims card cards crypto wallet hotel hotels booking bookings \
        reservation reservations travel flight flights airline airlines airport rental rentals rent lease property properties estate \
        realestate home homes house housing apartment apartments building buildings office offices desk reception intercom door gate \
        parking garage station stations terminal depot warehouse dock lane lanes room rooms floor floors meeting conference restaurant \
        restaurants food foods pizza burger coffee cafe kitchen grocery groceries fitness gym sport sports game games gaming league club \
        team teams staff crew crews group groups hr jobs recruiting recruiter hiring candidate candidates dating date dates match matches \
        love event ticket tickets ticketing support help helpdesk helpline hotline info contact sales marketing campaign campaigns promo \
        promotion offer offers coupon deal deals discount loyalty reward rewards survey surveys feedback review reviews newsletter news \
        media press blog official project projects program programs initiative corp inc llc ltd gmbh co company companies business \
        enterprise brand brands labs lab tech technology digital solutions systems software studios consulting agency ventures capital \
        industries international worldwide foundation community network networks online plus pro premium basic standard lite free express \
        instant fast quick smart easy simple super mega mini max one first best top daily weekly monthly hourly nightly hour hours day \
        days week weeks month months year years minute minutes min mins sec seconds night morning evening weekend am pm km mile miles \
        meter percent pct star stars way ways wheel wheels factor side sided fold party parties step steps level levels tier tiers point points seat seats \
        person people man men woman kids family all any both every each the and or for with without by from into over under via per of to \
        in on at off out up down not no my your our their this that is are be it its go get set run start stop end begin open close closed \
        public safety emergency police fire ambulance city town county state country national federal local government gov municipal \
        party photo photos picture song songs music radio tv show shows movie film festival concert tour tours museum park birthday \
        handle handles profile profiles follower followers social everyone here channel everybody somebody me you we us them hq
        """

    private static let brands = """
        uber lyft bolt grab ola gojek didi careem cabify blablacar doordash deliveroo glovo wolt instacart postmates rappi swiggy zomato \
        foodpanda justeat grubhub amazon aws google gmail microsoft apple facebook meta instagram twitter tiktok snapchat telegram whatsapp \
        linkedin pinterest reddit youtube twitch discord slack zoom netflix spotify airbnb vrbo booking expedia tripadvisor agoda paypal \
        stripe square adyen klarna visa mastercard amex revolut wise monzo nubank mercadolibre mercadopago ebay etsy shopify alibaba \
        taobao jd walmart target costco ikea zara nike adidas puma cocacola pepsi starbucks mcdonalds kfc subway dominos tesla toyota \
        honda ford bmw audi mercedes volkswagen vw hyundai kia renault peugeot fiat volvo nissan porsche ferrari dhl fedex ups usps hermes \
        dpd gls royalmail laposte correos salesforce hubspot zendesk intercom freshdesk servicenow oracle sap ibm intel nvidia amd cisco \
        dell hp lenovo samsung sony lg huawei xiaomi nokia ericsson motorola verizon att tmobile vodafone orange telefonica movistar \
        telekom telstra airtel jio vonage plivo bandwidth sinch messagebird nexmo infobip sendgrid mailchimp segment datadog grafana \
        prometheus newrelic sentry pagerduty github gitlab bitbucket atlassian jira confluence trello asana notion figma canva adobe \
        dropbox box openai anthropic vercel netlify heroku cloudflare digitalocean wordpress wix nasa nato bbc cnn nyt fifa uefa nba nfl \
        types typescript babel angular vue nestjs eslint testing storybook aws-sdk octokit acme contoso fabrikam flipcab blindmatch \
        buildxpert airasia lufthansa ryanair easyjet emirates delta united barclays hsbc citibank chase wellsfargo santander bbva ing zelle
        """
}
