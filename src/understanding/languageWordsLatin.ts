/**
 * What Polish and English look like to the recogniser of languages. `common` words tell a language by themselves;
 * `usual` ones only show what its words are built of, so they need variety of endings, not completeness.
 */
export const polish = {
  common: `jak gdzie kiedy ile czy co kto jest są nie tak się na w we z ze od po pod przy dla u oraz lub albo ta te tym tej tego
  mnie mi mój moja moje mojej mojego chcę chce chciałbym chciałabym muszę mogę może można trzeba proszę poproszę dzień dobry
  dziękuję dzięki cześć witam która który które już jeszcze bardzo tylko jaki jaka jakie jakiś jakąś przez mam ma masz być był
  była było będzie są żeby aby bo że ale za do nad bez czemu dlaczego skąd dokąd tam tutaj teraz wczoraj jutro dzisiaj ja ty to a i
  ona oni go jej ich im ktoś coś nic nikt każdy wszystko jestem mieszkam wy was nam nas wam też także więc jeśli jeżeli kogo czego
  czym komu między przed ciągle znowu zawsze nigdy pan pani państwo państwa i o ok`,
  usual: `ulica ulicy ulicę chodnik chodniku jezdnia jezdni droga drogi dziura dziurę latarnia latarni świeci śmieci odpady
  odbiór kosz kosze pojemnik wywóz wielkogabarytowe przystanek przystanku tramwaj tramwaju tramwajem autobus autobusu spóźnia
  kierowca bilet biletu bilety miesięczny okresowy ulgowy ulga zniżka senior seniora emeryt rencista parkowanie parkingu
  zaparkować abonament mieszkańca mieszkaniec strefa opłata opłaty opłatę podatek podatku nieruchomości mandat mandatu zapłacić
  zapłata kosztuje koszt złożyć wniosek wniosku wnioski formularz dokumenty dokumentów zaświadczenie zaświadczenia odpis akt aktu
  urodzenia małżeństwa ślub ślubu cywilny rozwód zgon zgonu pogrzeb cmentarz dziecko dziecka dzieci przedszkole przedszkola
  żłobek żłobka szkoła szkoły rekrutacja nabór świadczenie zasiłek dodatek pomoc pomocy społeczna mieszkaniowy mieszkanie
  mieszkania komunalne najem wynajem właściciel właściciela współwłaściciel sąsiad sąsiada sąsiedzi hałas hałasu hałasują cisza
  nocna głośna muzyka impreza pies psa psy szczeka smycz kot kota bezpański schronisko zwierzę zwierzęta dzik dziki drzewo drzewa
  gałąź gałęzie wycinka wycinkę trawnik zieleń park parku ławka plac zabaw huśtawka zepsuta zepsuty uszkodzony uszkodzona
  złamany złamana pęknięty nieczynna nieczynny zgłosić zgłaszam zgłoszenie zgubiłem zgubiłam zgubiony zgubione znalazłem ukradli
  kradzież stracony utracony wyrobić wymienić wymiana przedłużyć odnowić odebrać odbioru ważność ważny nieważny termin terminu
  terminie umówić wizyta wizyty wizytę kolejka kolejki godziny otwarte otwarcia czynne zamknięte poniedziałek wtorek środa
  czwartek piątek sobota niedziela święta rano wieczorem miesiąc tydzień rok lat lata dwa trzy cztery pięć samochód samochodu
  auto auta rejestracja zarejestrować przerejestrować wyrejestrować pojazd pojazdu prawo jazdy kierowcy badanie techniczne
  tablice rejestracyjne przyczepa rower rowerowa rowery hulajnoga zostawiona porzucony wrak budowa budowę budynek budynku dom
  domu działka działki pozwolenie zezwolenie koncesja warunki zabudowy geodezja mapa działalność gospodarcza firma firmę firmy
  sklep lokal restauracja ogródek sprzedaż alkohol alkoholu zgoda zgodę umowa decyzja decyzji odwołanie skarga skargę petycja
  pismo sprawa sprawy sprawę załatwić potrzebne potrzebuję potrzebny napisać zadzwonić telefon numer adres adresu konsultant
  konsultantem człowiek człowiekiem rozmawiać połączyć obywatel obywatelstwo cudzoziemiec cudzoziemca pobyt pobytu tymczasowy stały
  czasowy karta kartę duża bilans wielka mały nowy nowa nowego nowe stary stara pierwszy drugi jeden inny inna własny przeprowadziłem wyprowadzka
  przeprowadzka żona mąż męża żony syn syna córka córki matka ojciec babcia rodzina rodziny wielodzietnej niepełnosprawny
  niepełnosprawność orzeczenie legitymacja wózek winda schody dostęp śnieg śliska lód odśnieżanie zalane zalana studzienka
  kanalizacja woda wody rura awaria prąd prądu śmierdzi smród dym dymu spaliny palą piec pieca kopciuch wymiany dotacja dofinansowanie powietrze
  znak znaki przejście pieszych sygnalizacja światła skrzyżowanie rondo most remont objazd bałagan brudno brudny wandalizm
  napis graffiti bazgroły stłuczona szyba przewrócony niebezpieczne groźne wypadek pilne natychmiast robi robią dzieje stoi leży
  wisi jeździ nie-ma zrobić zgłoszenia wygląda działa działają płatny bezpłatny bezpłatnie internetowo elektronicznie online
  podpis zaufany profil skrzynka pełnomocnictwo pełnomocnik głosowanie wybory wyborów lokalu spis wyborców budżet
  obywatelski pomysł propozycja ścieżka przyjść przynieść paszport paszportu dowód dowodu meldunek meldunku urząd urzędu zameldowanie
  lodówka lodówki pralka utylizacja oddać wyrzucić zmiana zmienić zmiany sople dach dachu ciepła zimna gorąca ciepłej widzenia
  dobranoc faktura faktury rachunek konto bank pieniądze złotych przelew zwrot emerytura renta ubezpieczenie szpital przychodnia
  apteka szczepienie ciąża poród nazwisko nazwiska imię podpisać odwołać sprawdzić poprawić otworzyć zamknąć zacząć skończyć
  szukam znaleźć zaginął zaginęła uciekł dobry zły szybko wolno daleko blisko ważne czysty ciemno zimno głośno cicho basen
  biblioteka muzeum lodowisko siłownia słup krawężnik właz krata kałuża błoto robią krzyczą piją palenie balkon klatka piętro
  skarżyć narzekać dzwonię informuję wnoszę żądam uprzejmie szanowni wiem wie myślę mówią powiedzieli przyszedł poszedł dali daje
  idzie chodzi jedzie stoją mieszkamy chcemy szukamy czyj wolne wolny pełny pusty gdzieś dojazd dojechać rozkład linia linii
  gołębie ptaki lis sarna pszczoły osy szczury kleszcze krzaki liście liści korzenie zasadzić posadzić przyciąć rynku dworcu
  postawić postawcie usunąć usunięcie posprzątać zabrać wywieźć zepsuło zepsuł cieknie pęka spadł spadła balangi awantury
  centrum kontakt kontaktu telefonu numeru program mapa granice historia
  kategoria symbol fundusz alimenty alimentacyjny procedura dofinansowania ofiar lekarz napraw naprawić wniosków sporne
  zaświadczeń wysłać dostać dostałem otrzymałem czekam czekać przyszło`,
};

