"""Why a kind of channel was chosen, and how the authors answer for channels that resemble their own."""

WHY_PLATFORM = {
    "instagram": (
        "Bilder säger mer än vår text, och målgruppen finns redan där. Vi kan svara i meddelanden och behöver inget "
        "annonsköp.",
        "Målgruppen öppnar appen flera gånger om dagen. Händelser i flödet passar sådant som bara gäller i dag.",
        "Vi jämförde tre plattformar. Här kunde vi både visa vardagen och få frågor tillbaka.",
        "Ungdomarna och föräldrarna vi frågade nämnde den först. Vi har också personal som redan kan den.",
    ),
    "facebook": (
        "Här finns gruppen redan, de flesta har haft konto i tio år, och evenemang går att dela med grannar.",
        "Frågor och svar blir synliga för fler än den som frågade. Det sparar samtal.",
        "Våra besökare använder den för att hitta lokala händelser. Vi har provat att lägga ut i andras grupper, med "
        "gott resultat.",
    ),
    "youtube": (
        "Filmen ska gå att hitta om två år, sökas fram, textas och visas på mötet.",
        "Vi behöver längre filmer med undertexter på flera språk. Inget annat klarar det lika bra.",
        "Filmerna bäddas in på stadens webbplats, så att ingen måste ha konto.",
    ),
    "linkedin": (
        "Den är enda platsen där målgruppen är på jobbet i tanken. Våra medarbetare kan dela i eget namn.",
        "Sökande läser om arbetsplatsen här innan de svarar på ett meddelande.",
    ),
    "x": ("Redaktionerna bevakar flödet minut för minut. Ett inlägg där ersätter tio telefonsamtal.",),
    "tiktok": (
        "Myterna sprids där, och det är där svaret måste finnas. Vi lägger inte ut något som bara finns på "
        "plattformen.",
    ),
    "web": (
        "Innehållet behöver kunna sökas, skrivas ut och läsas upp, utan konto och utan annonser.",
        "En egen plats kan byggas efter frågan, med karta och filter. Sociala medier länkar hit.",
        "Uppgifterna hämtas ur vårt system och är alltid färska. Det går inte att göra på ett konto.",
    ),
    "newsletter": (
        "Brevet når den som bett om det, vid rätt tid, och går att spara och skicka vidare.",
        "Mottagarna vill ha sällan och samlat. Ett brev kräver ingen plattform och inget konto.",
    ),
    "app": (
        "Användaren behöver den på språng, med plats och påminnelse. Vi har provat en mobilsida, men den glöms bort.",
        "Påminnelsen i telefonen är själva poängen. Uppgifterna ligger kvar i vårt eget system.",
    ),
    "podcast": (
        "Ljud går att ta in medan händerna är upptagna, och man kan lyssna utan att synas.",
        "Samtalet är formen. Vi har redan inspelningarna och behöver bara klippa dem.",
    ),
    "e_service": (
        "Ärendet kan göras när som helst, och svaret hamnar direkt i vårt system.",
        "Det är samma tio frågor. En tjänst svarar direkt och skickar vidare det som är svårt.",
    ),
    "other": ("Ungdomarna är redan där, i en röstkanal, och vi kan ha en ledare på plats som kan moderera.",),
}

NOT_ENOUGH = {
    "Samma plattform och målgrupp": (
        "{other} har redan många ämnen. Vårt innehåll skulle synas en gång i månaden.",
        "Vi har pratat med dem. De vill gärna dela våra inlägg, men kan inte svara på våra frågor.",
        "Där är tonen en annan, och besökarna väntar sig något annat. Vi vill inte trötta dem.",
    ),
    "Liknande namn": (
        "Namnet liknar, men {other} riktar sig till en annan del av staden.",
        "Den gäller en annan verksamhet. Vi tar upp namnvalet med kommunikationschefen.",
    ),
    "Liknande målgrupp": (
        "Målgruppen är i stort densamma, men frågorna är andra. Vi länkar till varandra.",
        "{other} når en del av dem, men inte dem vi saknar i dag.",
        "De publicerar sällan. Vi behöver kunna ge besked samma dag.",
    ),
    "Liknande syfte": (
        "De berättar om resultat, vi svarar på frågor innan. Det går inte att göra i samma flöde.",
        "Syftet liknar vårt, men gäller en annan plats.",
    ),
    "Samma plattform": (
        "Verksamheterna skiljer sig åt, och följarna gör också det.",
        "De som följer {other} har valt det ämnet. Vi skulle bli en störning.",
        "Vi har ett eget innehåll varje vecka och skulle ta över deras flöde.",
    ),
    "Samma": (
        "En annan målgrupp, som vi inte delar besökare med.",
        "{other} används för helt andra ärenden.",
        "Vi kan tipsa om varandra, men frågorna går till olika personer.",
        "Den riktar sig till dem som redan har kontakt med förvaltningen.",
        "Olika ämnen och olika ton. Vi har stämt av med redaktören.",
        "{other} har fullt schema, och det vi vill berätta är färskvara.",
        "Vi länkar till den när frågan hör dit.",
        "Besökarna är delvis desamma, men vi behöver kunna svara på frågor om just vår verksamhet.",
        "Formatet passar inte det vi vill visa.",
    ),
}
COOPERATE = (
    "Vi delar kalender och tipsar om varandras händelser.",
    "Redaktörerna träffas en gång i månaden och delar bilder och erfarenheter.",
    "De lägger upp våra händelser i sitt flöde när det passar. Vi gör detsamma.",
    "Vi turas om att svara under semestrarna.",
    "Gemensam plan för kampanjer, så att vi inte säger samma sak samma vecka.",
    "Vi producerar film tillsammans och publicerar på var sitt håll.",
)
