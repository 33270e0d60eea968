import type { RequestEvent, ServiceRequest } from "../serviceRequests/doors";
import { type Html, html } from "./html";
import { type FileAddress, filesOf } from "./matter";
import { withNumbers } from "./numbers";
import { momentOf, type Reader, sentenceOf, tellsMore, unitName, whoDid } from "./telling";

/** Everything that happened, newest first. Who only follows reads no words and sees no photos. */
export function chainOf(
  { service, language }: Pick<ServiceRequest, "service" | "language">,
  events: RequestEvent[],
  fileAt: FileAddress,
  reader: Reader,
): Html {
  const links = events.map((event, n) => {
    // After an answer it stands where it stood before; saying that again would tell nothing.
    const moved =
      n === 0 ||
      event.kind === "forward" ||
      tellsMore(event, reader.who) ||
      (event.state !== events[n - 1]?.state && event.kind !== "answer");
    return html`<li>${linkOf(event, { said: moved && sentenceOf(event, service, reader), language }, fileAt, reader)}</li>`;
  });
  return html`<ol class="chain" reversed>${links.reverse()}</ol>`;
}

type Told = { said: Html | undefined | false; language: ServiceRequest["language"] };

function linkOf(event: RequestEvent, { said, language }: Told, fileAt: FileAddress, reader: Reader): Html {
  const { kind, words, because, attachments, actor, unit, at } = event;
  const { texts } = reader;
  const isPublicOnly = reader.who === "follower";
  const goesOn = kind === "forward" || kind === "filed";
  // The resident writes in their own language, units and staff in Polish.
  const wordsIn = actor === "resident" ? language : "pl";
  return html`<h3>${texts.events[kind]}${kind === "forward" && `: ${unitName(unit, reader)}`}</h3>
<p class="muted">${momentOf(at, reader.language)} · ${whoDid(event, reader)}</p>
${said && html`<p>${said}</p>`}${
  !isPublicOnly &&
  html`${goesOn && because && html`<p>${texts.matter.because}: <span lang="pl">${because}</span></p>`}${
    words && html`<blockquote lang="${wordsIn}" dir="auto">${withNumbers(words)}</blockquote>`
  }${filesOf(attachments, fileAt, reader)}`
}`;
}
