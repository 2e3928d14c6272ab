/// Mailboxes that belong to a role, a team or a machine rather than to a person (RFC 2142, and common practice).
enum RoleMailboxes {
    /// Whether `name`, a mailbox's name in lower case, has a role's word and nothing but such words, stages, regions and numbers.
    static func contain(_ name: String) -> Bool {
        var hasRole = false
        for part in name.unicodeScalars.split(whereSeparator: { $0.value < 0x80 && !$0.value.isLetter }) {
            let word = String(Substring(part))
            if roles.contains(NormalizedText(word).units[...]) {
                hasRole = true
            } else if !qualifiers.contains(word) {
                return false
            }
        }
        return hasRole
    }

    private static let roles = WordTable(
        """
        abuse account accounting accounts admin administrator ads alert alerts api apps architecture audit \
        automation billing board booking bookings bot bounce bounces build care career careers ci compliance \
        concierge contact contactus contato contacto cs customer customercare customers customerservice daemon data \
        deploy desk dev developer developers devops devnull dispatch dns donotreply dpo ec2 ec editor email \
        engineering enquiries enquiry escalation escalations events everyone fax feedback finance ftp gdpr git \
        github gitlab hello help helpdesk hi hola hostmaster hr incident incidents info infra inquiries inquiry \
        integration integrations invoice invoices it jenkins jobs kontakt legal list mail mailer mailerdaemon \
        maintenance marketing media messaging monitoring news newsletter no noc noreply notification notifications \
        notify nobody office oncall operations operator ops order orders partner partners payments payroll platform \
        postmaster pr press privacy procurement proxy purchasing qa reception recruiting recruitment register \
        registration reply report reports reservations returns robot root sale sales schedule scheduling security \
        service services shipping shop signup sms smtp soporte spam sre staff status store subscribe success suporte \
        support svc sysadmin system team tech telecom ticket tickets trust twilio ubuntu unsubscribe updates usenet \
        user uucp ventas vertrieb voice voip web webmaster website welcome workflow www kundendienst kundenservice \
        buchhaltung verwaltung einkauf personal bewerbung bewerbungen rechnung rechnungen bestellung bestellungen \
        presse empfang sekretariat datenschutz technik anfrage anfragen zentrale poststelle hilfe accueil commande \
        commandes comptabilite facturation administration direction secretariat recrutement rh serviceclient clients \
        assistance contactez bonjour ventes achat achats reservation atencion atencionalcliente clientes \
        administracion contabilidad facturacion compras pedidos reservas recepcion secretaria rrhh prensa comercial \
        ayuda informacion gerencia direccion assistenza amministrazione commerciale ordini fatture fatturazione \
        prenotazioni vendite acquisti segreteria ufficio risorseumane stampa ciao informazioni clienti direzione \
        atendimento vendas financeiro faturamento sac imprensa ajuda contabilidade ola biuro sprzedaz zamowienia \
        ksiegowosc rekrutacja pomoc reklamacje obsluga sklep faktury verkoop klantenservice administratie \
        boekhouding bestellingen inkoop facturen vacatures receptie hallo kundservice forsaljning ekonomi bokning \
        kundtjanst lager faktura kundeservice salg regnskap bogholderi ordre resepsjon post postmottak \
        asiakaspalvelu myynti laskutus tilaukset toimisto rekrytointi obchod objednavky podpora fakturace uctarna \
        prodej reklamace recepce ugyfelszolgalat iroda ertekesites rendeles penzugy vanzari comenzi contabilitate \
        relatii suport birou destek satis muhasebe iletisim bilgi siparis musterihizmetleri insankaynaklari prodaja \
        podrska racunovodstvo narudzbe buh buhgalter zakaz sklad prodazhi podderzhka kadry reklama priemnaya otdel \
        поддержка инфо продажи заказ заказы бухгалтерия кадры отдел приемная помощь підтримка продажі πωλησεις \
        υποστηριξη 客服 销售 支持 人事 営業 総務 お問い合わせ 고객센터 문의 지원 영업 الدعم المبيعات معلومات תמיכה מכירות שירות layanan \
        penjualan keuangan hubungi hotro kinhdoanh lienhe tuyendung khachhang admins mod mods moderator webadmin \
        techsupport itsupport custserv customersupport customerservices salesteam infodesk servicedesk bookingteam \
        officemanager accountspayable accountsreceivable ap ar payables receivables sysop backup cron svcaccount \
        serviceaccount renovate dependabot bots notificationbot mailbot alertmanager grafana prometheus nagios \
        zabbix slack jira confluence zendesk freshdesk hubspot salesforce sendgrid mailgun drivers riders fleet \
        driversupport rider driver dispatching guestservices frontdesk housekeeping
        """)

    /// Words that say which of several mailboxes of a role it is.
    private static let qualifiers: Set<String> = [
        "account", "all", "apac", "app", "auto", "backup", "beta", "central", "customer", "daemon", "default", "demo",
        "dev",
        "do", "east", "emea", "en", "eu", "external", "global", "group", "internal", "main", "masking", "my", "new",
        "north",
        "not", "old", "our", "primary", "prod", "production", "qa", "ride", "secondary", "shared", "south", "stage",
        "staging",
        "stg", "test", "the", "uat", "uk", "us", "west",
    ]
}
