extension LabelledName {
    /// Names that are judged neither way: whatever is found stays low.
    static let neither = lines(
        """
        neither | support@acme.io
        neither | noreply@acme.io
        neither | no-reply@acme.com
        neither | donotreply@acme.com
        neither | prod-support@acme.io
        neither | support-eu@acme.io
        neither | support+prod@acme.io
        neither | sales.us@acme.io
        neither | info@müller.de
        neither | postmaster@acme.com
        neither | git@github.com:acme/rides.git
        neither | root@web01.acme.io
        neither | help2@acme.io
        neither | devops%40acme.io
        neither | billing＠acme.io
        neither | 7b0d3c1e-52f4-4c4b-9d8f-2f6f3f0b8f10@calls.acme.io
        neither | KS0123456789abcdef0123456789abcdef@proxy.acme.com
        neither | svc@rides.prod
        neither | masking@eu.cluster
        neither | image@1.2.sh
        neither | +1 800 555 0199
        neither | +18005550199
        neither | +1 (888) 555-2671
        neither | +44 800 123 4567
        neither | +49 800 1234567
        neither | +33 800 123 456
        neither | +61 1800 123 456
        neither | +800 1234 5678
        neither | 00800 1234 5678
        neither | +91 1800 123 4567
        neither | +1 555 555 5555
        neither | 1-800-555-0199
        neither | (888) 555-2671
        neither | tel 0800 1234567
        neither | phone 8005550199
        neither | 4111111111111111
        neither | 4242 4242 4242 4242
        neither | card 4242-4242-4242-4242
        neither | 5555555555554444
        neither | 378282246310005
        neither | 3782 822463 10005
        neither | 6011111111111117
        neither | 30569309025904
        neither | visa 4012888888881881
        neither | 4444 4444 4444 4448
        neither | order 4539526018159083
        neither | ticket-5346913909960300
        neither | trace_id=374219935181903
        neither | 10.0.0.1
        neither | 192.168.1.10
        neither | 172.16.254.1
        neither | host 127.0.0.1
        neither | 169.254.169.254
        neither | 203.0.113.7
        neither | 198.51.100.23
        neither | 192.0.2.1
        neither | 100.64.1.1
        neither | ip-10-0-0-1
        neither | 52.14.0.0/16
        neither | 1.2.3.4
        neither | 4.18.2.103
        neither | 8.8.8.8
        neither | 1.1.1.1
        neither | ride 2.14.3.1
        neither | 2001:db8::8a2e:370:7334
        neither | 2001:db8:85a3:1:1:8a2e:370:7334
        neither | fe80::1ff:fe23:4567:890a
        neither | fd12:3456:789a:1::1
        neither | order 0012025550123
        neither | ref-00442079460958
        neither | kundenservice@acme.de
        neither | atencion@acme.es
        neither | biuro@firma.pl
        neither | поддержка@почта.рф
        neither | 客服@acme.cn
        neither | asiakaspalvelu@acme.fi
        neither | logo@large.zip
        neither | trailer@final.mov
        neither | 4000000000003220
        neither | visa 4123456789012349
        neither | 6011000000000004
        """)
}
