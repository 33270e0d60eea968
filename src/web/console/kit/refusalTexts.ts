import type { PasswordMistake, Refused } from "../../../staff/wire";
import type { Language } from "./languages";
import { lineTexts } from "./lineTexts";

/** Codes whose words need nothing but the code; one the page does not know yet is told in general words. */
type PlainCode = Exclude<
  Refused["code"],
  | "locked"
  | "held"
  | "not_yours"
  | "password_refused"
  | "file_refused"
  | "act_refused"
  | "wrong_body"
  | "wrong_lines"
  | "set_full"
  | "page_refused"
  | "not_filed"
>;

type Texts = (typeof lineTexts)[Language] & {
  codes: Record<PlainCode, string>;
  locked(seconds: number): string;
  held(by: string): string;
  notYours: string;
  notYoursBut(by: string): string;
  wrongBody(fields: string): string;
  password: Record<PasswordMistake | "wrong_old", string>;
  file: Record<"too_large" | "wrong_type" | "unreadable" | "too_many", string>;
  act: Record<Extract<Refused, { code: "act_refused" }>["because"], string>;
  unreachable: string;
  unknown: string;
};

const minutes = (seconds: number) => (seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`);

const pl: Texts = {
  ...lineTexts.pl,
  codes: {
    login_refused: "Login lub hasło jest nieprawidłowe.",
    second_factor_needed: "Podaj kod z aplikacji uwierzytelniającej.",
    no_session: "Sesja wygasła. Zaloguj się ponownie – nic z wpisanych rzeczy nie zginęło.",
    csrf: "Ta karta jest ze starszej sesji. Odśwież stronę i spróbuj ponownie.",
    wrong_origin: "Wywołanie przyszło z obcego adresu. Otwórz panel pod jego właściwym adresem.",
    not_json: "Serwer nie rozumie tego wywołania. Odśwież stronę i spróbuj ponownie.",
    forbidden: "Twoja rola na to nie pozwala. Poproś osobę, która ma takie uprawnienie.",
    password_change_required: "Najpierw ustaw własne hasło.",
    second_factor_required: "Najpierw ustaw drugi składnik logowania.",
    not_found: "Tego już nie ma. Odśwież listę.",
    login_taken: "Taki login już istnieje. Wybierz inny.",
    name_taken: "Taka nazwa już istnieje. Wybierz inną.",
    yourself: "Nie można zrobić tego samemu sobie. Poproś drugiego administratora.",
    last_administrator: "To ostatni administrator. Najpierw nadaj tę rolę komuś jeszcze.",
    too_many: "Za dużo naraz. Usuń coś albo spróbuj za chwilę.",
    unknown_intent: "Tego tematu już nie ma w bazie. Wybierz inny.",
    code_refused: "Kod się nie zgadza. Poczekaj na następny i wpisz go jeszcze raz.",
    closed: "Ta rozmowa jest już zakończona.",
    not_offered: "Ta propozycja już nie obowiązuje – rozmowę dostał ktoś inny albo minął czas.",
    nobody_there: "Nikogo z wybranych nie ma teraz na dyżurze. Wybierz kogoś innego albo przekaż mimo to.",
    in_the_past: "Wybierz chwilę w przyszłości, najwyżej za 30 dni.",
    form_mistakes: "Popraw zaznaczone pola.",
    no_mail: "Wysyłanie e-maili nie jest na tym serwerze włączone.",
    stale: "W rozmowie pojawiło się coś nowego. Przeczytaj i wyślij ponownie, jeśli odpowiedź nadal pasuje.",
    office_stale: "Ktoś zapisał w międzyczasie inną wersję. Porównaj obie i wybierz.",
    draft_stale: "Ktoś zapisał ten szkic w międzyczasie.",
    not_published: "Tego szkicu nie można teraz opublikować.",
    content_mistakes: "W treści są błędy, które trzeba poprawić.",
    steals: "Te słowa asystent bierze teraz za coś innego.",
  },
  locked: (seconds) => `Za dużo nieudanych prób. Spróbuj ponownie za ${minutes(seconds)}.`,
  held: (by) => `Tę rozmowę prowadzi teraz ${by}.`,
  notYours: "Nie prowadzisz tej rozmowy. Najpierw ją przejmij.",
  notYoursBut: (by) => `Tę rozmowę prowadzi teraz ${by}. Najpierw ją przejmij.`,
  wrongBody: (fields) => (fields ? `Popraw pola: ${fields}.` : "Popraw wpisane dane."),
  password: {
    wrong_old: "Obecne hasło się nie zgadza.",
    too_short: "Hasło jest za krótkie: potrzeba co najmniej 12 znaków.",
    too_long: "Hasło jest za długie: najwyżej 128 znaków.",
    has_login: "Hasło nie może zawierać loginu.",
    too_common: "To hasło jest zbyt popularne albo zbyt proste.",
    same_as_before: "To jest dotychczasowe hasło. Wymyśl inne.",
  },
  file: {
    too_large: "Plik jest za duży.",
    wrong_type: "Takich plików nie można wysłać. Wyślij obraz albo PDF.",
    unreadable: "Nie da się otworzyć tego obrazu: jest uszkodzony albo niekompletny. Wyślij inny.",
    too_many: "Za dużo plików w jednej wiadomości: najwyżej 5.",
  },
  act: {
    not_allowed: "Tego nie może zrobić konsultant, tylko mieszkaniec albo jednostka.",
    not_yours: "Ta sprawa nie leży już w tej jednostce.",
    not_now: "W obecnym stanie zgłoszenia nie da się tego zrobić.",
    too_late: "Minął czas na ponowne otwarcie.",
    words_missing: "Napisz, dlaczego: ta wiadomość trafi do ludzi.",
    too_long: "Tekst jest za długi: najwyżej 4000 znaków.",
    too_many_photos: "Najwyżej 5 zdjęć.",
    not_itself: "Zgłoszenia nie można połączyć z nim samym.",
    into_closed:
      "Tamto zgłoszenie jest już zakończone. Najpierw otwórz je ponownie, potem połącz, albo zostaw to jako osobną sprawę.",
    unknown: "Nie ma takiego zgłoszenia.",
    stale: "Ktoś zmienił to zgłoszenie w międzyczasie. Przeczytaj, co się stało, i spróbuj ponownie.",
  },
  unreachable: "Serwer nie odpowiada. Sprawdź połączenie i spróbuj ponownie – nic z wpisanych rzeczy nie zginęło.",
  unknown: "Coś się nie udało. Odśwież stronę i spróbuj ponownie.",
};

const en: Texts = {
  ...lineTexts.en,
  codes: {
    login_refused: "The login or the password is wrong.",
    second_factor_needed: "Enter the code from your authenticator app.",
    no_session: "The session has ended. Log in again – nothing you typed is lost.",
    csrf: "This tab belongs to an older session. Reload the page and try again.",
    wrong_origin: "The call came from a foreign address. Open the console at its own address.",
    not_json: "The server does not understand this call. Reload the page and try again.",
    forbidden: "Your role does not allow this. Ask somebody who has the right.",
    password_change_required: "Set your own password first.",
    second_factor_required: "Set up the second factor first.",
    not_found: "This is gone. Reload the list.",
    login_taken: "This login is taken. Choose another one.",
    name_taken: "This name is taken. Choose another one.",
    yourself: "You cannot do this to yourself. Ask another administrator.",
    last_administrator: "This is the last administrator. Give the role to somebody else first.",
    too_many: "Too much at once. Remove something or try again in a moment.",
    unknown_intent: "This topic is no longer known. Choose another one.",
    code_refused: "The code does not match. Wait for the next one and enter it.",
    closed: "This conversation is closed.",
    not_offered: "This offer is over – somebody else has the conversation, or time ran out.",
    nobody_there: "None of them is at the desk now. Choose somebody else or pass it on anyway.",
    in_the_past: "Choose a moment in the future, within 30 days.",
    form_mistakes: "Correct the marked fields.",
    no_mail: "This server is not set up to send e-mail.",
    stale: "Something new was said. Read it and send again if the reply still fits.",
    office_stale: "Somebody saved another version meanwhile. Compare both and choose.",
    draft_stale: "Somebody saved this draft meanwhile.",
    not_published: "This draft cannot be published now.",
    content_mistakes: "There are mistakes in the content to be corrected.",
    steals: "The assistant takes these words for something else now.",
  },
  locked: (seconds) => `Too many failed attempts. Try again in ${minutes(seconds)}.`,
  held: (by) => `${by} has this conversation now.`,
  notYours: "This conversation is not yours. Take it over first.",
  notYoursBut: (by) => `${by} has this conversation now. Take it over first.`,
  wrongBody: (fields) => (fields ? `Correct these fields: ${fields}.` : "Correct what you entered."),
  password: {
    wrong_old: "The present password does not match.",
    too_short: "The password is too short: at least 12 characters.",
    too_long: "The password is too long: at most 128 characters.",
    has_login: "The password must not contain the login.",
    too_common: "This password is too common or too simple.",
    same_as_before: "This is your present password. Choose another one.",
  },
  file: {
    too_large: "The file is too large.",
    wrong_type: "Such files cannot be sent. Send an image or a PDF.",
    unreadable: "This image cannot be opened: it is damaged or incomplete. Send another one.",
    too_many: "Too many files in one message: at most 5.",
  },
  act: {
    not_allowed: "Only the resident or the unit can do this, not a consultant.",
    not_yours: "The matter is no longer with this unit.",
    not_now: "This cannot be done in the present state.",
    too_late: "The time for reopening is over.",
    words_missing: "Write why: people will read it.",
    too_long: "The text is too long: at most 4,000 characters.",
    too_many_photos: "At most 5 photos.",
    not_itself: "A report cannot be merged into itself.",
    into_closed: "That report is closed. Reopen it first and then merge, or leave this one as a matter of its own.",
    unknown: "There is no such report.",
    stale: "Somebody changed this report meanwhile. Read what happened and try again.",
  },
  unreachable: "The server does not answer. Check the connection and try again – nothing you typed is lost.",
  unknown: "Something went wrong. Reload the page and try again.",
};

const uk: Texts = {
  ...lineTexts.uk,
  codes: {
    login_refused: "Неправильний логін або пароль.",
    second_factor_needed: "Введіть код із застосунку автентифікації.",
    no_session: "Сесія закінчилася. Увійдіть ще раз – нічого з введеного не втрачено.",
    csrf: "Ця вкладка належить до старішої сесії. Оновіть сторінку та спробуйте ще раз.",
    wrong_origin: "Запит надійшов із чужої адреси. Відкрийте панель за її власною адресою.",
    not_json: "Сервер не розуміє цього запиту. Оновіть сторінку та спробуйте ще раз.",
    forbidden: "Ваша роль цього не дозволяє. Попросіть того, хто має таке право.",
    password_change_required: "Спершу встановіть власний пароль.",
    second_factor_required: "Спершу налаштуйте другий фактор входу.",
    not_found: "Цього вже немає. Оновіть список.",
    login_taken: "Такий логін уже існує. Виберіть інший.",
    name_taken: "Така назва вже існує. Виберіть іншу.",
    yourself: "Цього не можна зробити собі. Попросіть іншого адміністратора.",
    last_administrator: "Це останній адміністратор. Спершу надайте цю роль комусь іще.",
    too_many: "Забагато одразу. Приберіть щось або спробуйте за хвилину.",
    unknown_intent: "Цієї теми вже немає. Виберіть іншу.",
    code_refused: "Код не збігається. Дочекайтеся наступного та введіть його.",
    closed: "Ця розмова вже завершена.",
    not_offered: "Ця пропозиція вже не діє – розмову отримав хтось інший або час минув.",
    nobody_there: "Нікого з вибраних зараз немає на чергуванні. Виберіть іншого або передайте попри це.",
    in_the_past: "Виберіть момент у майбутньому, щонайпізніше за 30 днів.",
    form_mistakes: "Виправте позначені поля.",
    no_mail: "Надсилання листів на цьому сервері не налаштовано.",
    stale: "У розмові з’явилося щось нове. Прочитайте та надішліть ще раз, якщо відповідь досі підходить.",
    office_stale: "Хтось тим часом зберіг іншу версію. Порівняйте обидві й виберіть.",
    draft_stale: "Хтось тим часом зберіг цю чернетку.",
    not_published: "Цю чернетку зараз не можна опублікувати.",
    content_mistakes: "У змісті є помилки, які треба виправити.",
    steals: "Ці слова помічник зараз вважає чимось іншим.",
  },
  locked: (seconds) => `Забагато невдалих спроб. Спробуйте ще раз за ${minutes(seconds)}.`,
  held: (by) => `Цю розмову зараз веде ${by}.`,
  notYours: "Ви не ведете цю розмову. Спершу перейміть її.",
  notYoursBut: (by) => `Цю розмову зараз веде ${by}. Спершу перейміть її.`,
  wrongBody: (fields) => (fields ? `Виправте поля: ${fields}.` : "Виправте введені дані."),
  password: {
    wrong_old: "Поточний пароль не збігається.",
    too_short: "Пароль закороткий: потрібно щонайменше 12 символів.",
    too_long: "Пароль задовгий: щонайбільше 128 символів.",
    has_login: "Пароль не може містити логін.",
    too_common: "Цей пароль надто поширений або надто простий.",
    same_as_before: "Це ваш поточний пароль. Придумайте інший.",
  },
  file: {
    too_large: "Файл завеликий.",
    wrong_type: "Такі файли не можна надіслати. Надішліть зображення або PDF.",
    unreadable: "Це зображення не вдається відкрити: воно пошкоджене або неповне. Надішліть інше.",
    too_many: "Забагато файлів в одному повідомленні: щонайбільше 5.",
  },
  act: {
    not_allowed: "Це може зробити лише мешканець або установа, не консультант.",
    not_yours: "Ця справа вже не в цій установі.",
    not_now: "У теперішньому стані заявки цього зробити не можна.",
    too_late: "Час на повторне відкриття минув.",
    words_missing: "Напишіть чому: це прочитають люди.",
    too_long: "Текст задовгий: щонайбільше 4000 знаків.",
    too_many_photos: "Щонайбільше 5 фото.",
    not_itself: "Заявку не можна об’єднати з нею самою.",
    into_closed: "Та заявка вже закрита. Спершу відкрийте її знову, потім об’єднайте, або залиште цю окремою справою.",
    unknown: "Такої заявки немає.",
    stale: "Хтось тим часом змінив цю заявку. Прочитайте, що сталося, і спробуйте ще раз.",
  },
  unreachable: "Сервер не відповідає. Перевірте з’єднання та спробуйте ще раз – нічого з введеного не втрачено.",
  unknown: "Щось не вдалося. Оновіть сторінку та спробуйте ще раз.",
};

export const refusalTexts = { pl, en, uk } satisfies Record<Language, Texts>;
