import type { ArticleRow } from "../../../../staff/wire";
import { words } from "../../kit/language";

type Doubts = Record<NonNullable<ArticleRow["doubt"]>["standing"], string>;

export const topicWords = words(
  {
    isOff: "Bot nie odpowiada na ten temat – łączy z człowiekiem",
    off: "nie odpowiada bot",
    who: (by: string, when: string) => `${by}, ${when}`,
    switchOff: "Wyłącz odpowiadanie",
    switchOn: "Włącz odpowiadanie",
    intro:
      "Od razu po wyłączeniu bot przestaje odpowiadać na ten temat i zamiast tego łączy z konsultantem albo prosi o kontakt. Rozpoczęte rozmowy o nim można dokończyć.",
    topic: "Temat",
    chosen: (title: string) => `Wybrano: ${title}`,
    staysOn: (title: string) => `Na to bot odpowiada zawsze: ${title}`,
    why: "Dlaczego",
    whyHint: "Zobaczą to konsultanci i redaktorzy.",
    list: (n: number) => `Tematy, na które bot nie odpowiada: ${n}`,
    listIntro: "Zamiast odpowiedzi bot łączy z konsultantem albo prosi o kontakt.",
    doubts: {
      overdue: "nie sprawdzony w terminie",
      expired: "już nie obowiązuje",
      not_yet: "jeszcze nie obowiązuje",
    } satisfies Doubts,
    told: "bot podaje z ostrzeżeniem",
    notTold: "bot łączy z człowiekiem",
    kinds: { article: "artykuł", service: "rodzaj zgłoszenia", outside: "sprawa innej instytucji", dialog: "dialog" },
  },
  {
    en: {
      isOff: "The bot does not answer on this topic and brings a person",
      off: "not answered by the bot",
      who: (by, when) => `${by}, ${when}`,
      switchOff: "Switch answering off",
      switchOn: "Switch answering on",
      intro:
        "From then on the bot no longer answers on this topic and brings a consultant instead, or asks for a contact. Conversations about it that were begun can be finished.",
      topic: "Topic",
      chosen: (title) => `Chosen: ${title}`,
      staysOn: (title) => `The bot always answers this: ${title}`,
      why: "Why",
      whyHint: "Consultants and editors will see it.",
      list: (n) => `Topics the bot does not answer: ${n}`,
      listIntro: "Instead of answering, the bot brings a consultant or asks for a contact.",
      doubts: { overdue: "not checked in time", expired: "no longer valid", not_yet: "not in force yet" },
      told: "the bot tells it with a caution",
      notTold: "the bot brings a person",
      kinds: {
        article: "article",
        service: "kind of report",
        outside: "another institution's matter",
        dialog: "dialog",
      },
    },
    uk: {
      isOff: "Бот не відповідає на цю тему – кличе людину",
      off: "бот не відповідає",
      who: (by, when) => `${by}, ${when}`,
      switchOff: "Вимкнути відповіді",
      switchOn: "Увімкнути відповіді",
      intro:
        "Одразу після вимкнення бот перестає відповідати на цю тему й натомість кличе консультанта або просить контакт. Розпочаті розмови про неї можна завершити.",
      topic: "Тема",
      chosen: (title) => `Вибрано: ${title}`,
      staysOn: (title) => `На це бот відповідає завжди: ${title}`,
      why: "Чому",
      whyHint: "Це побачать консультанти й редактори.",
      list: (n) => `Теми, на які бот не відповідає: ${n}`,
      listIntro: "Замість відповіді бот кличе консультанта або просить контакт.",
      doubts: { overdue: "не перевірено вчасно", expired: "вже не чинне", not_yet: "ще не чинне" },
      told: "бот відповідає із застереженням",
      notTold: "бот кличе людину",
      kinds: { article: "стаття", service: "вид заявки", outside: "справа іншої установи", dialog: "діалог" },
    },
  },
);
