/// The names of the months, and their abbreviations, in the languages of the names that people write dates in.
enum MonthNames {
    /// Whether `units` spell the name of a month.
    static func contain(_ units: ArraySlice<Unit>) -> Bool { names.contains(units) }

    private static let names = WordTable(latin + " " + other)

    private static let latin = """
        january february march april may june july august september october november december \
        jan feb mar apr jun jul aug sep sept oct nov dec \
        januar februar maerz märz mai juni juli oktober dezember jänner feber mär okt dez \
        janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr fév avr juil aoû déc \
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic \
        gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott \
        janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev mai out \
        januari februari maart mei augustus mrt \
        januar februar marts juni juli oktober desember des maj augusti \
        tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu \
        tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta \
        marraskuuta joulukuuta \
        styczeń stycznia luty lutego marzec marca kwiecień kwietnia maja czerwiec czerwca lipiec lipca sierpień sierpnia \
        wrzesień września październik października listopad listopada grudzień grudnia sty lut kwi cze lip sie wrz paź lis gru \
        leden ledna únor února březen března duben dubna květen května červen června červenec července srpen srpna září \
        říjen října listopadu prosinec prosince januára februára apríla mája júna júla augusta septembra októbra novembra \
        decembra \
        január február március április május június július augusztus szeptember október \
        ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie \
        ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık \
        siječanj siječnja veljača veljače ožujak ožujka travanj travnja svibanj svibnja lipanj lipnja srpanj srpnja kolovoz \
        kolovoza rujan rujna studeni prosinac prosinca \
        januara februara maja avgust avgusta septembra oktobra decembar novembar septembar \
        jaanuar veebruar märts aprill juuni juuli detsember janvāris februāris aprīlis maijs jūnijs jūlijs augusts septembris \
        oktobris novembris decembris \
        sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio \
        gener febrer març maig juny juliol agost setembre desembre xaneiro febreiro xuño xullo outono \
        januari februari maret mei juni juli agustus desember ogos disember julai jun mac \
        enero pebrero marso mayo hunyo hulyo setyembre oktubre nobyembre disyembre \
        januari machi aprili juni julai agosti septemba oktoba novemba desemba \
        janar shkurt prill qershor korrik gusht shtator tetor nëntor dhjetor \
        yanvar fevral mart aprel iyun iyul avgust sentyabr oktyabr noyabr dekabr tháng thang \
        yanvarya fevralya marta aprelya maya iyunya iyulya avgusta sentyabrya oktyabrya noyabrya dekabrya
        """

    private static let other = """
        январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля август августа сентябрь сентября \
        октябрь октября ноябрь ноября декабрь декабря янв фев апр авг сен сент окт ноя дек \
        січень січня лютий лютого березень березня квітень квітня травень травня червень червня липень липня серпень серпня \
        вересень вересня жовтень жовтня листопад листопада грудень грудня \
        януари февруари април юни юли септември октомври ноември декември \
        јануар фебруар јун јул септембар октобар новембар децембар мај \
        ιανουάριος ιανουαρίου φεβρουάριος φεβρουαρίου μάρτιος μαρτίου απρίλιος απριλίου μάιος μαΐου ιούνιος ιουνίου ιούλιος \
        ιουλίου αύγουστος αυγούστου σεπτέμβριος σεπτεμβρίου οκτώβριος οκτωβρίου νοέμβριος νοεμβρίου δεκέμβριος δεκεμβρίου \
        ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר \
        בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר \
        يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر \
        كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين \
        فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند \
        جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر \
        जनवरी फरवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर \
        জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর \
        ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர் \
        జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జూలై ఆగస్టు సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్ \
        มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม \
        იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი
        """
}
