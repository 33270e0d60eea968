import { Language } from "../../conversation/language";
import { Refusal } from "../../conversation/refusal";
import { goTo, sendFile, sendPage } from "../answers";
import { type Call, likelyLanguage, sendNotFound } from "../call";
import type { Tried } from "./fields";
import { formPage } from "./formView";
import { conversationAt, conversationIdOf, messageKey, newKey, newTicket, pathTo, readTicket } from "./keys";
import { limit, mayBeMailed } from "./limits";
import { type ContactParts, FORM_CHANNEL } from "./parts";
import { keepFiles, readSent, type Sent, takeSent } from "./readMessage";
import { contactTextsIn } from "./texts/texts";
import { threadPage } from "./threadView";
import { waitForAnswer } from "./waitForAnswer";

const MOST_SHOWN = 200;
/** New conversations from one network address, where a whole library may sit behind it. */
const MOST_BEGUN = 20;
const MOST_POSTED = 120;
const MOST_WRITTEN = 60;
const MOST_READ = 1_200;

/** `GET /kontakt/`. */
export async function showForm(call: Call, parts: ContactParts): Promise<void> {
  await limit("contact-page", call.request, { most: MOST_READ, ...parts });
  sendPage(call.response, 200, formPage(languageOf(call), newTicket(parts.now(), parts.secret)));
}

/** `POST /kontakt/`: begins a conversation; the same form again leads to the one it began. */
export async function takeForm(call: Call, parts: ContactParts): Promise<void> {
  await limit("contact-form", call.request, { most: MOST_POSTED, ...parts });
  const { secret, now } = parts;
  const language = languageOf(call);
  const sent = await readSent(call.request, parts);
  const ticket = readTicket(sent.key, now(), secret);
  const { mistakes, files } = await takeSent(sent, contactTextsIn(language));
  const again = ticket?.state !== "good" || sent.trap !== "";
  if (!ticket || again || mistakes.length > 0) {
    // A ticket that may still be used keeps its key, so that what is sent again is no second conversation.
    const key = ticket && ticket.state !== "too_late" ? sent.key : newTicket(now(), secret);
    return sendPage(call.response, 422, formPage(language, key, triedOf(sent, mistakes, mistakes.length === 0)));
  }
  const id = conversationIdOf(ticket.key, secret);
  const path = pathTo(id, secret);
  if (!(await parts.house.conversations.find(id))) {
    await limit("contact-new", call.request, { most: MOST_BEGUN, ...parts });
    if (sent.email !== "" && !(await mayBeMailed(sent.email, parts))) {
      const wrong = { field: "email" as const, text: contactTextsIn(language).wrong.mailbox };
      return sendPage(call.response, 422, formPage(language, sent.key, triedOf(sent, [wrong], false)));
    }
  }
  const address = sent.email === "" ? {} : { address: { email: sent.email.toLowerCase(), path } };
  const begun = { id, channel: FORM_CHANNEL, residentId: `form_${newKey()}`, language, ...address };
  await parts.house.conversations.open({ ...begun, greeting: parts.house.greeting(language) }, now());
  await say(id, { key: ticket.key, text: sent.text, files }, parts);
  goTo(call.response, `${path}?language=${language}#rozmowa`);
}

/** `GET /kontakt/<key>/`. */
export async function showThread(call: Call, parts: ContactParts): Promise<void> {
  await limit("contact-page", call.request, { most: MOST_READ, ...parts });
  const page = await threadAt(call, parts);
  if (!page) return sendNotFound(call);
  sendPage(call.response, 200, page);
}

/** `POST /kontakt/<key>/`: more words, or a pressed button. */
export async function takeMore(call: Call, parts: ContactParts): Promise<void> {
  const id = conversationAt(call.path[0] ?? "", parts.secret);
  const head = id && (await parts.house.conversations.find(id));
  if (!head) {
    call.request.resume();
    return sendNotFound(call);
  }
  await limit(`contact-more:${head.id}`, call.request, { most: MOST_WRITTEN, ...parts });
  const language = languageOf(call, head.language);
  const sent = await readSent(call.request, parts);
  if (!/^[\w-]{22}$/.test(sent.key)) throw new Refusal(400, "BrokenForm", "The form is not complete. Send it again.");
  const { mistakes, files } = await takeSent(sent, contactTextsIn(language));
  const again = sent.trap !== "";
  if (again || mistakes.length > 0) {
    const page = await threadAt(call, parts, triedOf(sent, mistakes, again && mistakes.length === 0));
    return page ? sendPage(call.response, 422, page) : sendNotFound(call);
  }
  await say(head.id, { key: sent.key, text: sent.text, files }, parts);
  goTo(call.response, `${pathTo(head.id, parts.secret)}?language=${language}#rozmowa`);
}

/** `GET /kontakt/<key>/pliki/<id>`: only what belongs to this conversation. */
export async function showContactFile(call: Call, parts: ContactParts): Promise<void> {
  const [token = "", , fileId = ""] = call.path;
  const id = conversationAt(token, parts.secret);
  const file = id && (await parts.house.files.load(id, fileId));
  if (!file) return sendNotFound(call);
  sendFile(call.response, file);
}

async function threadAt(call: Call, { house, secret, now }: ContactParts, tried?: Tried) {
  const id = conversationAt(call.path[0] ?? "", secret);
  const head = id && (await house.conversations.find(id));
  if (!head) return undefined;
  const entries = await house.conversations.entriesAfter(head.id, Math.max(0, head.lastSeq - MOST_SHOWN), MOST_SHOWN);
  const language = languageOf(call, head.language);
  const isWriting = call.query.has("pisz");
  return threadPage({
    head,
    entries,
    path: pathTo(head.id, secret),
    key: newKey(),
    language,
    isWriting,
    now: now(),
    tried,
  });
}

type Words = { key: string; text: string; files: Parameters<typeof keepFiles>[1] };

/** Hands the message to the house once, and waits a moment for the answer, so that most see it at once. */
async function say(conversationId: string, words: Words, parts: ContactParts): Promise<void> {
  const { house } = parts;
  const externalId = `${conversationId}:${messageKey(words.key, words)}`;
  if (await house.conversations.findByMessage(FORM_CHANNEL, externalId)) return;
  const attachments = await keepFiles(conversationId, words.files, parts);
  const { text } = words;
  await waitForAnswer(conversationId, house.bus, () =>
    house.accept({ conversationId, channel: FORM_CHANNEL, externalId, text, attachments }),
  );
}

const triedOf = ({ text, email, files }: Sent, mistakes: Tried["mistakes"], again: boolean): Tried => ({
  ...{ text, email, mistakes, again },
  hadFiles: files.length > 0,
});

function languageOf(call: Call, known?: Language): Language {
  return Language.safeParse(call.query.get("language")).data ?? known ?? likelyLanguage(call);
}
