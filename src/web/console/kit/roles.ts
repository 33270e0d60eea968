import { words } from "./language";

/** Roles as people call them. */
export const roleWords = words(
  {
    consultant: "konsultant",
    supervisor: "kierownik zmiany",
    editor: "redaktor",
    analyst: "analityk",
    administrator: "administrator",
  },
  {
    en: {
      consultant: "consultant",
      supervisor: "supervisor",
      editor: "editor",
      analyst: "analyst",
      administrator: "administrator",
    },
    uk: {
      consultant: "консультант",
      supervisor: "керівник зміни",
      editor: "редактор",
      analyst: "аналітик",
      administrator: "адміністратор",
    },
  },
);
