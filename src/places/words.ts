import { stemOf } from "./stems";

const set = (words: string) => new Set(words.split(/\s+/));

/** After these a name is most likely a place. */
export const prepositions = set(
  `na przy przed obok kolo naprzeciwko naprzeciw za pod nad w we u ze od do wzdluz niedaleko blisko po przez vis on at near opposite in from along
  okolicy poblizu wysokosci koncu poczatku strony calej samej
  на при биля коло по возле около`,
);

/** Before a street, not before a room, a school or a river. */
export const streetPrepositions = set(
  "na przy przed obok kolo naprzeciwko naprzeciw wzdluz od on at near opposite calej samej wysokosci koncu poczatku strony на при биля коло по возле около",
);

/** They tell how a place lies to something else: "naprzeciwko Biedronki". */
export const besides = set("naprzeciwko naprzeciw obok kolo przed za pod blisko niedaleko przy opposite near");

export const crossings = set(
  "skrzyzowanie skrzyzowaniu skrzyzowania skrzyzowaniem rog rogu rogiem zbieg zbiegu corner crossing",
);

export const links = set("i z ze oraz a and with x / + rog rogu skrzyzowanie");

/** They alone make a crossing of the streets on both sides. */
export const crossingLinks = set("/ x + rog rogu skrzyzowanie");

export const stopWords = set("przystanek przystanku przystanka przystankiem przystanki petla petli petle stop");
export const stopSorts = set("tramwajowy tramwajowym tramwajowego tramwajowej autobusowy autobusowym autobusowego mpk");

export const blockWords = set("blok bloku blokiem bl budynek budynku budynkiem dom domu domem");
export const numberWords = set(`nr numer numerem numeru no ${[...blockWords].join(" ")}`);
export const flatWords = set("m lok lokal mieszkanie mieszkania");

/** After a number: it counts something and is no house number. */
export const counted = set(
  `dni dzien dniach tygodni tygodnie miesiecy miesiace godzin godziny lat lata minut metr metrow metry m cm km osob osoby zl zlotych razy
  raz aut auta samochodow samochody lamp lampy drzew drzewa dziur dziury workow worki pietro pietrze procent latarnie latarni`,
);

/** Streets' names that are first of all ordinary words. */
const ordinary = set(
  `pokoju tonie skala nowa dobra prosta szeroka zielona krotka waska piekna dluga wysoka stara cicha czysta krzywa ciemna mokra ladna widna
  ostatnia lesna parkowa targowa centralna wesola zdrowa niebieska wodna zachodnia lotnicza przemyslowa stadionowa dojazdowa
  deszczowa wolska powstancow majora gorali sportowe zielone kolorowe handlowe szkolne wysokie nowy centralny wandy widok
  wesele kupa reduta rozdroze zalesie zacisze swoboda rozrywka wypadek zarzecze prochowa okolna rynek obronna sadowa zgody
  mlodosci krakowska krakowski barbary aleksandry anny jozefa jakuba estery lilii magnolii teodora faustyny jacka okolna blokowa`,
);

/** Words one letter away from a street that are never meant as one: "linia 52" is not Lindego 52. */
export const neverMisspelt = set("linia linii linie line kod klasa klasy sala pokoj tramwaj autobus szkola szkole");

const ordinaryStems = new Set([...ordinary].map(stemOf));

/** Whether a folded word, in any case, is first of all an ordinary one. */
export const isOrdinary = (word: string) => ordinary.has(word) || ordinaryStems.has(stemOf(word));
