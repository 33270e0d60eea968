import { z } from "zod";
import { type Changes, type Documents, isDocumentPath } from "../../content/documents";
import type { Draft } from "../../content/doors";
import { editYaml } from "../../content/editYaml";
import { Language } from "../../conversation/language";
import { SectionName } from "../../conversation/reply";
import type { Article } from "../../knowledge/article";
import { changesOf } from "../../knowledge/editing/writeForm";
import { dayOf } from "../figures";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, withBody } from "../route";
import { articleInDraft } from "../studio/articleInDraft";
import { guidanceView, previewView } from "../studio/articlePage";
import { toWriting } from "../studio/draftActs";
import { articleOf, documentsOf, mayHold, textsIn, written } from "../studio/draftTexts";
import { draftRow } from "../studio/draftViews";
import { beginDraft } from "../studio/newDraft";
import { DraftArticleBody, DraftDocumentsBody, type DraftList, DraftYamlBody, NewDraftBody } from "../wire";
import { answerChanged, answerDraft, answerStale, ofDraft } from "./draftCall";

async function drafts(_: Call, { studio }: StaffParts): Promise<Answer> {
  const list: DraftList = { items: (await studio.store.drafts()).map(draftRow) };
  return ok(list);
}

const begin = withBody<Call, z.infer<typeof NewDraftBody>>(NewDraftBody, async (call, wanted, parts) => {
  const draft = await beginDraft(wanted, { by: call.session.account.id, parts });
  return draft ? answerDraft(draft, call, parts) : refuse(404, { code: "not_found" });
});

/** What a save writes, made of the draft's texts as they are; or why it cannot be written. */
type Writing = (draft: Draft, texts: Documents) => { changes: Changes; title?: string } | Answer;

/** Writes in a draft that is as it was seen. */
const save = (seen: number, writing: Writing) =>
  ofDraft(async (draft, call, parts) => {
    if (draft.version !== seen) return answerStale(draft, call, parts);
    const { studio, now } = parts;
    const released = await studio.documents();
    const wrote = writing(draft, new Map([...released, ...textsIn(documentsOf(draft, released), "text")]));
    if ("status" in wrote) return wrote;
    const { changes, title } = wrote;
    const foreign = [...changes.keys()].filter((path) => !isDocumentPath(path) || !mayHold(draft.subject, path));
    if (foreign.length > 0) return refuse(400, { code: "wrong_body", fields: ["path"] });
    const change = { ...toWriting(draft), documents: written(draft, changes, released), title };
    const by = call.session.account.id;
    return answerChanged(await studio.store.changeDraft(draft.id, seen, change, by, now()), call, parts);
  });

const saveDocuments = withBody<Call, z.infer<typeof DraftDocumentsBody>>(DraftDocumentsBody, (call, body, parts) => {
  const changes = new Map(body.documents.map(({ path, text }) => [path, text]));
  return save(body.seen, () => ({ changes }))(call, parts);
});

const saveArticle = withBody<Call, z.infer<typeof DraftArticleBody>>(DraftArticleBody, (call, { seen, form }, parts) =>
  save(seen, (draft, texts) => {
    if (form.id !== articleOf(draft)) return refuse(400, { code: "wrong_body", fields: ["form.id"] });
    return { changes: changesOf(form, texts), title: form.title.trim() || draft.title };
  })(call, parts),
);

const saveYaml = withBody<Call, z.infer<typeof DraftYamlBody>>(DraftYamlBody, (call, { seen, path, edits }, parts) =>
  save(seen, (_, texts) => {
    const text = texts.get(path);
    if (text === undefined || !/\.ya?ml$/.test(path)) return refuse(400, { code: "wrong_body", fields: ["path"] });
    const result = editYaml(text, edits);
    if (typeof result === "string") return { changes: new Map([[path, result]]) };
    return refuse(400, { code: "content_mistakes", mistakes: [{ file: path, ...result.mistake }] });
  })(call, parts),
);

/** Lets through to the article a draft is about, as far as it is written. */
const ofArticle = (handle: (article: Article, call: Call, parts: StaffParts) => Answer) =>
  ofDraft(async (draft, call, parts) => {
    const article = articleInDraft(draft, await parts.studio.documents());
    return article ? handle(article, call, parts) : refuse(404, { code: "not_found" });
  });

const guidance = ofArticle((article, _, { content, now }) =>
  ok(guidanceView(article, { content: content(), today: dayOf(now()) })),
);

const PreviewQuery = z.strictObject({ language: Language.default("pl"), section: SectionName.optional() });

const preview = ofArticle((article, { query }, { content, now }) => {
  const read = PreviewQuery.safeParse(query);
  if (!read.success)
    return refuse(400, { code: "wrong_body", fields: read.error.issues.map(({ path }) => path.join(".")) });
  const { language, section } = read.data;
  return ok(previewView(article, { language, section, now: now() }, content()));
});

const [reads, edits] = ["read_knowledge", "edit_knowledge"] as const;

export const draftsRoutes: Route[] = [
  { method: "GET", path: "drafts", right: reads, handle: drafts, what: "what is being written, the newest first" },
  { method: "POST", path: "drafts", right: edits, handle: begin, what: "begins one, or finds the one about the same" },
  {
    method: "GET",
    path: "drafts/:id",
    right: reads,
    handle: ofDraft(answerDraft),
    what: "one, with what is wrong in it",
  },
  { method: "POST", path: "drafts/:id/documents", right: edits, handle: saveDocuments, what: "whole texts" },
  { method: "POST", path: "drafts/:id/article", right: edits, handle: saveArticle, what: "an article's form" },
  { method: "POST", path: "drafts/:id/yaml", right: edits, handle: saveYaml, what: "edits of one YAML document" },
  { method: "GET", path: "drafts/:id/guidance", right: reads, handle: guidance, what: "what might be better" },
  { method: "GET", path: "drafts/:id/preview", right: reads, handle: preview, what: "?section=&language= as read" },
];
