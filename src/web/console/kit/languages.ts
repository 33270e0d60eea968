/** The console's languages; the words of each view lie beside it in a `texts.ts`. */
export const languages = { pl: "Polski", en: "English", uk: "Українська" } as const;
export type Language = keyof typeof languages;
