import { words } from "./language";

export const passwordWords = words(
  {
    old: "Obecne hasło",
    oneTime: "Hasło jednorazowe",
    fresh: "Nowe hasło",
    again: "Nowe hasło jeszcze raz",
    hint: "Co najmniej 12 znaków. Najlepiej kilka zwykłych słów – łatwiej je zapamiętać.",
    show: "Pokaż albo ukryj hasło",
    differs: "Nowe hasła różnią się od siebie.",
    save: "Zapisz hasło",
    saved: "Hasło zmienione. Inne urządzenia zostały wylogowane.",
  },
  {
    en: {
      old: "Present password",
      oneTime: "One-time password",
      fresh: "New password",
      again: "New password once more",
      hint: "At least 12 characters. A few ordinary words are best – they are easier to remember.",
      show: "Show or hide the password",
      differs: "The new passwords differ.",
      save: "Save the password",
      saved: "The password is changed. Other devices are logged out.",
    },
    uk: {
      old: "Поточний пароль",
      oneTime: "Одноразовий пароль",
      fresh: "Новий пароль",
      again: "Новий пароль ще раз",
      hint: "Щонайменше 12 символів. Найкраще кілька звичайних слів – їх легше запам’ятати.",
      show: "Показати або сховати пароль",
      differs: "Нові паролі різняться.",
      save: "Зберегти пароль",
      saved: "Пароль змінено. Інші пристрої вийшли з акаунта.",
    },
  },
);
