import type { Language } from "../../conversation/language";
import type { House } from "../channel";
import { languageOf } from "../languageOf";
import { takeMessage } from "../shared/takeMessage";
import type { IncomingMail } from "./mail";
import { firstWords } from "./subject";
import { addressOf, conversationIdOf, EMAIL, residentIdOf, threadOf } from "./thread";

type Parts = { house: House; secret: string; messagesPerMinute: number };

/**
 * Makes a letter a message of its conversation, or begins one with it. The same letter again changes nothing. Answers go
 * to the address that began the conversation: whoever else holds its token may add words, and gets no answers.
 */
export async function takeMail(mail: IncomingMail, { house, secret, messagesPerMinute }: Parts): Promise<void> {
  if (await house.conversations.findByMessage(EMAIL, mail.id)) return;
  const thread = await threadOf(mail, house, secret);
  const residentId = residentIdOf(mail.from, secret);
  const isTheirs = thread === undefined || thread.residentId === residentId;
  const conversation = {
    id: thread?.id ?? conversationIdOf(mail, secret),
    channel: EMAIL,
    residentId: thread?.residentId ?? residentId,
    language: thread?.language ?? languageIn(mail),
    ...(isTheirs && { address: addressOf(mail) }),
  };
  // Opened here without a greeting: nobody who writes a letter waits for "good morning" before the answer.
  await house.conversations.open(conversation, house.now());
  const text = thread ? mail.text || firstWords(mail.subject, "") : firstWords(mail.subject, mail.text);
  const { id: externalId, files, unreadable } = mail;
  await takeMessage({ conversation, externalId, text, files, unreadable }, { house, messagesPerMinute });
}

/** What the letter says of itself, else its script; the turn hears better once it reads the words. */
function languageIn({ language, text, subject }: IncomingMail): Language {
  if (language !== "") return languageOf(language);
  const letters = `${subject} ${text}`;
  const cyrillic = letters.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = letters.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic > latin ? "uk" : "pl";
}