export const english = {
  common: `the is are was were am been does did have has had your his her our their you she they it its this that these those
  what where when how who which why can could would should will shall need want please help thanks thank hello hey yes not and
  or but with without for from about into at by of out if there here an any some now get my we us be as more than me i'm i've
  it's don't doesn't can't didn't isn't won't whats what's dont cant im ive isnt doesnt other another someone something nothing
  anyone anything because after before until between over under near still just only also very too much many long every each so
  tell give make made take go going got let may might must yet again always never in up hi on to do so no a i me he she him`,
  usual: `street streets road pavement sidewalk pothole hole light lights lamp broken damaged trash garbage rubbish waste bin bins
  collection collected recycling bulky furniture tram trams bus stop stops ticket tickets inspector fine fines driver late
  monthly pass discount student senior pensioner retired free parking parked park permit resident residents zone fee fees pay
  paid payment property tax taxes cost costs price cheap cheapest apply application form forms document documents certificate
  copy birth marriage married wedding divorce death funeral cemetery grave child children kids baby kindergarten nursery school
  schools enrol enrolment benefit benefits allowance support social housing flat apartment council rent tenant owner landlord
  neighbour neighbours neighbor noise noisy loud music party quiet hours night dog dogs barking leash cat stray shelter animal
  animals wild boar bird dead tree trees branch branches cutting fallen lawn grass green bench playground swing repair repaired
  fix report reporting complain complaint lost found stolen theft wallet keys purse renew renewal replace replacement expired
  expire expires expiry valid validity passport identity card cards driving licence license registration register registered
  registering deregister residence residency address moved moving move temporary permanent foreigner foreigners foreign
  citizenship citizen immigration appointment book booking visit queue waiting wait open opens opening closed close monday
  tuesday wednesday thursday friday saturday sunday morning evening today tomorrow yesterday week month year years old new car
  cars vehicle import imported plates trailer bicycle bike bikes scooter abandoned wreck building build house plot land
  construction works planning permission map business company shop restaurant garden sell selling alcohol liquor permission
  agreement contract decision appeal petition letter matter question information info phone number call called email write
  speak talk person human someone consultant officer office offices city town hall district mayor wife husband son daughter
  mother father grandmother family large disability disabled wheelchair lift elevator stairs access snow ice icy slippery
  flooded flood drain drainage sewer water pipe power outage smell stinks stink smoke burning stove heating grant air pollution
  sign signs crossing pedestrian traffic signal junction roundabout bridge repairs detour mess dirty dirt vandalism painted
  wall glass smashed window dangerous danger hazard accident emergency urgent immediately cable hanging standing lying sleeping
  drunk homeless working does doing done works pick drop bring send receive received get getting give asking asked know
  knows think like looking look find change changed changing online internet signature trusted profile power attorney vote
  voting election elections polling station budget project idea suggestion proposal path cycle lane first second third three
  four five eight right left big small whole half wrong true early soon enough through though without while whether which
  overflowing emptied schedule dumped tyres rubble leaking missing blocked blocking entrance gate driveway guest tourist airport
  fridge washing machine disposal dispose throw icicles roof hot cold warm water change goodbye bye night invoice account
  bank money transfer pension insurance hospital clinic pharmacy vaccination pregnant newborn surname name names sign cancel check
  correct start finish search searching missing ran good bad fast slow far near nearest quiet clean dark loud pool library museum
  gym zoo pole kerb manhole cover grate puddle mud shout shouting drinking smoking balcony staircase floor agent stay agree demand
  kindly dear sir madam said came went gave gives walks stands live living lives whose empty pigeons birds fox deer bees wasps rats
  bushes leaves roots plant planted trim remove removal removed clear cleaned leaks crack cracked fell falls date dates day days
  time times next previous daily weekly cheaper able use used using must legal allowed rule rules law official translation
  translated sworn language english speaking european union country border refugee baby's people everyone everything
  transport travel ride route timetable delayed machine app refund`,
};

/** Words of offices people write in Polish whatever language they speak; folded, as beginnings. */
export const officeWords =
  /^(?:urzad|urzed|dowod|dowodu|meldun|zameldowan|wymeldowan|pesel|epuap|mobywatel|umk$|usc$|zus$|nfz$|nip$|regon$|mops|mpk$|mpo$|zdmk|pit$|bip$|ulic|krakow(?:ska)?$|osobist|miasta$|pobyt|polsk|poland|polish|wojewod|karta|ceidg|(?:krk|ul|os|al|plac|rondo|blik|gops|pkp|sor)$)/;
