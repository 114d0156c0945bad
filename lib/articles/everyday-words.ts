/**
 * Words that do not say what a Swedish text is about, however rare they are in a young archive: where Postgres' list of stop words ends.
 * Each stands for all forms with its stem, so a word whose stem is also a topic's (bygga, skola, spela) is not here.
 */
export const EVERYDAY_WORDS = `
allra alltid alltjämt alltför alltmer allting alltså andra annan annars annat antingen aldrig bara bakom bland både därefter däremot därför därifrån
därmed därpå därtill dit ditåt dock däri därav emellan emellertid emot ena enbart enda enkelt enligt ens ensam eftersom egentligen egen eget egna
enskild faktiskt fastän femte fler flesta flytta fjärde fram framför framåt framöver första förra förrän före förbi fast fortfarande fullt främst ganska
genast genom givetvis gärna gentemot hellre helst helt hit hitåt hos hurdan huruvida huvudsakligen härifrån ibland idag igen igenom igår ihop imorgon
in inför ingenting inget inga innan innanför inne inuti istället stället iväg ja jo just jämfört kanske knappast knappt kring kvar liksom lika likväl
långt längre länge längst lagom likadan långsamt låg lägre lägst mera mest mindre minst medan mittemot motsvarande möjligen många människa
naturligtvis nej ner nog nyligen nyss nuvarande närmare nära nästa nästan nåväl någonsin någonting någonstans någorlunda ofta också olika omkring
ovanför ovan pga plötsligt precis redan runt rätt rakt samt samman samtidigt sen sent sist slutligen snabbt snarare snart somliga speciellt strax
ständigt större störst stundtals sällan särskilt säkert kallade såväl tack tidigare tills tillräckligt tillbaka tillsammans trots tredje troligen
tvärtom tyvärr ungefär uppe uppåt utanför utifrån ute utom utöver vanlig vanligtvis vare varandra varav vardera varefter varenda varken varmed varom
vartill varvid visserligen vidare viss visst väl verkligen åter ändå ännu även överallt överhuvudtaget okej hej tja alltnog nämligen dessutom
därutöver framförallt föga förstås förvisso otroligt väldigt extremt oerhört rentav exakt cirka drygt högst noll två tre fyra fem sex sju åtta nio tio
elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra hundratal tusen tusental
miljon miljard dussin par halv hälft tredjedel fjärdedel procent antal få bägge siffra nummer sekund minut timme dag dygn vecka månad år årtionde
sekel kväll morgon natt eftermiddag förmiddag middag helg vardag måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj
juni juli augusti september oktober november december sommar höst vinter nutid framtid klockan tidpunkt gång ögonblick stund period början mitten
slutet tidsperiod haft göra gjorde gjort komma kom kommit gå går gick gått får fick fått ta tar tog tagit tas ge ger gav gett givit ges säga sade sa
sagt se ser såg sett syns låta lät låtit ligga legat stå står stod stått sitter satt suttit sätta lägga lade lagt ställa ställde ställt hålla höll
hållit höra hörde hört veta tro tror trodde trott tycka tänka känna kände känt mena finna fanns funnits hända hänt ske sker skedde skett börja
fortsätta fortsatte försöka vilja vill velat kunna ska måste böra borde behöva behövde behövt bruka orka våga hinna hann hunnit ämna handla heta hette
leva levde levt visa använda använt skapa öppna öppet stänga följa följde följt bära burit dra drar drog dragit falla föll fallit hitta hjälpa hämta
lämna läsa läste skriva skrev skrivit skicka stanna svara tala prata berätta fråga undra förklara förstå förstår förstod påpeka konstatera uppge
uppgav uppgift anse ansåg vända vänt växa växte vuxit ändra öka ökar ökade ökat minska räcka räkna innebära innehålla ingå ingår gälla gällde krävas
bero beror betyda bidra bestå byta delta dela delvis fylla försvinna förlora förekomma genomföra hänga inträffa lyckas missa möta mötte nå når nådde
passa påverka röra rörde sakna samla slippa slå slår slog slagit tappa tillhöra titta träffa tyda utgöra uppstå undvika undgå vinna återstå övergå
betala betalt fungera kollar söka sökte gissa hoppas kasta klara leta lita minnas nämna ordna somna bra bäst bättre dålig sämre sämst god gott ny nytt
nya nyare nyast gammal gammalt gamla äldre äldst ung yngre stor stort litet lilla små kort hög högt högre lågt lätt svår svårt enkel viktig klart
säker säkra osäker full tom öppen hel fel falsk sann riktig omöjlig nödvändig gemensam särskild allmän hemlig normal okänd snabb långsam direkt
nästföljande ytterligare övrig föregående sak typ form grupp nivå grad sida plats ord namn exempel anledning orsak skäl syfte resultat förslag problem
lösning frågan beslut beslutet situation läge läget tanke känsla idé ändring mål medel steg stöd behov brist mängd rad massa grund bit ting grej
person text foto tt via uppdaterad
`
