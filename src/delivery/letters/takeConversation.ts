import { NotNow } from "../../channels/channel";
import type { IncomingMail } from "../../channels/email/mail";
import { takeMail } from "../../channels/email/takeMail";
import { fileNameOf } from "../../conversation/fileType";
import { addresseeOf } from "./addressee";
import { cutQuotes } from "./cutQuotes";
import { kindOf, wantsNoAnswer } from "./kindOf";
import type { Letter } from "./letter";
import type { LetterParts } from "./parts";
import type { Taken } from "./takeLetter";
import { tellOfInterrupted } from "./tellStaff";

const MOST_FILES = 5;
const MOST_FILE_BYTES = 10 * 1024 * 1024;
/** What cannot be stored for so long is no short trouble of ours: a person has to look. */
const TRIED_FOR_MS = 60 * 60_000;
/** Longer than the pause between two looks; a letter somebody took out of the mailbox holds nobody up for longer. */
const WAITED_FOR_MS = 3 * 60_000;
/** Signatures and keys of programs. */
const NOT_FOR_PEOPLE = /^application\/(?:pgp-|pkcs7-|x-pkcs7-)/;

/**
 * Takes what a resident writes of their own accord or in a conversation; undefined for all other letters. It may take
 * the same letter again, because a message is stored once by its Message-ID: what died in the middle is simply done anew.
 */
export function openConversationLetters(parts: LetterParts): (letter: Letter) => Promise<Taken | "later" | undefined> {
  const { conversations, log, now } = parts;
  const failing = new Map<string, number>();
  const waiting = new Map<string, { id: string; until: number }>();
  return async (letter) => {
    const to = addresseeOf(letter, parts.secret);
    if (!conversations || (to && to.kind !== "conversation")) return undefined;
    if (kindOf(letter, parts.own) !== "person" || wantsNoAnswer(letter)) return undefined;
    // What the same person wrote before it comes first.
    const before = waiting.get(letter.from);
    if (before && before.id !== letter.id && now().getTime() < before.until) return "later";
    try {
      await takeMail(mailOf(letter, to?.conversationId), { ...conversations, secret: parts.secret });
      failing.delete(letter.id);
      waiting.delete(letter.from);
      log.info("letter_heard", { known: to !== undefined, doubted: letter.isDoubted });
      return "done";
    } catch (error) {
      waiting.set(letter.from, { id: letter.id, until: now().getTime() + WAITED_FOR_MS });
      if (error instanceof NotNow) return "later";
      const since = failing.get(letter.id) ?? now().getTime();
      failing.set(letter.id, since);
      log.error("letter_failed", { error: String(error) });
      if (now().getTime() - since < TRIED_FOR_MS) return "later";
      failing.delete(letter.id);
      waiting.delete(letter.from);
      await tellOfInterrupted(letter.id, parts);
      return "left";
    }
  };
}

function mailOf(letter: Letter, conversationId: string | undefined): IncomingMail {
  const { id, from, subject, answers, isDoubted, header } = letter;
  const [nearest, ...references] = answers;
  const own = cutQuotes(letter.text);
  // Somebody else's letter passed on without a word is what they want to say.
  const isPassedOn = own === "" && conversationId === undefined && answers.length === 0;
  return {
    id,
    from,
    subject,
    text: isPassedOn ? letter.text.trim() : own,
    ...(conversationId !== undefined && { conversationId }),
    answers: [...new Set([nearest ?? "", ...references.reverse()])].filter(Boolean),
    isDoubted,
    language: header("content-language"),
    ...filesOf(letter),
  };
}

/** At most five files; of the others only the names are told. */
function filesOf({ parts }: Letter): Pick<IncomingMail, "files" | "unreadable"> {
  const sent = parts
    .filter(({ contentType, isDrawing }) => !isDrawing && !NOT_FOR_PEOPLE.test(contentType))
    .map(({ name, bytes }) => ({ name: fileNameOf(name), bytes }));
  const files = sent.filter(({ bytes }) => bytes.length <= MOST_FILE_BYTES).slice(0, MOST_FILES);
  return { files, unreadable: sent.filter((file) => !files.includes(file)).map(({ name }) => name) };
}
