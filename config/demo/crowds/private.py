"""What the authors know about people in their spare time: needs and habits, other ways, and who is missed."""

from config.demo.record import Crowd

AT_HOME = {
    "families": Crowd(
        known=(
            "Föräldrarna läser i mobilen på kvällen, ofta mellan åtta och tio. De vill ha besked om det egna barnet "
            "först och allmän information sist. Många frågar andra föräldrar innan de frågar oss.",
            "I enkäten i våras sa sju av tio att de använder Facebook eller Instagram varje dag. Den vanligaste "
            "invändningen var att det kommer för mycket, inte för lite.",
            "Pappor svarar sällan på våra brev men skriver gärna en fråga på nätet. Den som har bytt bostad nyligen "
            "saknar någon att fråga.",
        ),
        others=(
            "Lärplattformen når bara den som redan har barn hos oss. Affischer på vårdcentraler och bibliotek fungerar "
            "och får vara kvar.",
            "Vi har provat brev hem och föräldramöten. Breven kommer för sent och mötena når samma tjugo personer.",
            "Stadens webbplats har alla fakta, men ingen går dit förrän något redan är fel.",
        ),
        missed=(
            "Föräldrar utan konto. De får samma besked på anslag i entrén och på goteborg.se.",
            "Den som inte läser svenska. Vi ringer med tolk och har bilder på anslagstavlan.",
        ),
    ),
    "young": Crowd(
        known=(
            "Vi har frågat 140 ungdomar på tre skolor. Nästan ingen läser e-post, alla har Instagram och hälften sa "
            "att de hellre skriver en fråga än ringer.",
            "De bestämmer sig sent, ofta samma dag. Tonen är viktig: de slutar följa den som låter som en myndighet.",
            "Killar följer färre konton än tjejer och ser mest på korta filmer. Ungdomsrådet har hjälpt oss att prova "
            "tre sorters inlägg.",
        ),
        others=(
            "Skolbesök och affischer på fritidsgårdar. De fungerar men räcker en klass i taget.",
            "Vi ber elevråd och kompisar att dela, och det ska vi fortsätta med. Annonser provade vi i höstas, de gav "
            "klick men inga besök.",
        ),
        missed=(
            "Den som inte får ha egen mobil eller konto. De nås genom skolan och elevhälsan.",
            "Unga med beskuren skärmtid och de under 13 år. Vi besöker klasser och lägger samma sak på webben.",
        ),
    ),
    "newcomers": Crowd(
        known=(
            "Många har en smart telefon men ingen dator. De använder appar i stället för webbläsare och lyssnar "
            "hellre än de läser. Ryktet bland släkt och vänner väger tyngst.",
            "Vid samtal på medborgarkontoret framgick att få känner till skillnaden mellan kommun, region och stat. "
            "De vill veta vart man går, vad det kostar och om någon talar deras språk.",
        ),
        others=(
            "Samhällsorientering, föreningar och moskéer, kyrkor och svenskkaféer. Vi fortsätter med alla.",
            "Broschyrer på fem språk. De är dyra att hålla aktuella och ligger kvar i ställen.",
        ),
        missed=(
            "Den som inte läser på något språk. Filmerna har tal och vi finns på plats två dagar i veckan.",
            "Äldre som är nyanlända. Familjen hjälper till, och det finns tolk på telefon.",
        ),
    ),
    "seniors": Crowd(
        known=(
            "Två av tre över 65 år använder Facebook, färre över 80. De läser gärna långa texter och skriver ut "
            "program. Ensamhet är det de själva tar upp först.",
            "Deltagarna på träffpunkterna säger att barnbarnen hjälper dem med mobilen. Text mot mörk bakgrund går "
            "inte att läsa.",
        ),
        others=(
            "Program på papper i trapphus och på vårdcentraler. Det når dem som redan går ut.",
            "Annons i lokaltidningen fyra gånger om året och telefonkedjan som pensionärsföreningarna driver.",
        ),
        missed=(
            "Den som inte är uppkopplad. Programmet finns på papper och läses upp på telefon.",
            "Personer som inte kommer ut själva. Hemtjänsten tar med programmet.",
        ),
    ),
    "culture": Crowd(
        known=(
            "Publikundersökningen visar två grupper: de som kommer ofta och vill ha program i god tid, och de som "
            "kommer om någon frågar. Den andra gruppen är större.",
            "Besökare mellan 25 och 40 år bestämmer sig två dagar i förväg och letar på kartan eller hos vänner.",
            "Den som inte lånat på fem år tror att det kostar pengar att bli medlem. Det kommer fram i nästan varje "
            "samtal.",
        ),
        others=(
            "Affischer, tidningarnas kalendarier och skyltfönstret. De ger synlighet men inga frågor tillbaka.",
            "Programbladet på papper. Det är uppskattat, men trycks sex veckor i förväg.",
        ),
        missed=(
            "Den som inte använder någon plattform. Programblad finns på alla bibliotek.",
            "Personer som behöver teckenspråk eller uppläst text. Vi filmar två program per termin med tolk.",
        ),
    ),
    "residents": Crowd(
        known=(
            "De flesta kontaktar oss när något har gått fel. De börjar i en sökmotor, prövar sedan telefon och blir "
            "upprörda först när två ställen säger olika saker.",
            "Kontaktcenters statistik visar samma tio frågor månad efter månad. Svaren finns men är svåra att hitta.",
            "Boende i hyresrätt följer sitt områdes grupp snarare än staden. Unga läser rubriken och tittar på bilden.",
        ),
        others=(
            "Webbplatsen och kontaktcenter har alla svar. Brev till hushållen används när det gäller dem särskilt.",
            "Skyltar på plats, lokaltidning och möten. De når dem som går förbi respektive dem som redan är "
            "engagerade.",
            "Vi kan be stadens gemensamma sida att publicera, och gör det vid stora händelser.",
        ),
        missed=(
            "Den som saknar mobil eller dator. Kontaktcenter svarar på samma frågor i telefon.",
            "Personer som läser annat språk än svenska. Det viktigaste översätts, resten får man hjälp med på "
            "medborgarkontoret.",
        ),
    ),
    "movers": Crowd(
        known=(
            "Pendlare planerar kvällen innan och kontrollerar på morgonen. Yrkesförare vill ha korta besked utan "
            "hälsningsfraser.",
            "Cyklister rapporterar själva fel och blir trogna läsare om de får svar. Det visar felanmälningarna.",
        ),
        others=(
            "Vägskyltar och radio. Skyltarna når dem som redan sitter i kön.",
            "Trafikappar hämtar våra uppgifter, men bara om avstängningar som planerats.",
        ),
        missed=(
            "Förare utan konto. Avstängningar syns på skyltar och i radions trafikinslag.",
            "Turister och tillfälliga besökare. De nås genom kartan och skyltningen.",
        ),
    ),
    "relatives": Crowd(
        known=(
            "Var femte vuxen hjälper någon regelbundet och de flesta ser det som självklart. De söker stöd först när "
            "de inte orkar mer, och då på natten.",
            "I samtalsgrupperna säger många att de inte vill synas. Att kunna läsa utan att ge sig till känna är "
            "viktigt.",
        ),
        others=(
            "Vårdcentral, biståndshandläggare och träffar på dagtid. Träffarna är svåra för den som arbetar.",
            "En broschyr finns. Den delas ut vid utskrivning, mitt i allt annat.",
        ),
        missed=(
            "Den som inte ser sig som anhörig. Distriktssköterskor har fått frågor att ställa.",
            "Barn och unga som hjälper en förälder. Elevhälsan får eget material.",
        ),
    ),
    "support": Crowd(
        known=(
            "Deltagarna har själva sagt vad de vill se: bilder, korta meningar och vem som är där. Personal på boenden "
            "läser ofta högt ur mobilen.",
            "Referensgruppen provade tre sätt. Film med tal och symboler fungerade för alla elva, text för fyra.",
        ),
        others=(
            "Bildscheman på boendet och personlig kontakt. Det är tryggt men ger samma val varje vecka.",
            "Katalog på papper en gång om året. Den är gammal redan när den trycks.",
        ),
        missed=(
            "Den som inte har egen mobil eller inte får hjälp. Handläggaren går igenom samma bilder på möten.",
            "Personer med synnedsättning får innehållet uppläst, och vi skriver bildtexter.",
        ),
    ),
    "customers": Crowd(
        known=(
            "Kunderna hör av sig vid flytt, faktura och avbrott, oftast på kvällen. De vill ha svar samma dag och "
            "tycker om att se att andra frågat detsamma.",
        ),
        others=("Telefon, e-post och Mina sidor. Telefonkön är lång kalla dagar.",),
        missed=("Kunder utan konto. Driftinformation skickas även som sms.",),
    ),
    "visitors": Crowd(
        known=(
            "Två tredjedelar av gästerna planerar besöket i mobilen samma vecka. De frågar om mat, kö och vad som "
            "passar minsta barnet.",
            "Unga följer för skratt, inte för priser. De kommer i grupp och bestämmer sig när någon skickar en film.",
        ),
        others=("Webbplats, annonser och resebyråer. De säljer biljetter men svarar inte på frågor.",),
        missed=("Gäster som inte är uppkopplade. Informationen finns i entrén och på telefon.",),
    ),
}
