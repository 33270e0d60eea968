import { words } from "../../kit/language";

export const mapWords = words(
  {
    label: "Mapa zgłoszeń",
    zoomIn: "Przybliż",
    zoomOut: "Oddal",
    noTiles: "Na tym serwerze nie ustawiono podkładu mapy. Zgłoszenia są na swoich miejscach, ale bez ulic.",
    list: "Na mapie",
    found: (n: number) =>
      n === 0 ? "W tym miejscu nic nie ma. Oddal mapę albo zmień filtry." : `Zgłoszeń tutaj: ${n}`,
    several: (n: number) => `${n} blisko siebie – przybliż`,
    one: (number: string, label: string, state: string) => `${number}, ${label}, ${state}`,
    unplaced: "Zgłoszeń bez dokładnego miejsca nie ma na mapie. Są na liście.",
  },
  {
    en: {
      label: "Map of reports",
      zoomIn: "Zoom in",
      zoomOut: "Zoom out",
      noTiles: "No background map is set up on this server. Reports are where they belong, but without streets.",
      list: "On the map",
      found: (n: number) => (n === 0 ? "There is nothing here. Zoom out or change the filters." : `Reports here: ${n}`),
      several: (n: number) => `${n} close together – zoom in`,
      one: (number: string, label: string, state: string) => `${number}, ${label}, ${state}`,
      unplaced: "Reports without an exact place are not on the map. They are on the list.",
    },
    uk: {
      label: "Карта заявок",
      zoomIn: "Наблизити",
      zoomOut: "Віддалити",
      noTiles: "На цьому сервері не налаштовано підкладку карти. Заявки на своїх місцях, але без вулиць.",
      list: "На карті",
      found: (n: number) => (n === 0 ? "Тут нічого немає. Віддаліть карту або змініть фільтри." : `Заявок тут: ${n}`),
      several: (n: number) => `${n} близько одна до одної – наблизити`,
      one: (number: string, label: string, state: string) => `${number}, ${label}, ${state}`,
      unplaced: "Заявок без точного місця немає на карті. Вони є у списку.",
    },
  },
);
