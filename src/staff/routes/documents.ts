import { z } from "zod";
import { checkYaml } from "../../content/checkYaml";
import { isDocumentPath } from "../../content/documents";
import { shapeOf } from "../../content/shape";
import { yamlTree } from "../../content/yamlTree";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse } from "../route";
import { documentRow, listDocuments } from "../studio/editorsDocuments";
import { type DocumentView, TreeQuery } from "../wire";

/** What there is to edit beside the articles. */
async function documents(_: Call, { studio, content }: StaffParts): Promise<Answer> {
  const [released, drafts] = await Promise.all([studio.documents(), studio.store.drafts()]);
  return ok(listDocuments(released, drafts, content()));
}

/** One of them as a form is drawn of it. */
async function tree({ query }: Call, parts: StaffParts): Promise<Answer> {
  const read = TreeQuery.safeParse(query);
  if (!read.success)
    return refuse(400, { code: "wrong_body", fields: read.error.issues.map(({ path }) => path.join(".")) });
  const { path, draft } = read.data;
  const text = isYaml(path) ? await textOf(path, draft, parts) : undefined;
  if (text === undefined || text === null) return refuse(404, { code: "not_found" });
  return ok(view(path, text, await documentRowOf(path, parts), parts));
}

const isYaml = (path: string) => isDocumentPath(path) && path.endsWith(".yaml");

const documentRowOf = async (path: string, { studio, content }: StaffParts) =>
  documentRow(path, await studio.store.drafts(), content());

/** As the draft has it, where it has it. */
async function textOf(path: string, draft: string | undefined, { studio }: StaffParts) {
  const found = draft === undefined ? undefined : await studio.store.draft(draft);
  if (draft !== undefined && !found) return undefined;
  const changed = found?.documents.find((document) => document.path === path);
  return changed ? changed.text : (await studio.documents()).get(path);
}

function view(
  path: string,
  text: string,
  row: Omit<DocumentView, "text" | "mistakes">,
  parts: StaffParts,
): DocumentView {
  const schema = parts.content().schemaOf(path) ?? z.unknown();
  const source = { file: path, text: text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"), firstLine: 1 };
  const { mistakes } = checkYaml(source, schema);
  const drawn = yamlTree(source.text, shapeOf(schema));
  return { ...row, text, ...(drawn && { tree: drawn }), mistakes };
}

const right = "read_knowledge";

export const documentsRoutes: Route[] = [
  {
    method: "GET",
    path: "documents",
    right,
    handle: documents,
    what: "dialogs, services, phrases … by what they are for",
  },
  { method: "GET", path: "documents/tree", right, handle: tree, what: "?path=&draft= one as a form is drawn of it" },
];
