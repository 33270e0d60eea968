import type { TaskView } from "../../staff/wire";
import { el } from "../widget/dom";
import { call } from "./api";
import { button, table } from "./dom";
import { pl } from "./texts/pl";
import { moment } from "./time";

/** Residents who left a contact, to be called back. */
export function tasksPage(mayWork: boolean, say: (text: string) => void): HTMLElement {
  const texts = pl.tasks;
  const open = el("div", { class: "sheet" });
  const done = el("div", { class: "sheet" });
  const fetchBoth = async (): Promise<void> => {
    const [waiting, finished] = await Promise.all([
      call<{ tasks: TaskView[] }>("GET", "tasks"),
      call<{ tasks: TaskView[] }>("GET", "tasks?done=true"),
    ]);
    if (waiting.ok) open.replaceChildren(openTable(waiting.body.tasks));
    if (finished.ok) done.replaceChildren(doneTable(finished.body.tasks));
  };
  const finish = async (id: string, result: "reached" | "not_reached"): Promise<void> => {
    const answer = await call("POST", `tasks/${id}/done`, { result });
    if (answer.ok) say(texts.saved);
    else say(answer.error.code === "not_found" ? texts.gone : pl.failed);
    await fetchBoth();
    heading.focus();
  };
  const openTable = (tasks: TaskView[]): HTMLElement => {
    if (tasks.length === 0) return el("p", { class: "none" }, texts.none);
    const rows = tasks.map((task) => [
      contact(task.contact),
      task.matter,
      moment(task.createdAt),
      link(task),
      mayWork ? results((result) => void finish(task.id, result)) : "",
    ]);
    return table(texts.open, [texts.contact, texts.matter, texts.left, texts.conversation, texts.result], rows);
  };
  const heading = el("h1", { tabindex: "-1" }, texts.heading);
  void fetchBoth();
  return el(
    "div",
    { class: "page" },
    heading,
    el("p", { class: "intro" }, texts.intro),
    el("h2", {}, texts.open),
    open,
    el("h2", {}, texts.done),
    done,
  );
}

function results(finish: (result: "reached" | "not_reached") => void): HTMLElement {
  return el(
    "span",
    { class: "buttons" },
    button(pl.tasks.reached, () => finish("reached"), "main"),
    button(pl.tasks.not_reached, () => finish("not_reached")),
  );
}

function doneTable(tasks: TaskView[]): HTMLElement {
  const texts = pl.tasks;
  if (tasks.length === 0) return el("p", { class: "none" }, texts.noneDone);
  const rows = tasks.map(({ contact: who, matter, done }) => [
    who,
    matter,
    done ? el("span", {}, `${texts[done.result]}, ${done.by}, `, moment(done.at)) : "",
  ]);
  return table(texts.done, [texts.contact, texts.matter, texts.result], rows);
}

/** A number or an address to press, where the text is one. */
export function contact(text: string): HTMLElement {
  const digits = text.replace(/[\s-]/g, "");
  if (/^\+?\d{9,15}$/.test(digits)) return el("a", { href: `tel:${digits}` }, text);
  if (/^\S+@\S+$/.test(text)) return el("a", { href: `mailto:${text}` }, text);
  return el("span", {}, text);
}

function link({ conversationId }: TaskView): HTMLElement | string {
  if (conversationId === undefined) return "–";
  return el("a", { href: `#/desk/${encodeURIComponent(conversationId)}` }, pl.tasks.conversation);
}
