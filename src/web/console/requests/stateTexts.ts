import { words } from "../kit/language";

export const stateWords = words(
  {
    received: "przyjęte",
    forwarded: "przekazane",
    in_progress: "w realizacji",
    waiting_for_resident: "czeka na mieszkańca",
    done: "zrobione",
    not_feasible: "nie da się",
    forwarded_outside: "poza miastem",
    duplicate: "powtórzone",
    withdrawn: "wycofane",
  },
  {
    en: {
      received: "received",
      forwarded: "passed on",
      in_progress: "in progress",
      waiting_for_resident: "waits for the resident",
      done: "done",
      not_feasible: "cannot be done",
      forwarded_outside: "outside the city",
      duplicate: "duplicate",
      withdrawn: "withdrawn",
    },
    uk: {
      received: "прийнято",
      forwarded: "передано",
      in_progress: "у роботі",
      waiting_for_resident: "чекає на мешканця",
      done: "виконано",
      not_feasible: "неможливо",
      forwarded_outside: "поза містом",
      duplicate: "повторна",
      withdrawn: "відкликано",
    },
  },
);
