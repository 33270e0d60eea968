import type { CloseReason, QueueItem } from "../../../staff/wire";
import { words } from "../kit/language";

type Reasons = Record<NonNullable<QueueItem["reason"]>, string>;
type Closings = Record<CloseReason, string>;
type Languages = Record<QueueItem["language"], string>;

const pl = {
  conversation: "Rozmowa",
  untitled: "Rozmowa bez tematu",
  back: "Do listy",
  missing: "Nie ma takiej rozmowy albo została usunięta.",
  panel: "Panel boczny",
  showPanel: "Pokaż panel boczny",
  resident: "Mieszkaniec",
  bot: "Asystent",
  you: "Ty",
  reasons: {
    asked_for_human: "prosi o człowieka",
    not_understood: "asystent nie zrozumiał",
    none_of_these: "nic z propozycji nie pasowało",
    dialog_stuck: "utknięcie w formularzu",
    backend_failed: "awaria po stronie miasta",
    bot_failed: "awaria asystenta",
    not_answered: "odpowiedź jest właśnie sprawdzana",
    topic_off: "odpowiadanie na ten temat jest wyłączone",
  } satisfies Reasons,
  closings: {
    solved: "Sprawa załatwiona",
    redirected: "Wskazano inną instytucję lub miejsce",
    phoned: "Dokończono przez telefon",
    resident_left: "Mieszkaniec przestał odpowiadać",
    abuse: "Obraźliwe wiadomości",
    spam: "Spam",
    other: "Inny powód",
  } satisfies Closings,
  languages: { pl: "polski", en: "angielski", uk: "ukraiński" } satisfies Languages,
};

/** Words that several parts of an open conversation need. */
export const conversationWords = words(pl, {
  en: {
    conversation: "Conversation",
    untitled: "Conversation without a topic",
    back: "To the list",
    missing: "There is no such conversation, or it has been deleted.",
    panel: "Side panel",
    showPanel: "Show the side panel",
    resident: "Resident",
    bot: "Assistant",
    you: "You",
    reasons: {
      asked_for_human: "asks for a person",
      not_understood: "the assistant did not understand",
      none_of_these: "nothing offered was right",
      dialog_stuck: "stuck in a form",
      backend_failed: "failure on the city's side",
      bot_failed: "the assistant failed",
      not_answered: "the answer is being checked",
      topic_off: "answering on this topic is switched off",
    },
    closings: {
      solved: "Solved",
      redirected: "Another institution or place was named",
      phoned: "Finished by phone",
      resident_left: "The resident stopped answering",
      abuse: "Abusive messages",
      spam: "Spam",
      other: "Another reason",
    },
    languages: { pl: "Polish", en: "English", uk: "Ukrainian" },
  },
  uk: {
    conversation: "Розмова",
    untitled: "Розмова без теми",
    back: "До списку",
    missing: "Такої розмови немає або її видалено.",
    panel: "Бічна панель",
    showPanel: "Показати бічну панель",
    resident: "Мешканець",
    bot: "Асистент",
    you: "Ви",
    reasons: {
      asked_for_human: "просить людину",
      not_understood: "асистент не зрозумів",
      none_of_these: "нічого із запропонованого не підійшло",
      dialog_stuck: "форма не йде далі",
      backend_failed: "збій на боці міста",
      bot_failed: "збій асистента",
      not_answered: "відповідь саме перевіряють",
      topic_off: "відповіді на цю тему вимкнено",
    },
    closings: {
      solved: "Справу вирішено",
      redirected: "Вказано іншу установу чи місце",
      phoned: "Завершено телефоном",
      resident_left: "Мешканець перестав відповідати",
      abuse: "Образливі повідомлення",
      spam: "Спам",
      other: "Інша причина",
    },
    languages: { pl: "польська", en: "англійська", uk: "українська" },
  },
});
