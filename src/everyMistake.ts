import { type Folder, within } from "./content/folder";
import { ContentError, type Mistake } from "./content/mistakes";
import { loadDialogs } from "./dialogs/loadDialogs";
import { loadShortcuts } from "./handoff/shortcuts";
import { loadArticles } from "./knowledge/loadArticles";
import { loadBotPhrases } from "./loadBotPhrases";
import { loadContent, readHours } from "./loadParts";
import { loadServices } from "./serviceRequests/loadServices";
import { loadUnits } from "./serviceRequests/units";
import { loadAccepted } from "./understanding/accepted";
import { loadSmallTalk } from "./understanding/smallTalk";

/**
 * Everything that is wrong with what editors wrote, kind by kind, where loading stops at the first kind with mistakes.
 * What several kinds must agree on is looked at once each is right by itself.
 */
export function everyMistake(folder: Folder): Mistake[] {
  const [dialogs, knowledge] = [within(folder, "dialogs"), within(folder, "knowledge")];
  const found = [
    () => loadArticles(knowledge),
    () => loadDialogs(dialogs),
    () => loadServices(dialogs),
    () => loadUnits(dialogs),
    () => loadSmallTalk(within(dialogs, "_smallTalk.yaml")),
    () => loadShortcuts(dialogs),
    () => loadBotPhrases(dialogs),
    () => loadAccepted(within(knowledge, "_accepted.yaml")),
    () => readHours(folder),
  ].flatMap(mistakesOf);
  return found.length > 0 ? found : mistakesOf(() => loadContent(folder));
}

function mistakesOf(load: () => unknown): Mistake[] {
  try {
    load();
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.mistakes;
    throw error;
  }
}
