import { z } from "zod";
import { SectionName } from "../../conversation/reply";
import type { ArticleForm } from "../../knowledge/editing/form";
import { Text } from "./text";

const Line = Text.max(500);
const Words = Text.max(20_000);
const Day = Text.max(40);
const told = {
  title: Line,
  phrasings: z.array(Line).max(500),
  answer: Words,
  sections: z.partialRecord(SectionName, Words),
};

/** An article's form as the page sends it; whether it is right is told with the draft, not by refusing it. */
export const ArticleFormBody: z.ZodType<ArticleForm> = z.strictObject({
  ...told,
  id: Text.max(200),
  keywords: z.array(Line).max(200),
  unit: Line,
  competence: z.enum(["city", "other"]),
  sources: z.array(Text.max(2000)).max(50),
  quotes: z.array(Text.max(5000)).max(200),
  sourceDate: Line,
  checkedOn: Day,
  checkAgain: Day,
  confidence: z.enum(["high", "medium", "low"]),
  related: z.array(Line).max(50),
  owner: Line,
  validFrom: Day,
  validUntil: Day,
  whenOverdue: z.enum(["caution", "person"]),
  en: z.strictObject(told),
  uk: z.strictObject(told),
});
