import type { DeliveryState } from "../../../../staff/wire";
import { words } from "../../kit/language";
import type { Reason } from "./reasonOf";

type States = Record<DeliveryState, string>;
type Reasons = Record<Reason, string>;

export const deliveryWords = words(
  {
    states: {
      due: "czeka na wysłanie",
      held: "czeka, aż mieszkaniec napisze",
      sent: "wysłano",
      delivered: "dostarczono",
      read: "przeczytano",
      failed: "nie dotarło",
    } satisfies States,
    again: "próbujemy ponownie",
    unknown: "Ten kanał nie mówi, czy wiadomość dotarła.",
    reasons: {
      blocked: "mieszkaniec zablokował nas na tym kanale",
      window: "okno kanału jest zamknięte",
      down: "kanał teraz nie odpowiada",
      tooFast: "kanał prosi, żeby wysyłać wolniej",
      expired: "dostęp miasta do kanału wygasł, musi go odnowić administrator",
      tooLong: "za długie albo za duże dla tego kanału",
      gone: "na tym kanale nie ma takiej osoby albo rozmowy",
      quiet: "więcej automatycznych odpowiedzi teraz tu nie wysyłamy",
      noFile: "tego pliku już nie ma",
    } satisfies Reasons,
  },
  {
    en: {
      states: {
        due: "waits to be sent",
        held: "waits until the resident writes",
        sent: "sent",
        delivered: "delivered",
        read: "read",
        failed: "did not arrive",
      },
      again: "we try again",
      unknown: "This channel does not tell whether a message arrived.",
      reasons: {
        blocked: "the resident has blocked us on this channel",
        window: "the channel’s window is closed",
        down: "the channel does not answer now",
        tooFast: "the channel asks us to send more slowly",
        expired: "the city’s access to the channel has expired, an administrator has to renew it",
        tooLong: "too long or too large for this channel",
        gone: "there is no such person or conversation on this channel",
        quiet: "no more automatic replies are sent here now",
        noFile: "the file is not there any more",
      },
    },
    uk: {
      states: {
        due: "чекає на надсилання",
        held: "чекає, доки мешканець напише",
        sent: "надіслано",
        delivered: "доставлено",
        read: "прочитано",
        failed: "не надійшло",
      },
      again: "пробуємо ще раз",
      unknown: "Цей канал не повідомляє, чи надійшло повідомлення.",
      reasons: {
        blocked: "мешканець заблокував нас на цьому каналі",
        window: "вікно каналу закрите",
        down: "канал зараз не відповідає",
        tooFast: "канал просить надсилати повільніше",
        expired: "доступ міста до каналу закінчився, його має поновити адміністратор",
        tooLong: "задовге або завелике для цього каналу",
        gone: "на цьому каналі немає такої особи або розмови",
        quiet: "більше автоматичних відповідей зараз сюди не надсилаємо",
        noFile: "цього файлу вже немає",
      },
    },
  },
);
