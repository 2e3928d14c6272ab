extension LabelledName {
    /// Names that hold personal data.
    static let personal = lines(
        """
        email | prod-john.smith@acme.io
        email | john.smith at gmail dot com
        email | lena.fischer(at)gmx.de
        email | emily.watkins @ nhs . net
        social_handle | @john.smith
        email | j.garcia@acme.io
        email | driver_maria.garcia@gmail.com_session
        email | Owl_4711_priya@flipcab.in
        email | masking-for-o'brien@acme.ie
        email | mailto:anna.kowalska@firma.pl
        email | <hans.meier@bluewin.ch>
        email | PROD-JANE@ACME.COM
        email | user=li.wei@163.com
        email | ride john+rides@acme.co.uk backup
        email | john@acme.io-prod
        email | john@acme.io.backup
        email | john@acme.ioService
        email | john@acme.io2024
        email | anna@mail.acme.museum
        email | 12345678@qq.com
        email | x1@y2.de
        email | josé.pérez@correo.es
        email | rené@müller.de
        email | иван@почта.рф
        email | ivan@xn--80a1acny.xn--p1ai
        email | 联系john@acme.io谢谢
        email | john%40acme.io
        email | john%2540acme.io
        email | john%2Esmith%40acme%2Eio-proxy
        email | john＠acme．io
        email | ｊｏｈｎ＠ａｃｍｅ．ｉｏ
        email | jo\u{200B}hn@ac\u{200D}me.io
        email | john\u{2060}@\u{FEFF}acme.io
        email | jo\u{AD}hn@acme.io
        email | "john smith"@acme.io
        email | sip:maria@voip.acme.net
        email | https://acme.io/unsub?who=maria@acme.net
        email | maria@acme.cloud/masking
        email | maria@haus.berlin
        email | m.garcia@corp.local
        email+email | a.b@acme.io,c.d@acme.io
        email | support-maria@acme.io
        email | noreply-j.smith@acme.io
        email | svc.account.lopez@acme.io
        email+phone | maria@acme.io +34 612 34 56 78
        email | maria@acme.com.
        email | (maria@acme.com)
        email | [maria@acme.com]
        person_name+email | name=Maria;mail=maria@acme.com;eu
        payment_card | 4539599528901
        payment_card | 4539223307924402681
        payment_card | 6759137215901091
        phone | Masking +44 20 7946 0958
        phone | +14155552671
        phone | +15551234567
        phone | prod-+14155552671-eu
        phone | proxy +1 (415) 555-2671
        phone | +1-415-555-2671
        phone | +1.415.555.2671
        phone | +1_415_555_2671
        phone | tel:+442079460958
        phone | whatsapp+447400123456
        phone | +44 (0)20 7946 0958
        phone | +44(0)7400123456
        phone | (+44) 7400 123456
        phone | +(44) 7400 123456
        phone | +44 07400 123456
        phone | 0044 20 7946 0958
        phone | 00442079460958
        phone | 00 44 20 7946 0958
        phone | 00-49-1512-3456789
        phone | driver 0091 81234 56789
        phone | +49 1512 3456789
        phone | +49-30-901820
        phone | +33 6 12 34 56 78
        phone | +33.6.12.34.56.78
        phone | +91 81234 56789
        phone | +91-8123456789
        phone | +55 11 96123-4567
        phone | +55 (11) 96123-4567
        phone | +81 90-1234-5678
        phone | +61 412 345 678
        phone | +27 71 123 4567
        phone | +234 802 123 4567
        phone | +52 222 123 4567
        phone | +65 8123 4567
        phone | +45 20 12 12 12
        phone | +45 20121212
        phone | +47 40 61 23 45
        phone | +20 10 01234567
        phone | +20 1012345678
        phone | +972 50-234-5678
        phone | +90 501 234 56 78
        phone | +380 50 123 4567
        phone | +86 131 2345 6789
        phone | +82 10-2000-0000
        phone | +39 312 345 6789
        phone | +39 06 6982 1234
        phone | +34 612 34 56 78
        phone | +31 6 12345678
        phone | +48 512 345 678
        phone | +254 712 123456
        phone | +971 50 123 4567
        phone | +62 812-345-678
        phone | +66 81 234 5678
        phone | +84 912 345 678
        phone | +64 21 123 4567
        phone | +353 85 012 3456
        phone | +41 78 123 45 67
        phone | +43 664 123456
        phone | +46 70 123 45 67
        phone | +358 41 2345678
        phone | +420 601 123 456
        phone | +40 712 034 567
        phone | +30 691 234 5678
        phone | +351 912 345 678
        phone | +54 9 11 2345-6789
        phone | +57 321 1234567
        phone | +51 912 345 678
        phone | +7 912 345-67-89
        phone | +881 6 1234 5678
        phone | ＋４４ ７４００ １２３４５６
        phone | +٤٤ ٧٤٠٠ ١٢٣٤٥٦
        phone | %2B447400123456
        phone | %2B44%207400%20123456
        phone | +44\u{A0}7400\u{2011}123456
        phone | +44\u{200B}7400\u{200B}123456
        phone | +4\u{FE0F}\u{20E3}4 7400 123456
        phone | 电话+8613123456789谢谢
        phone | +1 415 555 2671 2024
        phone | 2024-01-15 +1 415 555 2671
        phone+phone | +14155552671/+14155552672
        phone | +44 20 7946 0958-masking-2024
        phone | (415) 555-2671
        phone | driver 415-555-2671
        phone | prod_415.555.2671_eu
        phone | ride 1-415-555-2671
        phone | Masking 1 (415) 555-2671 x12
        phone | 020 7946 0958
        phone | masking (020) 7946 0958
        phone | 07400 123 456 backup
        phone | driver 06 12 34 56 78
        phone | 06.12.34.56.78
        phone | 0412 345 678
        phone | ride_0412_345_678
        phone | 090-1234-5678
        phone | 03-1234-5678
        phone | (11) 96123-4567
        phone | 138-1234-5678
        phone | 8 (912) 345-67-89
        phone | 0532 123 45 67
        phone | 0802 123 4567
        phone | 010-1234-5678
        phone | 0171 / 123 45 67
        phone | 079 123 45 67
        phone | 011 15-2345-6789
        phone | 011-44-20-7946-0958
        phone | tel4155552671
        phone | mobile_07400123456
        phone | 4155552671-cell
        phone | driverPhone4155552671
        phone | tel 030 901820
        phone | mobile 98765 43210
        phone | whatsapp:14155552671
        phone | wa_919876543210
        phone | handy 015123456789
        phone | komórka 512345678
        phone | hp 081234567890
        phone | sdt 0912345678
        phone | 手机13812345678
        phone | 電話 03-1234-5678
        phone | 전화 01012345678
        phone | โทร 0812345678
        phone | тел. 8(912)3456789
        phone | τηλ 2101234567
        phone | טלפון 0501234567
        phone | جوال٠٥٠١٢٣٤٥٦٧
        phone | फोन 9876543210
        phone | call me at 415-555-2671
        phone | KS0123456789abcdef0123456789abcdef +447400123456
        payment_card | 4539 5260 1815 9083
        payment_card | card-4716-3016-6131-8609
        payment_card | cc_5346913909960300
        payment_card | prod 5346.9139.0996.0300
        payment_card | 4716_3016_6131_8609
        payment_card | visa4716301661318609
        payment_card | amex 3742 199351 81903
        payment_card | 3499-937865-79751
        payment_card | 3617 432319 4879
        payment_card | diners 30555749118623
        payment_card | 6011-5276-0189-5556
        payment_card | 6545979711471049
        payment_card | 3541 9746 5075 2914
        payment_card | unionpay 6250768426846563215
        payment_card | 6222703423667128
        payment_card | visa 4539599528901
        payment_card | mir-2202786666176033
        payment_card | maestro 6759137215901091
        payment_card | pan=4539526018159083
        payment_card | ４５３９ ５２６０ １８１５ ９０８３
        payment_card | 4539%205260%201815%209083
        payment_card | 4539\u{200B}5260\u{200B}1815\u{200B}9083
        payment_card | creditCard4539526018159083
        payment_card | masking-4539-5260-1815-9083-12-27
        payment_card | 4539526018159083
        payment_card | 374219935181903
        iban | GB29NWBK60161331926819
        iban | GB29 NWBK 6016 1331 9268 19
        iban | gb29nwbk60161331926819
        iban | payout-DE44500105175407324931
        iban | DE44 5001 0517 5407 3249 31 masking
        iban | FR1420041010050500013M02606
        iban | NL91-ABNA-0417-1643-00
        iban | NL91 ABNA0417 1643 00
        iban | iban:ES9121000418450200051332
        iban | NO9386011117947
        iban | BE68539007547034
        iban | MT84MALT011000012345MTLCAST001S
        iban | CH93 0076 2011 6238 5295 7
        iban | SE4550000000058398257466
        iban | PL61_1090_1014_0000_0712_1981_2874
        iban | AE07 0331 2345 6789 0123 456
        iban | IT60X0542811101000000123456
        iban | LC55HEMM000100010012001200023015
        iban | GB48WEST20121231123456
        iban | IBANGB29NWBK60161331926819
        iban | ＧＢ２９ＮＷＢＫ６０１６１３３１９２６８１９
        iban | GB29%20NWBK%206016%201331%209268%2019
        email | maria@garcia.abbott
        email | maria@garcia.versicherung
        payment_card | 4539526018159083-visa
        payment_card | 信用卡4539526018159083
        payment_card | карта 4539526018159083
        payment_card | numero de tarjeta 4539526018159083
        payment_card | kreditkarte4539526018159083
        payment_card | بطاقة 4539526018159083
        payment_card | カード番号4539526018159083
        payment_card | 4539/5260/1815/9083
        payment_card | visa-4539526018159083-12/27
        iban | konto_de44500105175407324931
        iban | account GB29NWBK60161331926819
        iban | DZ580002100001113000000570
        iban | SN08SN0100152000048500003035
        iban | ibande44500105175407324931
        ip_address | [81.2.69.142]:443
        ip_address | (81.2.69.142)
        ip_address | ip_52_14_201_77
        ip_address | adresse 12.34.56.78
        ip_address | 81.2.69.142
        ip_address | proxy-81.2.69.142-eu
        ip_address | client_ip=52.14.201.77
        ip_address | gw 185.199.108.153
        ip_address | 203.12.45.67:8080
        ip_address | http://52.14.201.77/callback
        ip_address | ip-52-14-201-77
        ip_address | ec2-52-14-201-77.compute
        ip_address | from 12.34.56.78
        ip_address | ip5.9.3.33
        ip_address | root@81.2.69.142
        ip_address | 81．2．69．142
        ip_address | 2a00:1450:4009:80b::200e
        ip_address | [2a00:1450:4009:80b::200e]:443
        ip_address | proxy-2606:4700:4700::64
        ip_address | 2600:1f18:2551:8900:a1b2:c3d4:e5f6:789a
        ip_address | host:2a02:8108:8ac0:1234::1
        """)
}
