"""What the authors know about people at work or looking for work: needs and habits, other ways, who is missed."""

from config.demo.record import Crowd

AT_WORK = {
    "jobseekers": Crowd(
        known=(
            "De söker jobb i mobilen och är trötta på system. Ett konkret datum, en plats och ett namn gör att de "
            "kommer.",
            "Av dem som skrevs in i fjol hade fyra av tio inte avslutat gymnasiet. Många tror att de är för gamla "
            "för att plugga.",
        ),
        others=(
            "Handläggarens samtal och Arbetsförmedlingen. Båda behövs, men samtalen sker var sjätte vecka.",
            "E-post till inskrivna. Ungefär var fjärde öppnas i tid.",
        ),
        missed=(
            "Den som inte söker stöd alls. Uppsökande verksamhet och föreningar hjälper oss.",
            "Personer utan bank-id. De kan alltid komma till ett jobbtorg utan att boka.",
        ),
    ),
    "applicants": Crowd(
        known=(
            "Målgruppen läser inte platsannonser förrän den bestämt sig. Den litar på kollegor och tidigare "
            "anställda, inte på reklam. Schema och lön är det första de frågar om.",
            "Vi intervjuade arton nyanställda. Elva hade sett en bekant dela något om arbetsplatsen innan de sökte.",
        ),
        others=(
            "Mässor, praktik och annonser. Mässorna är bra men kostar mycket per person.",
            "Stadens jobbsidor, som vi länkar till. De visar tjänsten men inte arbetsplatsen.",
        ),
        missed=(
            "Den som inte använder sociala medier i sitt yrkesliv. Vi finns kvar på mässor och skolor.",
            "Sökande som behöver annan anpassning än text. Kontaktperson och telefonnummer finns i varje annons.",
        ),
    ),
    "employers": Crowd(
        known=(
            "De har ont om tid och läser på morgonen. De vill se siffror och vad andra i branschen har gjort.",
            "Fackliga och branschföreningar säger att småföretag sällan vet vem i staden de ska ringa.",
        ),
        others=(
            "Frukostmöten och nyhetsbrev från Business Region. De når dem som redan har kontakt med oss.",
            "Personliga samtal. De ger mest, men vi hinner tio i månaden.",
        ),
        missed=(
            "Enmansföretag utan tid att följa någonting. De får brev vid regeländringar.",
            "De som inte har någon sida på plattformen. All fakta finns på stadens webbplats.",
        ),
    ),
    "colleagues": Crowd(
        known=(
            "Hälften av medarbetarna saknar egen dator. De läser i personalrummet eller på väg hem och har tre "
            "minuter.",
            "Chefer skriver ut och sätter upp. I medarbetarenkäten sa många att de hör nyheter om jobbet i tidningen "
            "först.",
        ),
        others=(
            "Intranätet och arbetsplatsträffar. Intranätet kräver inloggning, träffarna är en gång i månaden.",
            "E-post till alla. Den öppnas av dem som redan läst.",
        ),
        missed=(
            "Timanställda och vikarier. Chefen får en version att skriva ut.",
            "Den som är föräldraledig eller sjukskriven får ett brev vid stora förändringar.",
        ),
    ),
    "associations": Crowd(
        known=(
            "Styrelserna byts ofta och sköts på kvällar. Två av tre har ingen anställd. De missar datum, inte pengar.",
            "På föreningsdialogen bad små föreningar om en påminnelse i god tid och ett exempel att skriva av.",
        ),
        others=("Träffar, telefon och webbplatsen. Träffarna är populära men når samma fyrtio.",),
        missed=("Föreningar utan e-postadress. De får ett brev om året och kan alltid ringa.",),
    ),
    "schools": Crowd(
        known=(
            "Lärare planerar terminen i augusti och januari och vill ha färdiga uppgifter med koppling till "
            "kursplanen.",
            "Sexton av tjugo lärare vi frågade bokar det som de har sett att en kollega bokat.",
        ),
        others=("Lärplattformens nyheter och rektorernas brev. De är fulla av annat.",),
        missed=("Lärare utan tid för besök. Allt material går att ladda ner och visa utan oss.",),
    ),
    "press": Crowd(
        known=(
            "Redaktionerna har färre reportrar än förr och behöver snabba svar, bild och ett namn att ringa. De "
            "bevakar fortfarande flöden under större händelser.",
        ),
        others=("Pressmeddelanden, presskonferenser och telefon. De används alltid parallellt.",),
        missed=("Redaktioner som lämnat plattformen. De får samma sak i e-post.",),
    ),
}
