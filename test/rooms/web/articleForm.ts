import type { ArticleForm } from "../../../src/web/console/knowledge/editor/fields";

/** A small article as a form. */
export const articleForm = (): ArticleForm => ({
  id: "dowod",
  title: "Dowód osobisty",
  phrasings: ["jak wyrobić dowód", "gdzie po dowód"],
  answer: "Złóż wniosek.",
  sections: { need: "dowód\nzdjęcie" },
  en: { title: "Identity card", phrasings: ["id card"], answer: "Apply.", sections: { need: "the card\na photo" } },
  uk: { title: "Посвідчення", phrasings: ["dowód"], answer: "Подайте заяву.", sections: { need: "фото" } },
  keywords: ["dowód"],
  unit: "Wydział Spraw Administracyjnych",
  competence: "city",
  sources: ["https://www.gov.pl"],
  quotes: [],
  sourceDate: "2026",
  checkedOn: "2026-09-01",
  checkAgain: "2027-03-01",
  confidence: "high",
  related: [],
  owner: "",
  validFrom: "",
  validUntil: "",
  whenOverdue: "caution",
});
