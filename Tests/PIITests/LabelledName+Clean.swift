extension LabelledName {
    /// Names in which nothing may be found, the near misses above all.
    static let clean = lines(
        """
        clean | My Service
        clean | Flex Proxy Service
        clean | Dev Proxy Service
        clean | contact-manager-proxy
        clean | blindmatch-1699999999999
        clean | BuildXpert Call Masking
        clean | UniqueName
        clean | ride-sharing-us-east-1
        clean | prod-ride-masking-eu
        clean | Owl_4711_7b0d3c1e-52f4-4c4b-9d8f-2f6f3f0b8f10_service
        clean | Session_Test1a8098c1a-f86e-11da-bd1a-00112444be1e
        clean | Session_Test112345678-1234-1234-1234-123456789012
        clean | 44200749-4609-4580-8123-456789012345
        clean | KS0123456789abcdef0123456789abcdef
        clean | ac00000000000000000000000000000000
        clean | proxyKSaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        clean | copy-of-KS41111111111111111111111111111111
        clean | MG00442079460958004420794609580044
        clean | IS53469139099603005346913909960300-eu
        clean | d41d8cd98f00b204e9800998ecf8427e
        clean | 53469139099603005346913909960300
        clean | da39a3ee5e6b4b0d3255bfef95601890afd80709
        clean | e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        clean | sha256:0123456789012345678901234567890123456789012345678901234567890123
        clean | deploy-a1b2c3d
        clean | deploy-4d5e6f7a
        clean | 507f1f77bcf86cd799439011
        clean | 01ARZ3NDEKTSV4RRFFQ69G5FAV
        clean | ride_01HQ3K5Z7W8X9Y0V1T2S3R4Q5P
        clean | 2024-01-15
        clean | release 15.01.2024
        clean | 01/15/2024 masking
        clean | backup_2024_01_15
        clean | backup-20240115
        clean | backup-20240115103000
        clean | backup-20240115T103000Z
        clean | 2024-01-15T10:30:00Z
        clean | 2024-01-15T10:30:00+00:00
        clean | 2024-01-15T10:30:00.123+0200
        clean | 202401151030
        clean | 20240115103000123
        clean | 15012024
        clean | epoch-1699999999
        clean | 1699999999
        clean | 1699999999999
        clean | 1699999999999999
        clean | 1699999999999999999
        clean | ts_1700000000_eu
        clean | 1699999999.123456
        clean | v1.2.3.4
        clean | release-10.4.2.1
        clean | v81.2.69.142
        clean | version 81.2.69.142
        clean | build_52.14.201.77
        clean | sdk-12.34.56.78
        clean | 81.2.69.142-rc1
        clean | 81.2.69.142-beta
        clean | 81.2.69.142b2
        clean | nginx1.25.3.1
        clean | chrome-120.0.6099.71
        clean | Windows 10.0.19045.3693
        clean | app-1.2.3
        clean | 1.4.0+20240115
        clean | 1.4.0+build.20240115103000
        clean | 1.4.0+14155552671
        clean | masking-2.0.1-alpha.4155552671
        clean | 81.2.69.142.7
        clean | 1.81.2.69.142
        clean | 81.2.69.256
        clean | 081.02.069.142
        clean | 01.02.03.04
        clean | rules 1.2.3.4.5.6
        clean | 999.999.999.999
        clean | image@1.2.3
        clean | node@18.19.0
        clean | @acme/proxy@1.2.3
        clean | @acme/ride-masking
        clean | proxy@us-east-1
        clean | a@b
        clean | john@
        clean | @acme.io
        clean | john@.io
        clean | john@acme
        clean | john @acme.io
        clean | user@host
        clean | masking @ acme.io
        clean | 3 rides @ 5.50
        clean | k8s-at-home.com
        clean | crm.k8s-at-home.com
        clean | proxy.golang.org
        clean | docs.miller.net
        clean | maria.garcia.com
        clean | https://user:secret@acme.io/hook
        clean | https://maria:secret@www.acme.com
        clean | ssh://maria@acme.io
        clean | postgres://svc:pw@db.acme.io:5432/rides
        clean | john%40
        clean | 100%25-masking
        clean | 50%-off-rides
        clean | %zz%4
        clean | +44
        clean | country +44
        clean | +1
        clean | UTC+0200
        clean | GMT+5
        clean | c++17
        clean | c++14155552671
        clean | a+b
        clean | 1+14155552671
        clean | rides+deliveries
        clean | +1 800 FLOWERS
        clean | area-code-415
        clean | geo+415
        clean | +1 415
        clean | +1 415 555
        clean | +1 415 555 26
        clean | +1 115 555 2671
        clean | +1 415 155 2671
        clean | +1 491 555 2671
        clean | +1 911 555 2671
        clean | +44 20 7946
        clean | +33 0
        clean | +999 123 456 789
        clean | +210 123 456 789
        clean | +0 123 456 789
        clean | +49
        clean | +1234567890
        clean | 24/7 +365
        clean | 00:00-24:00
        clean | open 0900-1700
        clean | mon-fri 08:00-18:00
        clean | hours 0800-2000
        clean | Mo-Fr 8.00-18.30
        clean | 00-24h
        clean | ports 8000-9000
        clean | port-range-10000-20000
        clean | 127:8080
        clean | localhost:8080
        clean | proxy:443:5061
        clean | 0000000000000
        clean | order-0000012345678
        clean | counter 000044207946
        clean | 4155552671
        clean | 14155552671
        clean | phone-masking-48291734
        clean | sms-proxy-4829173412
        clean | call-48291734
        clean | contact-center-4155552671
        clean | mobile-app-48291734
        clean | iphone-12345679
        clean | tel 0900-1700
        clean | phone 8000-8080
        clean | phone 2019-2024
        clean | tel-2024-0017
        clean | phone imei 490154203237518
        clean | order number 4155552671
        clean | order 415-555-2671
        clean | 2024-415-555-2671
        clean | 115-555-2671
        clean | 100-200-3000
        clean | 123-4567-8901
        clean | backup_01-15-10-30-00
        clean | 03_02_23_59_59
        clean | 01.02.03.04.05
        clean | 0-306-40615-2
        clean | ISBN 0-19-852663-6
        clean | 04-00-04-12345678
        clean | 0001-4155-2671
        clean | 98765 43210
        clean | 030 901820
        clean | phone 911
        clean | tel 415
        clean | Tel-Aviv 4829173412
        clean | 2079460958
        clean | bare 447400123456
        clean | ticket-4155552671
        clean | JIRA-12345
        clean | INC0012345
        clean | CASE-00123456
        clean | PROJ-4711/4712
        clean | SO-2024-001234
        clean | invoice 2024-0001-0002
        clean | order 123456789012
        clean | 113-4567890-1234567
        clean | 1Z999AA10123456784
        clean | ISBN 978-3-16-148410-0
        clean | 9783161484100
        clean | ean 4006381333931
        clean | imei 490154203237518
        clean | 356938035643809
        clean | 4539526018159084
        clean | 4539 5260 1815 9084
        clean | card 4539526018159084
        clean | 4539-5260-1815-908
        clean | 45395260181590834539
        clean | x4539526018159083
        clean | 4539526018159083x
        clean | order4539526018159083
        clean | 0.4539526018159083
        clean | 3.4539526018159083
        clean | 1234 5678 9012 3456
        clean | 1234567890123456
        clean | 9999 9999 9999 9999
        clean | 0000 0000 0000 0000
        clean | 7992 7398 7130 0000
        clean | 79927398713
        clean | 4539 526018 159083
        clean | 4539-5260 1815-9083
        clean | GB29NWBK60161331926818
        clean | GB29 NWBK 6016 1331 9268 18
        clean | GB92NWBK60161331926819
        clean | DE44500105175407324932
        clean | DE4450010517540732493
        clean | DE445001051754073249311
        clean | XX44500105175407324931
        clean | US44500105175407324931
        clean | GB29601613319268190000
        clean | xGB29NWBK60161331926819
        clean | GB29NWBK60161331926819x
        clean | DE00500105175407324931
        clean | GB-EU-29-proxy
        clean | SE45-proxy
        clean | 00:1b:44:11:3a:b7
        clean | 00-1B-44-11-3A-B7
        clean | mac 2a:00:14:50:40:09
        clean | std::string
        clean | Rides::Masking::V2
        clean | db8::fe
        clean | cafe::babe
        clean | ::
        clean | ::1
        clean | a::b::c
        clean | 10:30:00
        clean | 2a00:1450
        clean | 2a00:1450:4009:80b
        clean | 2a00::1450::1
        clean | 2a00:14500:4009:80b::200e
        clean | 1:2:3:4:5:6:7:8
        clean | 2a00:1450:4009:80b:1:2:3:4:5
        clean | ff02::1:2
        clean | 0.0.0.0
        clean | 255.255.255.255
        clean | 224.0.0.251
        clean | fleet-100-200-300-400
        clean | us-east-1-10-20-30-40
        clean | lane-52-14-201-77
        clean | latlong 52.5200,13.4050
        clean | 52.520008-13.404954
        clean | price 1.299.000.000
        clean | 1,234,567,890
        clean | 1.234.567.890
        clean | phone-masking
        clean | ssn-redaction-12345678
        clean | card-tokenization-v2
        clean | iban-check
        clean | email-proxy-99
        clean | ip-allowlist-10
        clean | support
        clean | München-Fahrten-12345678
        clean | 配車サービス-20240115
        clean | такси-1699999999
        clean | 🚕🚕🚕 4711
        clean | \u{200B}\u{200B}
        clean | خدمة-20240115
        clean | Kiosk №4711
        clean | SN-5CG1234XYZ
        clean | VIN 1HGCM82633A004352
        clean | plate B-MW 4711
        clean | +++
        clean | @@@@@@
        clean | ::::::
        clean | ........
        clean | 0
        clean | 00
        clean | 00000000000000000000000000000000
        clean | j***@***.io
        clean | +44***58
        clean | a1b2c3d4e5f6a7b8c9d0
        clean | eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9
        clean | arn:aws:iam::123456789012:role/proxy
        clean | projects/123456789012/rides
        clean | subnet-0bb1c79de3EXAMPLE
        clean | i-0abcd1234efgh5678
        clean | req_1HkQ2L9z8X7c6V5b4N3m
        clean | 12-24-36-48-pack
        clean | lane_52_14_201_77
        clean | iban-validator-v2
        clean | account DE44500105175407324932
        clean | DZ580002100001113000000571
        clean | visa-checkout-4539526018159084
        clean | release (81.2.69.256)
        clean | johns.zip
        clean | logo@2x
        """)
}
