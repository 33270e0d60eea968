import type { Language } from "../../conversation/language";
import type { Article } from "../article";
import { partsOf, versionsOf } from "./versions";

/** An address that is not safe to send people to; without a language it is a source. */
export type UnsafeLink = { url: string; language?: Language };

/** Every address that does not begin with https, once for each place it stands in. */
export function unsafeLinks(article: Article): UnsafeLink[] {
  const sources = article.sources.filter(isUnsafe).map((url) => ({ url }));
  const inTexts = versionsOf(article).flatMap((version) => {
    const text = partsOf(version)
      .map((part) => part.text)
      .join("\n");
    return [...new Set(text.match(/http:\/\/[^\s)\]]+/gi) ?? [])].map((url) => ({ url, language: version.language }));
  });
  return [...sources, ...inTexts];
}

const isUnsafe = (url: string) => !/^https:/i.test(url);
