import { z } from "zod";

/** The languages Hejnał speaks, Polish first. */
export const Language = z.enum(["pl", "en", "uk"]);
export type Language = z.infer<typeof Language>;

/** A text a resident reads, in every language. */
export const Localized = z.strictObject({ pl: z.string().min(1), en: z.string().min(1), uk: z.string().min(1) });
export type Localized = z.infer<typeof Localized>;
