import type { Language } from "../widget/language";

const pl = {
  title: "Wskaż miejsce",
  back: "Wróć do rozmowy",
  what: "Przeglądarka zapyta Cię o zgodę. Położenie sprawdzimy raz i pokażemy tutaj, a wyślemy dopiero, gdy naciśniesz „Wyślij to miejsce”.",
  use: "Użyj mojego położenia",
  asking: "Sprawdzam położenie…",
  denied: "Przeglądarka nie ma zgody na podanie położenia. Możesz ją zmienić w ustawieniach tej strony.",
  unavailable: "Nie udało się ustalić położenia.",
  late: "Ustalanie położenia trwa zbyt długo. Spróbuj jeszcze raz, najlepiej przy oknie albo na dworze.",
  orMap: "Możesz też wskazać miejsce na mapie.",
  orWords: "Możesz też wrócić do rozmowy i napisać ulicę z numerem, skrzyżowanie albo nazwę przystanku.",
  map: "Mapa",
  mapHelp: "Wskaż miejsce na mapie albo przeciągnij pinezkę.",
  mapKeys:
    "Z klawiatury: strzałki przesuwają pinezkę (z klawiszem Shift o mniejszy krok), plus i minus zmieniają powiększenie.",
  mapFailed: "Mapy nie udało się wczytać.",
  closer: "Przybliż mapę",
  wider: "Oddal mapę",
  chosen: "Wybrane miejsce: {where}, dokładność ok. {about}.",
  far: "To miejsce leży daleko od Krakowa. Jeśli się zgadza, możesz je wysłać.",
  rough: "Ta dokładność może nie wystarczyć, żeby trafić na miejsce.",
  send: "Wyślij to miejsce",
};

/** Every text of the panel; each language has the same. */
export type Texts = typeof pl;

const en: Texts = {
  title: "Show the place",
  back: "Back to the conversation",
  what: "Your browser will ask for your permission. We check the position once and show it here. It is sent only when you press “Send this place”.",
  use: "Use my position",
  asking: "Checking the position…",
  denied: "The browser has no permission to share your position. You can change this in the settings for this site.",
  unavailable: "The position could not be found.",
  late: "Finding the position takes too long. Please try again, best by a window or outside.",
  orMap: "You can also point at the place on the map.",
  orWords:
    "You can also go back to the conversation and write the street and number, a crossing or the name of a stop.",
  map: "Map",
  mapHelp: "Point at the place on the map or drag the pin.",
  mapKeys: "By keyboard: the arrows move the pin (with Shift in smaller steps), plus and minus change the zoom.",
  mapFailed: "The map could not be loaded.",
  closer: "Zoom in",
  wider: "Zoom out",
  chosen: "Chosen place: {where}, accurate to about {about}.",
  far: "This place is far from Kraków. If it is right, you can send it.",
  rough: "This may not be accurate enough to find the spot.",
  send: "Send this place",
};

const uk: Texts = {
  title: "Покажіть місце",
  back: "Повернутися до розмови",
  what: "Браузер запитає вашого дозволу. Ми перевіримо місцеположення один раз і покажемо його тут. Надішлемо його лише тоді, коли ви натиснете «Надіслати це місце».",
  use: "Використати моє місцеположення",
  asking: "Визначаю місцеположення…",
  denied: "Браузер не має дозволу повідомляти ваше місцеположення. Це можна змінити в налаштуваннях цього сайту.",
  unavailable: "Не вдалося визначити місцеположення.",
  late: "Визначення місцеположення триває надто довго. Спробуйте ще раз, найкраще біля вікна або надворі.",
  orMap: "Ви також можете показати місце на карті.",
  orWords: "Ви також можете повернутися до розмови й написати вулицю з номером, перехрестя або назву зупинки.",
  map: "Карта",
  mapHelp: "Покажіть місце на карті або перетягніть позначку.",
  mapKeys:
    "З клавіатури: стрілки пересувають позначку (з клавішею Shift – на менший крок), плюс і мінус змінюють масштаб.",
  mapFailed: "Не вдалося завантажити карту.",
  closer: "Наблизити карту",
  wider: "Віддалити карту",
  chosen: "Вибране місце: {where}, точність приблизно {about}.",
  far: "Це місце далеко від Кракова. Якщо все правильно, його можна надіслати.",
  rough: "Такої точності може не вистачити, щоб знайти це місце.",
  send: "Надіслати це місце",
};

export const texts: Record<Language, Texts> = { pl, en, uk };
