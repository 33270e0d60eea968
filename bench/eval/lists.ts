import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { firstTurn } from "../../src/turn/firstTurn";
import { handleTurn } from "../../src/turn/handleTurn";
import type { Parts } from "../../src/turn/parts";
import { measureEntities } from "./entities";
import { measureLanguages } from "./languages";
import { percent, share } from "./measures";

const Danger = z.object({ text: z.string(), danger: z.boolean(), kind: z.string() });
const Behaviour = z.object({ text: z.string(), behaviour: z.string() });

/** Prints what the project's own lists show: danger, languages, behaviours, entities, masking. */
export function measureLists(folder: string, parts: Parts): void {
  tellDanger(measureDanger(folder, parts));
  console.log("languages");
  console.table(
    measureLanguages(join(folder, "languages.jsonl")).map(({ language, n, right }) => ({
      language,
      n,
      right: percent(right / n),
    })),
  );
  tellBehaviours(folder, parts);
  console.log("entities and masking");
  console.table(
    Object.entries(measureEntities(folder)).map(([kind, { precision, recall, expected }]) => ({
      kind,
      expected,
      precision: percent(precision),
      recall: percent(recall),
    })),
  );
}

export type DangerShot = { text: string; danger: boolean; kind: string; alarmed: boolean; numbered: boolean };

/** For each text of `danger.jsonl`: whether consultants were alarmed, and whether an emergency number was told first. */
export function measureDanger(folder: string, parts: Parts): DangerShot[] {
  return read(join(folder, "danger.jsonl"), Danger).map((item) => {
    const { replies, effects } = handleTurn(firstTurn(item.text, new Date("2026-11-23T10:00:00Z")), parts);
    const alarmed = effects.some(({ kind }) => kind === "alert");
    const numbered = NUMBER.test(replies[0]?.text ?? "");
    return { ...item, alarmed, numbered };
  });
}

/** Numbers one calls when somebody is in danger. */
const NUMBER = /\b(?:112|99[1-9]|116 ?1\d\d|12 421 92 82)\b/;

function tellDanger(shots: DangerShot[]): void {
  const real = shots.filter(({ danger }) => danger);
  const alike = shots.filter(({ danger }) => !danger);
  console.log("danger");
  console.table([
    {
      "dangers, n": real.length,
      "number told first": percent(share(real, ({ numbered }) => numbered)),
      "consultant alerted": percent(share(real, ({ alarmed }) => alarmed)),
      "look-alikes, n": alike.length,
      "false alarms": percent(share(alike, ({ alarmed }) => alarmed)),
    },
  ]);
}

function tellBehaviours(folder: string, parts: Parts): void {
  const items = read(join(folder, "behaviours.jsonl"), Behaviour);
  const groups = [...new Set(items.map(({ behaviour }) => behaviour))];
  console.log("what the bot does about talk beside the matter");
  console.table(
    groups.map((group) => {
      const did = items
        .filter(({ behaviour }) => behaviour === group)
        .map(({ text }) => {
          const { decision } = handleTurn(firstTurn(text, new Date()), parts).record.decided;
          return "id" in decision ? decision.id : "reason" in decision ? decision.reason : decision.kind;
        });
      const counted = [...new Set(did)].map((one) => ({ one, n: did.filter((other) => other === one).length }));
      const told = counted.sort((a, b) => b.n - a.n).map(({ one, n }) => `${one} ${n}`);
      return { behaviour: group, n: did.length, did: told.join(", ") };
    }),
  );
}

function read<S extends z.ZodType>(file: string, schema: S): z.infer<S>[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
