import type { Documents } from "../../content/documents";
import type { Draft } from "../../content/doors";
import type { StaffContent } from "../parts";
import type { DocumentGroup, DocumentList, DocumentRow } from "../wire";

const groups: DocumentGroup[] = [
  "dialogs",
  "services",
  "phrases",
  "sentences",
  "replies",
  "smallTalk",
  "areas",
  "units",
  "timings",
  "hours",
  "offices",
  "outside",
  "accepted",
];

/** Documents of which there is one each, with their names for editors. */
const known = new Map<string, { group: DocumentGroup; title: string }>([
  ["dialogs/_bot.pl.yaml", { group: "phrases", title: "Słowa bota po polsku" }],
  ["dialogs/_bot.en.yaml", { group: "phrases", title: "Słowa bota po angielsku" }],
  ["dialogs/_bot.uk.yaml", { group: "phrases", title: "Słowa bota po ukraińsku" }],
  ["dialogs/_phrases.yaml", { group: "phrases", title: "Słowa formularzy" }],
  ["dialogs/_commands.yaml", { group: "phrases", title: "Słowa, którymi steruje się dialogiem" }],
  ["dialogs/_sentences.yaml", { group: "sentences", title: "Zdania o stanie zgłoszenia" }],
  ["dialogs/_shortcuts.yaml", { group: "replies", title: "Gotowe odpowiedzi konsultantów" }],
  ["dialogs/_smallTalk.yaml", { group: "smallTalk", title: "Rozmowa obok sprawy: powitania, podziękowania, alarmy" }],
  ["dialogs/_areas.yaml", { group: "areas", title: "Dziedziny, na których znają się konsultanci" }],
  ["dialogs/_units.yaml", { group: "units", title: "Jednostki i ich telefony" }],
  ["dialogs/_timings.yaml", { group: "timings", title: "Terminy spraw w dniach" }],
  ["dialogs/_openingHours.yaml", { group: "hours", title: "Godziny pracy konsultantów" }],
  ["knowledge/_offices.yaml", { group: "offices", title: "Miejsca obsługi, ich adresy i godziny" }],
  ["knowledge/_outside.yaml", { group: "outside", title: "Sprawy innych instytucji" }],
  ["knowledge/_accepted.yaml", { group: "accepted", title: "Jak często bot może się mylić, w procentach" }],
]);

type Named = Pick<StaffContent, "dialogs" | "services">;

/** What there is to edit beside the articles, with what only drafts have so far. */
export function listDocuments(documents: Documents, drafts: Draft[], content: Named): DocumentList {
  const paths = new Set([...documents.keys(), ...drafts.flatMap(pathsOf)]);
  const rows = [...paths].map((path) => ({ group: groupOf(path), row: documentRow(path, drafts, content) }));
  return {
    groups: groups.flatMap((group) => {
      const found = rows.filter((one) => one.group === group).map(({ row }) => row);
      return found.length > 0 ? [{ group, documents: found.sort(inOrder) }] : [];
    }),
  };
}

/** What lists say of one document. */
export function documentRow(path: string, drafts: Draft[], content: Named): DocumentRow {
  const open = drafts.filter((draft) => pathsOf(draft).includes(path));
  return { path, title: documentTitle(path, content), drafts: open.length };
}

/** Where a document belongs; undefined for articles and whatever is no document of editors. */
function groupOf(path: string): DocumentGroup | undefined {
  if (/^dialogs\/services\/[^_/][^/]*\.yaml$/.test(path)) return "services";
  return /^dialogs\/[^_/][^/]*\.yaml$/.test(path) ? "dialogs" : known.get(path)?.group;
}

const pathsOf = ({ documents }: Draft) => documents.map(({ path }) => path);

/** What a document is called, in Polish. */
export function documentTitle(path: string, { dialogs, services }: Named): string {
  const id = path.replace(/^.*\/|\.yaml$/g, "");
  const label = groupOf(path) === "services" ? services.get(id)?.label : dialogs.dialogs.get(id)?.title;
  return known.get(path)?.title ?? label?.pl ?? id;
}

const order = [...known.keys()];
const inOrder = (a: DocumentRow, b: DocumentRow) =>
  order.indexOf(a.path) - order.indexOf(b.path) || a.title.localeCompare(b.title, "pl");
