import { words } from "../../kit/language";

/** What the channel lets through, said before anybody types. */
export const limitWords = words(
  {
    about: (channel: string) => `Ograniczenia kanału: ${channel}`,
    open: (channel: string, until: string) => `${channel}: możesz pisać ${until}.`,
    person: (channel: string, until: string) =>
      `${channel}: piszesz jako konsultant (${until}). Asystent już tu nie napisze, dopóki mieszkaniec się nie odezwie.`,
    template: (channel: string) =>
      `${channel}: okno zamknięte. Wyślemy zaproszenie (szablon), a treść dotrze, gdy mieszkaniec odpisze.`,
    invited: (channel: string) =>
      `${channel}: okno zamknięte. Poprzednia wiadomość już czeka, ta też dotrze, gdy mieszkaniec odpisze.`,
    closed: (channel: string) => `${channel}: okno zamknięte. Wiadomość dotrze, gdy mieszkaniec napisze.`,
    off: (channel: string) => `${channel}: ten kanał jest teraz wyłączony, wiadomości nie wychodzą.`,
    email: "To e-mail: odpowiedź wyjdzie jako list w tym samym wątku.",
    noTyping: "Mieszkaniec nie widzi, że piszesz.",
    noFiles: "Na tym kanale plik nie dotrze.",
    tooLarge: (names: string, megabytes: string) =>
      `Na ten kanał za duże (najwyżej ${megabytes} MB): ${names}. Mieszkaniec przeczyta tylko, że plik był.`,
    inParts: (parts: number, longest: number) => `dłuższe niż ${longest} zn.: dotrze w częściach (około ${parts})`,
    refused: "Mieszkaniec zablokował nas na tym kanale. Wiadomości nie dotrą.",
    contacts: (all: string) => `Inny kontakt: ${all}.`,
    noContacts: "Nie ma innego kontaktu w tej rozmowie.",
  },
  {
    en: {
      about: (channel: string) => `Limits of the channel: ${channel}`,
      open: (channel: string, until: string) => `${channel}: you can write ${until}.`,
      person: (channel: string, until: string) =>
        `${channel}: you write as a consultant (${until}). The assistant cannot write here before the resident does.`,
      template: (channel: string) =>
        `${channel}: the window is closed. We send an invitation (template); your words arrive once the resident replies.`,
      invited: (channel: string) =>
        `${channel}: the window is closed. An earlier message is waiting; this one, too, arrives once the resident replies.`,
      closed: (channel: string) => `${channel}: the window is closed. Your message arrives once the resident writes.`,
      off: (channel: string) => `${channel}: this channel is switched off now, no message leaves.`,
      email: "This is e-mail: your reply leaves as a letter in the same thread.",
      noTyping: "The resident does not see that you are typing.",
      noFiles: "Files do not arrive on this channel.",
      tooLarge: (names: string, megabytes: string) =>
        `Too large for this channel (${megabytes} MB at most): ${names}. The resident only reads that there was a file.`,
      inParts: (parts: number, longest: number) => `over ${longest} characters: arrives in parts (about ${parts})`,
      refused: "The resident has blocked us on this channel. Messages will not arrive.",
      contacts: (all: string) => `Another contact: ${all}.`,
      noContacts: "There is no other contact in this conversation.",
    },
    uk: {
      about: (channel: string) => `Обмеження каналу: ${channel}`,
      open: (channel: string, until: string) => `${channel}: можете писати ${until}.`,
      person: (channel: string, until: string) =>
        `${channel}: ви пишете як консультант (${until}). Асистент не напише тут, доки мешканець не озветься.`,
      template: (channel: string) =>
        `${channel}: вікно закрите. Надішлемо запрошення (шаблон), а текст надійде, коли мешканець відповість.`,
      invited: (channel: string) =>
        `${channel}: вікно закрите. Попереднє повідомлення вже чекає, це теж надійде, коли мешканець відповість.`,
      closed: (channel: string) => `${channel}: вікно закрите. Повідомлення надійде, коли мешканець напише.`,
      off: (channel: string) => `${channel}: цей канал зараз вимкнено, повідомлення не надсилаються.`,
      email: "Це електронна пошта: відповідь піде листом у тій самій гілці.",
      noTyping: "Мешканець не бачить, що ви пишете.",
      noFiles: "На цьому каналі файл не надійде.",
      tooLarge: (names: string, megabytes: string) =>
        `Завеликі для цього каналу (щонайбільше ${megabytes} МБ): ${names}. Мешканець прочитає лише, що був файл.`,
      inParts: (parts: number, longest: number) => `довше за ${longest} симв.: надійде частинами (близько ${parts})`,
      refused: "Мешканець заблокував нас на цьому каналі. Повідомлення не надійдуть.",
      contacts: (all: string) => `Інший контакт: ${all}.`,
      noContacts: "Іншого контакту в цій розмові немає.",
    },
  },
);
