import type { Dialog } from "../../src/dialogs/dialog";
import type { Article } from "../../src/knowledge/article";
import type { Service } from "../../src/serviceRequests/service";
import type { Topic } from "../../src/serviceRequests/topics";
import type { Parts } from "../../src/turn/parts";

type Change = (parts: Parts) => Parts;

/** An editor publishes another state of an article. */
export const withArticle =
  (id: string, change: Partial<Article>): Change =>
  (parts) => {
    const before = parts.content.articles.get(id);
    if (!before) throw new Error(`no article ${id}`);
    const articles = new Map(parts.content.articles).set(id, { ...before, ...change });
    return { ...parts, content: { ...parts.content, articles } };
  };

/** A person is to answer on these topics. */
export const withTopicsOff =
  (...topics: Topic[]): Change =>
  (parts) => {
    const off = topics.map((topic) => ({ topic, why: "sprawdzamy", by: "ewa", at: "2026-11-23T09:00:00.000Z" }));
    return { ...parts, office: { ...parts.office, topics: { off } } };
  };

/** An editor publishes other kinds of report: changed, or none of that code. */
export const withServices =
  (code: string, change: (before: Service) => Service | undefined): Change =>
  (parts) => {
    const services = new Map(parts.content.services);
    const before = services.get(code);
    if (!before) throw new Error(`no service ${code}`);
    const next = change(before);
    if (next) services.set(code, next);
    else services.delete(code);
    const dialogs = { ...parts.content.dialogs, services };
    return { ...parts, content: { ...parts.content, services, dialogs } };
  };

/** An editor publishes another dialog: changed, or none of that id. */
export const withDialog =
  (id: string, change: (before: Dialog) => Dialog | undefined): Change =>
  (parts) => {
    const dialogs = new Map(parts.content.dialogs.dialogs);
    const before = dialogs.get(id);
    if (!before) throw new Error(`no dialog ${id}`);
    const next = change(before);
    if (next) dialogs.set(id, next);
    else dialogs.delete(id);
    return { ...parts, content: { ...parts.content, dialogs: { ...parts.content.dialogs, dialogs } } };
  };
