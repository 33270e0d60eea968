import type { Paged, ServiceRequestView } from "../../staff/wire";
import { el } from "../widget/dom";
import { call } from "./api";
import { button, table } from "./dom";
import { contact } from "./tasks";
import { pl } from "./texts/pl";
import { moment } from "./time";

/** What residents have filed, newest first; for reading. */
export function requestsPage(): HTMLElement {
  const texts = pl.requests;
  const sheet = el("div", { class: "sheet" });
  const more = button(texts.more, () => void fetchPage());
  let shown: ServiceRequestView[] = [];
  let next: string | undefined;
  const fetchPage = async (): Promise<void> => {
    const after = next === undefined ? "" : `?before=${encodeURIComponent(next)}`;
    const result = await call<Paged<ServiceRequestView>>("GET", `requests${after}`);
    if (!result.ok) return;
    shown = [...shown, ...result.body.items];
    next = result.body.next;
    more.hidden = next === undefined;
    sheet.replaceChildren(shown.length > 0 ? listOf(shown) : el("p", { class: "none" }, texts.none));
  };
  more.hidden = true;
  void fetchPage();
  const heading = el("h1", { tabindex: "-1" }, texts.heading);
  return el("div", { class: "page" }, heading, el("p", { class: "intro" }, texts.intro), sheet, more);
}

function listOf(requests: ServiceRequestView[]): HTMLElement {
  const texts = pl.requests;
  const heads = [texts.number, texts.what, texts.place, texts.unit, texts.contact, texts.status, texts.at];
  const rows = requests.map((one) => [
    numberOf(one),
    el("span", {}, el("strong", {}, one.service), el("br"), one.description),
    one.place,
    one.agency_responsible,
    el("span", {}, ...[one.contact.phone, one.contact.email].filter((way) => way !== undefined).map(contact)),
    texts[one.status],
    moment(one.requestedAt),
  ]);
  return table(texts.heading, heads, rows);
}

function numberOf({ service_request_id, conversationId }: ServiceRequestView): HTMLElement {
  if (conversationId === undefined) return el("span", { class: "number" }, service_request_id);
  return el("a", { class: "number", href: `#/desk/${encodeURIComponent(conversationId)}` }, service_request_id);
}
