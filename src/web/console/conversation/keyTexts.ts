import { words } from "../kit/language";

const pl = {
  scope: "Rozmowa",
  back: "wróć do listy",
  knowledge: "szukaj w wiedzy",
  suggestions: "propozycje odpowiedzi",
  note: "nowa notatka",
  reply: "pisz odpowiedź",
  send: "wyślij odpowiedź",
  close: "zakończ rozmowę",
  snooze: "uśpij",
  transfer: "przekaż",
  handBack: "oddaj asystentowi",
  insert: "wstaw propozycję (Alt+1…5)",
};

export const keyWords = words(pl, {
  en: {
    scope: "Conversation",
    back: "back to the list",
    knowledge: "search the knowledge base",
    suggestions: "suggested replies",
    note: "new note",
    reply: "write a reply",
    send: "send the reply",
    close: "close the conversation",
    snooze: "snooze",
    transfer: "transfer",
    handBack: "hand back to the assistant",
    insert: "insert a suggestion (Alt+1…5)",
  },
  uk: {
    scope: "Розмова",
    back: "назад до списку",
    knowledge: "шукати в базі знань",
    suggestions: "пропозиції відповіді",
    note: "нова нотатка",
    reply: "писати відповідь",
    send: "надіслати відповідь",
    close: "завершити розмову",
    snooze: "відкласти",
    transfer: "передати",
    handBack: "повернути асистентові",
    insert: "вставити пропозицію (Alt+1…5)",
  },
});
