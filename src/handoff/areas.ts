import { z } from "zod";
import type { Path } from "../content/checkYaml";
import { type Folder, within } from "../content/folder";
import { complain, type Mistake } from "../content/mistakes";
import { checkedYamlFile } from "../content/readFiles";
import { Localized } from "../conversation/language";
import type { Intent } from "../conversation/understanding";

/** `dialogs/_areas.yaml`: fields of work that consultants know about, by articles and by groups of services. */
const AreaFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: Localized,
  articles: z.array(z.string()).default([]),
  /** `group` of services. */
  groups: z.array(z.string()).default([]),
});
export const Areas = z.array(AreaFile).min(1);
export type Area = z.infer<typeof AreaFile>;

type Known = { articles: ReadonlySet<string>; groups: ReadonlySet<string> };

/** The areas of work; refuses an unknown article or group, and what is named twice. */
export function loadAreas(dialogsFolder: Folder, known: Known): Area[] {
  const { value: areas, mistake } = checkedYamlFile(within(dialogsFolder, "_areas.yaml"), Areas);
  const seen = new Set<string>();
  const check = (path: Path, name: string, isKnown: boolean): Mistake[] => {
    if (!isKnown) return [mistake(path, `nie ma „${name}”`)];
    if (seen.has(name)) return [mistake(path, `„${name}” jest już wyżej`)];
    seen.add(name);
    return [];
  };
  complain(
    areas.flatMap(({ id, articles, groups }, n) => [
      ...check([n, "id"], id, true),
      ...articles.flatMap((article, i) =>
        check([n, "articles", i], `knowledge/${article}`, known.articles.has(article)),
      ),
      ...groups.flatMap((group, i) => check([n, "groups", i], `group: ${group}`, known.groups.has(group))),
    ]),
  );
  return areas;
}

/** The area an intent belongs to; undefined for what is nobody's in particular. */
export function areaOf(
  intent: Intent | undefined,
  areas: Area[],
  groupOf: (service: string) => string | undefined,
): string | undefined {
  if (intent?.kind === "article") return areas.find(({ articles }) => articles.includes(intent.id))?.id;
  const group = intent?.kind === "service" ? groupOf(intent.id) : undefined;
  return group === undefined ? undefined : areas.find(({ groups }) => groups.includes(group))?.id;
}
