extension WordHints {
    /// The last letters of all words that tell something, parted by white space, by what they tell.
    ///
    /// They are kept so that no table of words is made for a text without one.
    /// Made of the lists of words: UPDATE_GOLDEN=1 swift test --filter WordEndTests writes it anew.
    static let listedEnds: [(hints: WordHints, ends: StaticString)] = [
        (
            WordHints(rawValue: 1),
            """
            aaika acele acida acido adata aliwa anasc anwyd arihi asceu ascut atail ataur atoil bdate bday bdt
            birth boren born dagur datum ddn denia denja dilas dinud djena dn dob dogum dz dzila dzim dziny dzona
            dzony eanno eanos ebdat ebore ebtag eburt ecnac edata eddur eguna engil engri eniya ennya esnap etesi
            etett f faedd fod fodd fodda fodt foedt g ganak ganed gappi geb gim gimes gumlu hanac hdate hngay
            hyear idoel iento ilgan ilsya imimo imusi inank indja indur ipaev irths iseos ivsya izuke jaio janm
            jenja joubi jstva lahir letes lsdag mgunu msinh n nac naceu nacio naiss nakan nar nasc nataa natoa
            nea neea neele neen nele nhnam niaeg nmdin nnisi nolub nytta nytty odata odena odeny odjen odsel
            odzil ojena oorte orene ozena ozeni paiva r rawan roden rojen rozen rozhd rpada rthdt saire sanas
            sance sario scida scido scita scuda scuta sdato sedag sheng sinh stere sund synt szul taika tedag
            terii thday thlia tithi tnasc tstag tynyt ugadh ulido umtrh upaev ur urodz woril ysinh zenia zimis
            """
        ),
        (
            WordHints(rawValue: 2),
            """
            abref aport arkon aspor asset assin assno assnr chieu epass eport ilist ipoti jawaz level mrz nipas
            nypas ogwon ombor opasu ortas ortes pas pasas pase pasi pasno pasnr paso pasos passi poort porta
            porte porti porto portu ppn ppno pptno purua rteng safar sbort sport tbook tirio tnega tunuz upoto
            uzhao vnica vnice vpass yoken zport
            """
        ),
        (
            WordHints(rawValue: 4),
            """
            actez actno aller allme amada amata apito apzap asimu atsap bel biles bilni bilnr bilny bilus bitel
            bungi call calls cel cell cep chame cingo dial dline dt dzwon eefan efone efoni efono efons efonu
            efony efoon ellen ellno elpon elula email epono eptel fax ffon fon fonas fone fones fonne fonnr fono
            fonoa fonos fonul foonu gency gsm handy helin hiama hones hp hwahl ialin idong ilais iltel imbit
            imile imo kom korra lamar lares larul lback lefon lekoa lepon lfoon lfunk ligar linia llama lling
            lular mms mob mobil morhp morka movel movil msg mudol natel ndynr nique nohp nomor nomre nszam ntact
            ntakt ntato numb numer nykka obiel obile oneno onenr onino onska onske pager peler pelle ph phn phone
            pline puh ringa rkowe rkowy rsimi ruf rufen runis sdt sel simi simu sisdn sms soita table tacto tacts
            talr tatto tel telc tele telef telno telnr telp text tfno their thoai tisim tlf tlfno tlfnr tline tlm
            tnetz tph tsapp txt ulare ulari umara umtel umurs uthan viber volat volej wa wapp waya whats wonic
            wsp zap zvoni
            """
        ),
        (
            WordHints(rawValue: 6),
            """
            lszam
            """
        ),
        (
            WordHints(rawValue: 8),
            """
            aarid aarno aarnr aarts acard achon acode adaos adeid adeno adenr adhar adiid adino adinr adnum ado
            adoid adono adonr ados adras aeids afm afmid afmno afmnr afms afnum ahlid ahlno ahlnr ahv ahvid ahvn
            ahvno ahvnr ahvns ahvs aidid aidno aidnr aiids ainas ainid ainum aisha aitid ajnum ak akhti akid akno
            aknr aknum aks alaid alano alanr alans aleid aleno alenr alids alins alnum alsec alths amaid amano
            amanr ambas amka amkas amnum amosc anaid anama anbas ances andan angos angou anhid anhno anhnr anias
            anids anins annum anoid anono anonr ansky aonum apins arc arcid arcno arcnr arcs ardid ardno ardnr
            areid areno arenr arias arids ariid arios arnes arnum artes artid artno artnr artya asiid asino asinr
            aslik assis atess atids atins ation atnum ato atoid atono atonr atos avs avsid avsno avsnr avss awmis
            awmys axids axnos ayers aynum aznum bango banum bcard bcode bdnid bdnum berid berno bernr bgnum bi
            biaid biano bianr bigid bigno bignr biid bino binr binum bis bisid bisno bisnr biss bisty brnum brojs
            bsher bsn bsnid bsnno bsnnr bsns bunho bvn bvnid bvnno bvnnr bvns cales calid calno calnr canid canum
            cards cares carne cc ccard cccd cccds ccdid ccdno ccdnr ccid ccno ccnr ccnum ccode ccs ccss ccsss
            cdnum cefid cefno cefnr cenrs cenum cf cfid cfno cfnr cfnum cfs chile chnum chons ciale cials cidid
            cidno cidnr cif cifid cifno cifnr cifs cin cinid cinno cinnr cins cions cip cipid cipno cipnr cips
            civil cknid cknno cknnr cmnd cmnds cnic cnics cnie cnies cnnum cnoid cnono cnonr cnp cnpid cnpno
            cnpnr cnps cns cnsid cnsno cnsnr cnss codes conum copid copno copnr count cpf cpfid cpfmf cpfno cpfnr
            cpfs cpr cprid cprno cprnr cprs csecs cssid cssno cssnr cui cuiid cuil cuils cuino cuinr cuis cuit
            cuits cules cunum cuocs curp curps dadao dades dadid dadno dadnr daids daiid daino dainr danhs dania
            danid danin danno dannr danos danum daoid daono daonr dasid dasno dasnr datid datno datnr dbdid dbdno
            dbdnr dcard dcode dents denum deral dfisc dhaar dhars dicef diids dinum dkard dkort dncid dncno dncnr
            dnecs dneid dneno dnenr dni dnids dniid dnino dninr dnis dnoid dnono dnonr dnpid dnpno dnpnr dnr
            dnrid dnrno dnrnr dnrs dojel donum dosob dowod dpi dpiid dpino dpinr dpins dpis draid drano dranr
            drfo drfos dsnum dtwid dtwno dtwnr dui duiid duino duinr duis dukan dulas dumas dunum ealth eanid
            ecard ecnum ecode ecuid ecuno ecunr edula eenum efnum egk egkid egkno egknr egks egn egnid egnno
            egnnr egns ehuts eid eida eidas eidid eidno eidnr eids eisid eisno eisnr eitid eitno eitnr ektp ektps
            elaid elano elanr eliid ellis elsnr elyis embg embgs emso emsos ences engid engno engnr enids eniec
            ennum enoid enono enonr enrid enrno enrnr ensid ensno ensnr entes entid entnr entos enues erals erias
            erids eriid erino erinr ernip ernrs ernum eroid erono eronr ersnr ersos erung eseid esels esids esnum
            eteid eteno etenr etuid etuno etunr eudat euers fcard fcnum fcode files fin finid finno finnr fins
            finum fiscs flnum fmfid fmfno fmfnr fmnum fnnum fnr fnrid fnrno fnrnr fnrs frica fzhid fzhno fzhnr
            fznum gcard gcode gdans ghaos gibig gidid gidno gidnr gknum gnnum gnoks gonum gouid gouno gounr govid
            gsis gsiss guays haars haiid hanum haoid haono haonr harid harno harnr hcard hcn hcnid hcnno hcnnr
            hcns hcode hdanh hengs herid herno hernr hetes hetu hetus hidid hidno hidnr hiles hilid hirid hirno
            hirnr hkid hkids hlnum hmrc hmrcs honid honno honnr honum hshir hsnid hsnno hsnnr hsnos hsnum htiid
            htino htinr hutid hutno hutnr hvnid hvnno hvnnr hvnrs hvnum iales ialid ialno ialnr ianid ianum ibigs
            ibnum ibroj ic icaid icano icanr icard icare icefs iceid iceno icenr icid icno icnos icnr icnum icode
            icoid icono iconr icops ics icule idade idads idaid idais idano idanr idbds ident idno idnos idnp
            idnps idnr idnrs idnum idtws iecid iecno iecnr ienum ifnum ignum iidid iidno iidnr iigid iigno iignr
            iin iinid iinno iinnr iins ijski ik ikid ikno iknos iknr iknum iks ileid ilenr ilids ilkas ilnos
            ilnum ilsid ilsno ilsnr ilsys imcid imcno imcnr imlik imss imsss inaid inano inanr incpr infls ingid
            ingno ingnr inids inn innid innno innnr innos inns innum inoid inono inonr inphs insee insid insno
            insnr insz inszs intes ional ionid ionno ionnr ionum ipn ipnid ipnno ipnnr ipns ipnum iqama iradi
            iraid irano iranr ird irdid irdno irdnr irds irnum irpsp irtin iscal iscid iscno iscnr ishas ishid
            ishos isica isids isies islos isnrs isnum ispar issid issno issnr ister istro istys iszam itaid itala
            itale itano itanr iteid iteit iteno itenr itids itin itins itnum itoid itolu itono itonr ityid ityno
            itynr ivils iyyas jcard jcode jelid jelno jelnr jeria jeros jmbg jmbgs jskis jsn jsnid jsnno jsnnr
            jsns jszam jumin kaart kadid kadno kadnr kanid kanno kannr kanum kards karte kazid kazno kaznr kcard
            kcode khtis kidid kidno kidnr kinum kning knnum knoid knono knonr kodas kodid kodno kodnr kodos kodss
            koodi koods korts kp kpid kpno kpnr kpnum kppid kppno kppnr kps kraid krano kranr kras ksens kt ktid
            ktno ktnr ktnum ktp ktpid ktpno ktpnr ktps kts kvnr kvnrs kynum lanid lanno lannr lanum lcard lcode
            lcuit lenos lenum lhete lidid lidno lidnr lidtw liids likid likno liknr linss linum lisho lkaid lkano
            lkanr lliid llino llinr lnch lnchs lnoid lnono lnonr lonum lsecs lsnrs lsnum lsyss ltaid lthid lthno
            lthnr lunum lyiid lyiig lyino lyinr maids maina manum mbaid mbano mbanr mbgid mbgno mbgnr mbias mbr
            mbrid mbrno mbrnr mbrs mcard mcnid mcnno mcnnr mcnum mcode melli melyi menss ments merid merno mernr
            meros mfnum midid midno midnr minid minno minnr minum mkaid mkano mkanr mliks mmers mndid mndno mndnr
            moscs mrcid mrcno mrcnr msecu msoid msono msonr mssid mssno mssnr muntu mykad mykid mynum nadra naf
            nafid nafno nafnr nafs naids nalan nales nalid nalno nalnr namas namba nanba nanum nas nasid nasno
            nasnr nass nassi natid navs navss nbaid nbano nbanr ncard nceid nceno ncenr nchid nchno nchnr ncnum
            ncode ncprs ncuoc ndaid ndans ndnum necid necno necnr nflid nflno nflnr ngdan nghao ngids ngnok ngnum
            ngoid ngono ngonr ngous nhnum nhoid nhono nhonr nhs nhsid nhsno nhsnr nhss niaid niano nianr nic
            nicas nicid nicno nicnr nicop nicos nics nid nida nidas nidbd nidid nidno nidnr nids nie niecs nieid
            nieno nienr nies nif nifid nifno nifnr nifs nik nikid nikno niknr niks nilss nimc nimcs nin nings
            ninid ninno ninnr nino ninos nins ninum nip nipid nipno nipnr nips nir nira niras nirid nirno nirnr
            nirs nisie niss nisss nit nitid nitno nitnr nits njero nkods nnnum nnoid nnono nnonr nnrid nnrno
            nnrnr nnuss noavs nokid nokno noknr nokp nokpp nokps noktp nonik nonum nphid nphno nphnr npnum nric
            nrics nrn nrnid nrnip nrnno nrnnr nrns nrnum nsees nskys nsnum nss nssid nssno nssnr nsss nszid nszno
            nsznr nteid nteno ntenr ntess ntids ntita ntite ntity ntnum ntoid ntono ntonr ntuid ntuno ntunr nueid
            nueno nuenr nuip nuips numid numno numnr nusid nusno nusnr nuss nusss nyaid nzahl oasi oasis oavss
            obnum ocard occcd ocial ocmnd ocnum ocode ocsec odaid odano odanr odass odeid odeno odenr odiid odino
            odinr odncs odnec odnes odnum odoid odono odonr odsid odsno odsnr oduid oduno odunr ofiid ofino ofinr
            oib oibid oibno oibnr oibs ojels ojnum oknum okpid okpno okpnr okpps oktps oluid oluno olunr ombia
            omeri omers onale onals onass ongid onids oniks onkod onnrs onnum oodid oodis oodno oodnr opnum orktp
            oscid oscno oscnr osecu osito osobs oszam otrib otros otuid otuno otunr ounts ounum ovids ovtid owods
            owodu ozvnr pan panid panno pannr pans parid parno parnr payer pcard pcode perso pesel pfmfs pfnum
            phnum pin pinfl pinid pinno pinnr pins pinum pk pkid pkno pknr pknum pks pnnum pnr pnrid pnrno pnrnr
            pnrs potro ppnum pps ppsid ppsn ppsno ppsnr ppsns ppss prcid prnos prnrs prnum psnid psnno psnnr
            psnos psnum psp pspid pspno pspnr psps ptids qamas qawmi qawmy qid qidid qidno qidnr qids radis ralid
            ralno ralnr rance ranum rapin rasis rates rc rcard rcid rcids rcno rcnr rcnum rcode rcs rdnid rdnos
            rdnum rdpin rence renos renum rfc rfcid rfcno rfcnr rfcs rfoid rfono rfonr riaid riano rianr ribid
            ribno ribnr ricas ricid ricno ricnr ridid ridno ridnr riids rinum rioid riono rionr ritys rktps rneid
            rneno rnenr rnips rnnum rnoid rnono rnonr rnrid rnrno rnrnr roavs rodnc rodne rojid rojno rojnr ronum
            rpnum rpsps rrn rrnid rrnno rrnnr rrns rsa rsaid rsano rsanr rsas rsi rsiid rsino rsinr rsis rsnrs
            rsoid rsono rsonr rteid rteno rtenr rtins rtyas ruc rucid rucno rucnr rucs rukaz rungs rusid rut
            rutid rutno rutnr ruts rv rvice rvid rvno rvnr rvnrs rvnum rvs said saids sanum scale scals scard
            scnum scode secid secno secnr secu secus seeid seeno seenr seids selid selno selnr senid senno sennr
            sfz sfzh sfzhs sfzid sfzno sfznr sfzs shaid shano shanr shers shids shirs shoid shono shonr sicas
            sidid sidno sidnr sieid sieno sienr sin sinid sinno sinnr sins sinum sions sisid sisno sisnr sitos
            skiid skino skinr skoda skodo skods skyid skyno skynr sliks sloid slono slonr smens sment snils snnum
            snoid snono snonr snrid snrno snrnr snsid snsno snsnr sobid sobno sobnr sofi sofis sonal sonas sonid
            sonnr sonum sotu sotus spars spi spiid spino spinr spis spnum ssiid ssino ssinr ssn ssnid ssnno ssnnr
            ssnos ssns ssnss ssnum sss sssid sssno sssnr ssss sters stid stids stros styid styno stynr sv svid
            svno svnr svnrs svnum svs sweis sysid sysno sysnr szams sznum taids taj tajid tajno tajnr tajs talan
            talas tales tanum taria tarid tario taxid taxno tc tcid tcids tckn tckns tcno tcnos tcnr tcnum tcode
            tcs teits tenum terid ternr tesid tesno tesnr teuer tfnid tfnno tfnnr tfns thnum tidad tidid tidno
            tidnr tieid tieno tienr ties tin tinid tinno tinnr tinph tins tinss tinum titas tites titys tojel
            tolus tonum tpnum tribs trnum troid trono tronr tunum twid twids twnum tyaid tyano tyanr tynos tynum
            tz tzid tzno tznr tznum tzs uaeid uayid uayno uaynr ucard ucnum ucode udats udiid uduma uelas uenum
            uerid uerno uernr uguay uid uidai uidid uidno uidnr uids uilid uilno uilnr uinte uinum uipid uipno
            uipnr uitid uitno uitnr ukans ukazs ukood uksen ulaid ulano ulanr uleid uleno ulenr umaid umano umanr
            umcn umcns umid umids umins umnum ungid ungno ungnr unhos unica unico unnus untid untno untnr untus
            uocid uocno uocnr urity urpid urpno urpnr usids usnum ussid ussno ussnr utnum utr utrid utrno utrnr
            utrs vcard vcode vices vidid vidno vidnr vilid vilka vilno vilnr vnnum vnrid vnrno vnrnr vsnr vsnrs
            vsnum vtids wanid wcard wcode weiss widid widno widnr wiyya wmiid wmino wminr wmyid wmyno wmynr wodid
            wodno wodnr wodus xfile xidid xidno xidnr xnoid xnono xnonr yaids yanid yanum ycard ycode yente yerid
            yerno yernr yiigs yinum ykads ykids ynoid ynono ynonr ynums yptid ysids ysnum yyaid yyano yyanr zahls
            zaid zaids zamid zamno zamnr zcard zcode zehut zenid zheng zhnum zhsn zhsns zuela zvnrs
            """
        ),
        (
            WordHints(rawValue: 10),
            """
            asnum ortid ortno ortnr rtnum tcard
            """
        ),
        (
            WordHints(rawValue: 12),
            """
            cislo elnum fonum ileno mbers meris nenum tfn
            """
        ),
        (
            WordHints(rawValue: 14),
            """
            arasi nomer umber umero ummer
            """
        ),
        (
            WordHints(rawValue: 16),
            """
            abela acht afna alti arond arti artje at atte attro bes bir bod cero cinco cinq ciola ctyri deux
            devet dois dokuz dort dos dot drei drie due dva dwa eight ein eins en eriod et ett ewiec fem fire
            five four fuenf funf fyra huit ieben iedem iki inque jeden kukac mais malpa mas mauku munce negen
            neuf neun ni nine nio nktum nokta noll nove nueve nul null nulla obase ochka ocho oh oito one ontot
            osiem osm otte otto ouble pet piec piste piu plus pont ponto prikk punct punkt punt punto raffe riple
            ropka rroba sechs sedm sei seis sekiz seks sept sest sete sette seven sex siete sifir six sju syv
            szesc tecka three titik to tocka tre tres tri trois trzy twee two uatre uatro uc ukaca um un une uno
            vier vijf vinac yedi zero zes zeven ztery zwei zwo
            """
        ),
        (
            WordHints(rawValue: 32),
            """
            agram andle bsky dnote ebook echat eddit eixin enger erest fb gramm ig iktok insta ithub itter kakao
            kedin line otalk pchat qq reads rname sc scord shapp skype snap takte tg todon tt tw tweet uesky
            utube venmo vk weibo witch xhs ybase yfans
            """
        ),
        (
            WordHints(rawValue: 36),
            """
            egram ignal
            """
        ),
        (
            WordHints(rawValue: 64),
            """
            acara achnr adial adizo adows aduct afiok airen airie akpos al albox aleea aleja aleje alita alle
            alley ambla ameda amino anade anale anors antee anyon apdo apids appt apt aptdo aptno apto arade
            arbor arden ardim ardul arela arrer asaje av avda ave azaar bd blvd borgo box brook bul burg burgs
            cad calea calle camp canto cape cd cebox cesta chard chowk cir cite cl cliff close copse corso cours
            court cove coves cr cra creek cres crest croft cross ct ction cuito curve dador daire dale dam deira
            dell depto dom dovia dpto dr drant drive ducto duong eadow edbag eeway eje ektas enade enhet enida
            enter entre ereda ersal essia etany etera eulok evere fall falls ferry field flat flats ford forge
            forks fort gang ganj gatve gdns gg ghway glade glen glens gonal gpo green grove gt hanon haven hchad
            hem hemin hill hills hnaya hno hnung hoals hores hosse house hts hwy iazza icolo icway idges idsla
            iedle ields ighed ighet ights inlet int ircle irway isle ivada ivide jalan jiron jl jln jr junto
            kanie key keys knoll korut kpart krt kways lages lains lakas lake lakes land lands lane largo latno
            lejon levar lgh liffs light litsa llage lleys ln locks lodge loop lot lotno lvari lzada mall manor
            marg mesti mews mill mills minio mmons mnt mount mtaa nab nagar nam ncial nding neck ngo nions nolls
            npike ntain nters oints okero ollow olony omare ommon omthu oorno orest orner orong orreo orway os
            ostal ourse ourts oval park parks paseo path patio pekts per peti pho pike pine pines piso pkwy pl
            plac placa place plain plaza pmb pobox pobx poczt port pot pr praca pring quai quare quay radka ramp
            ranch rang range rapid rbors rcles rcuit rd rdens reens reets rest retto ridge rieta rings rise river
            rives rkway rners road roads rocio ronda rooks route roves row rrace rrada rreos rrera rtado rua rue
            run salai scent seaua setor seway sfach shoal shore sings sitio sk sland slp soi sok sokak spekt spur
            sq sseig ssing ssion ssway st stala stale state stbox stbus ste suite sunto surat tains tanav tates
            tboks tcaja tebag ter terr teway tfach tinac tlada tment tn tonda torno trace track trada trail tream
            treet trg trida trl tting tudio uadra uares uelle uesta ul ulica ulice ulicy ulvar ummit union unit
            unnel useno ut utusu vale varis vesia vessa via viale viela view views villa ville vista vul walk
            walks way ways well wells wharf whg ypass ytsia zila ztowa
            """
        ),
        (
            WordHints(rawValue: 65),
            """
            ement
            """
        ),
        (
            WordHints(rawValue: 66),
            """
            pass passe ports
            """
        ),
        (
            WordHints(rawValue: 68),
            """
            reach ring ssage
            """
        ),
        (
            WordHints(rawValue: 72),
            """
            acion entno kra nsion terno tions venue
            """
        ),
        (
            WordHints(rawValue: 73),
            """
            mento
            """
        ),
        (
            WordHints(rawValue: 80),
            """
            point
            """
        ),
        (
            WordHints(rawValue: 128),
            """
            acken akken anadi anger aring arken assen augen baan damm dreef entie grand gring hof ingel ingen
            kaari kade kogen kring kuja lokka nring ntie oppen orget pfad plein polku raben raede rasze redet
            roken steeg steig stieg stien tigen tring tunet vag vardi vegen vejen wiete
            """
        ),
        (
            WordHints(rawValue: 192),
            """
            allee ddesi evard gade gasse gata gatan gaten iela katu laan markt okagi plads plass platz racht
            rasse str traat ufer ussee utca vagen vei veien vej wall weg
            """
        ),
        (
            WordHints(rawValue: 200),
            """
            tie
            """
        ),
    ]
}
