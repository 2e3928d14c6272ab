extension LabelledName {
    /// Names with national identification numbers, and their near misses.
    static let nationalIDs = lines(
        """
        national_id | driver_ssn_238-62-5511
        national_id | ssn238625511
        national_id | prod 238-62-5511 masking
        national_id | social-security-238625511-proxy
        national_id | itin 911-97-1814
        national_id | SIN_315799726_rider
        national_id | nino AB123456C
        national_id | rider JG 10 37 59 A
        national_id | nhs-643-829-3067
        national_id | utr 9708095894
        national_id | ppsn 2593233E
        national_id | conductor-27242721A
        national_id | dni_27.242.721-a
        national_id | NIE Y1705226C
        national_id | secu 145056671662828
        national_id | masking 1 45 05 66 716 628 28
        national_id | steuer_id_23154750685
        national_id | Steuer-IdNr. 23 154 750 685
        national_id | fahrer 65 170839 J 003
        national_id | cf-RSSMRA85T10A562S
        national_id | autista_rssmra85t10a562s
        national_id | bsn 886221699
        national_id | 91.02.10-355.09 rit
        national_id | contribuinte 292178891
        national_id | pesel-69040155930-warszawa
        national_id | 69040155930 (PESEL)
        national_id | personnummer 911213-3864
        national_id | förare 19911213-3864
        national_id | kuljettaja_220258-425F
        national_id | fnr 26045803243
        national_id | cpr211062-5629
        national_id | kennitala 0112963860
        national_id | rc 290525/4319
        national_id | CNP:5750626246919
        national_id | oib_17574743993
        national_id | ahv 756.1716.8516.81
        national_id | tckn56614682378
        national_id | снилс 112-233-445 95
        national_id | водитель ИНН 255311648270
        national_id | motorista-610.469.166-88
        national_id | cpf_610_469_166_88
        national_id | CPF61046916688
        national_id | curp BOXW310820HNERXN09
        national_id | cuil 27-42061753-9
        national_id | rut 22.890.599-2
        national_id | cedula_1020304050
        national_id | aadhaar 2035 8824 9261
        national_id | aadhar-203588249261
        national_id | driver-FJWPJ7140R
        national_id | cnic 45481-2289386-1
        national_id | nric_S1234567D
        national_id | grab-S1234567D-ride
        national_id | mykad 610211-15-1926
        national_id | 1-0219-16332-86-1
        national_id | nik3201520405206261
        national_id | cccd 001095012345
        national_id | 司机身份证110101199804151612
        national_id | マイナンバー:5609-8602-5249
        national_id | 주민번호_690113-4903603
        national_id | 690113-4903603
        national_id | hkid-A123456(3)
        national_id | 身分證字號 A123456789
        national_id | sa id 2108039217095
        national_id | tfn_553367522
        national_id | medicare 2123 45670 1
        national_id | emirates-id-784-1984-1234567-4
        national_id | ת.ז. 816016950
        national_id | GHA-123456789-0
        national_id | national_id_56614682378
        national_id | tax-id: 61046916688
        national_id | ssn%3A238-62-5511
        national_id | ｃｐｆ ６１０４６９１６６８８
        national_id+phone | ssn 238-62-5511 +1 415 555 2671
        national_id+email | 610.469.166-88 joao@acme.com.br
        national_id+national_id | 238-62-5511/238-62-5512
        clean | паспорт 4510 123456
        clean | 238625511
        clean | prod-238625511
        clean | ride 61046916688
        clean | session-69040155930-eu
        clean | 56614682378
        clean | cpf 61046916689
        clean | cpf-61046916-eu
        clean | pesel 69040155931
        clean | bsn-886221698
        clean | nie X1234567A
        clean | S1234567A
        clean | ssn 000-12-3456
        clean | 666-12-3456
        clean | 238-62-55110
        clean | 1238-62-5511
        clean | ssn-redaction-eu
        clean | cpf-masking-v2
        clean | national-id-check
        clean | order 12345678Z
        clean | tel 610469166
        neither | build-290525-4319
        clean | backup-240115-1030
        clean | 240115-1030-masking
        clean | TEST240115AB1
        clean | AB-123456-C1
        clean | GB123456D
        clean | 756.1716.8516.82
        clean | 1234-5678-9012
        clean | sku A12345678
        clean | hkid-eu-1
        clean | identity-service-69040155930
        clean | dl-99-99999
        neither | ssn 078-05-1120
        neither | 123-45-6789
        neither | ssn_219099999
        neither | 987-65-4320
        neither | cpf 111.111.111-11
        neither | 110101199804151612
        neither | order 238-62-5511
        neither | ticket-S1234567D
        neither | 7561716851681
        """)
}
