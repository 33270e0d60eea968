import { z } from "zod";
import { type Folder, within } from "../content/folder";
import { complain } from "../content/mistakes";
import { checkedYamlFile } from "../content/readFiles";

const Words = z.string().trim().min(1).max(2000);

/** What `{…}` may stand for in a ready reply. */
const placeholders = ["name", "number", "topic", "greeting"] as const;

/** `dialogs/_shortcuts.yaml`: replies that consultants send again and again. */
const Shortcut = z.strictObject({
  /** Typed after a slash. */
  code: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: z.string().min(1),
  text: z.strictObject({ pl: Words, en: Words, uk: Words }),
});
export type Shortcut = z.infer<typeof Shortcut>;

export const Shortcuts = z.array(Shortcut);

/** The ready replies; refuses a code used twice and an unknown placeholder. */
export function loadShortcuts(dialogsFolder: Folder): Shortcut[] {
  const { value: shortcuts, mistake } = checkedYamlFile(within(dialogsFolder, "_shortcuts.yaml"), Shortcuts);
  const first = new Map(shortcuts.map(({ code }, index) => [code, index] as const).reverse());
  const known = new Set<string>(placeholders);
  complain(
    shortcuts.flatMap(({ code, text }, n) => [
      ...(first.get(code) === n ? [] : [mistake([n, "code"], `kod „${code}” jest już wyżej`)]),
      ...Object.entries(text).flatMap(([language, words]) =>
        [...words.matchAll(/\{([^}]*)\}/g)]
          .filter(([, name = ""]) => !known.has(name))
          .map(([shown]) =>
            mistake(
              [n, "text", language],
              `nie ma znacznika ${shown}; są: ${placeholders.map((name) => `{${name}}`).join(", ")}`,
            ),
          ),
      ),
    ]),
  );
  return shortcuts;
}
