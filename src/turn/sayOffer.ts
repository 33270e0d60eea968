import type { Language } from "../conversation/language";
import type { Choice, Reply } from "../conversation/reply";
import type { Intent } from "../conversation/understanding";
import type { Content } from "./parts";
import { startPressedService } from "./rule";
import { articleTitle } from "./sayArticle";

/** Asks which of these meanings it is; a way out and a person are always among the buttons. */
export function sayOffer(intents: Intent[], language: Language, content: Content): Reply {
  const phrases = content.botPhrases[language];
  const options = intents.flatMap((intent) => choiceFor(intent, language, content));
  const different = options.filter((option, i) => options.findIndex(({ title }) => title === option.title) === i);
  return {
    text: phrases.offer,
    choices: [
      ...different,
      { title: phrases.noneOfThese, wish: { kind: "none_of_these" } },
      { title: phrases.human, wish: { kind: "human" } },
    ],
  };
}

/** The button for a meaning; none when editors have removed it, or when there is nothing to press. */
export function choiceFor({ kind, id }: Intent, language: Language, content: Content): Choice[] {
  switch (kind) {
    case "article": {
      const article = content.articles.get(id);
      return article ? [{ title: articleTitle(article, language), wish: { kind: "read", article: id } }] : [];
    }
    case "service": {
      const service = content.services.get(id);
      if (!service) return [];
      const files = service.kind !== "formal" && service.kind !== "redirect" && id !== "idea";
      const label = service.label[language];
      const title = files ? `${content.botPhrases[language].reportThis}: ${label}` : label;
      return [{ title, wish: startPressedService(id) }];
    }
    case "dialog": {
      const dialog = content.dialogs.dialogs.get(id);
      return dialog ? [{ title: dialog.title[language], wish: { kind: "start", dialog: id } }] : [];
    }
    default:
      return [];
  }
}
