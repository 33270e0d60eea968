import type { Memory } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import { inWarsaw } from "../conversation/openingHours";
import type { Wish } from "../conversation/reply";
import { wordsOf } from "../conversation/words";
import { type Command, readCommand } from "../dialogs/commands";
import { answersToTheWord, fits } from "../dialogs/engine";
import { longestFound } from "../dialogs/words";
import { notTold } from "../knowledge/standing";
import { aboutPlace } from "./aboutPlace";
import type { Heard, Turn, Weighable } from "./heard";
import { hoursAsked } from "./hoursAsked";
import { languageOf } from "./languageOf";
import { askedBeside, mattersIn } from "./matters";
import { type MyRequest, myRequests } from "./myRequests";
import { answeredNews, isAskedOf, pressedNews, toldLately } from "./newsOfMine";
import { isSign } from "./newsWords";
import type { Parts } from "./parts";
import { afterClosing, scoreIn, withoutPraise, wordIsWanted } from "./rating";
import { readable } from "./readable";
import { resumeChoices } from "./sayResume";
import { alwaysPressable } from "./starters";
import { takenWords, wishes } from "./taken";
import { titled, wishFor, wishOfYesOrNo } from "./wishFor";

/** Finds out everything the policy has to know about a message. */
export function hear(given: Turn, parts: Parts): Heard {
  const { voice, ...turn } = readable(given);
  const { conversation, message, facts } = turn;
  const known = withoutSilence(afterClosing(conversation), facts.now);
  const { text, attachments } = message;
  const { dialogs } = parts.content;
  const said = readCommand(dialogs.commands, text);
  const mine = myRequests(facts, parts.office);
  const wish = pressed(text, said, { known, mine }, parts);
  const taken = takenWords(wish, known);
  const { understanding, found } = hearCalmly(taken ?? text, known.language, { turn, parts });
  const command = wish ? undefined : said;
  const spoken = wish || isSign(text) ? known : { ...known, ...languageOf(understanding, known, text) };
  const memory = withoutPassed(spoken, wish);
  const free = !wish && !memory.dialog;
  const hearPart = (part: string) => hearText(part, memory.language, parts);
  const hours = wish ? undefined : hoursAsked(text, { memory, content: parts.content, now: facts.now });
  const about = aboutPlace(facts, memory.language, parts);
  const toDialog = { text, wish, attachments, entities: understanding.entities, about };
  return {
    conversation,
    message,
    facts,
    memory,
    understanding,
    bands: parts.bands,
    ...(wish && { wish }),
    ...(taken !== undefined && { taken }),
    ...(command && { command }),
    ...(hours && { hours }),
    ...(voice && { voice }),
    ...alarmIn(text, parts.content.smallTalk),
    cancelled: command?.kind === "cancel" && command.rest === "",
    fits: memory.dialog ? fits(dialogs, memory.dialog, toDialog, memory.language) : "no",
    toTheWord: memory.dialog ? answersToTheWord(dialogs, memory.dialog, text, memory.language) : false,
    found,
    mine,
    reserved: { topics: parts.office.topics, articles: notTold(parts.content.articles, inWarsaw(facts.now).date) },
    matters: free ? mattersIn(text, hearPart) : [],
    beside: free ? askedBeside(text, understanding, hearPart) : [],
  };
}

/** What a text means, with the search index's opinion. */
function hearText(text: string, language: Language, parts: Parts): Weighable {
  const found = parts.search(text);
  const understanding = parts.understand(text, { language, found: found.map(({ article }) => article) });
  return { understanding, found, bands: parts.bands };
}

/** The same, but praise for a quick answer is no cry for help. */
function hearCalmly(text: string, language: Language, { turn, parts }: { turn: Turn; parts: Parts }): Weighable {
  const heard = hearText(text, language, parts);
  if (!wordIsWanted(turn)) return heard;
  const { alarm } = hearText(withoutPraise(text), language, parts).understanding;
  return { ...heard, understanding: { ...heard.understanding, alarm: Math.min(alarm, heard.understanding.alarm) } };
}

type Pressable = { known: Memory; mine: MyRequest[] };

/** The button that was pressed, or whose title, number or plain yes was typed. */
function pressed(text: string, said: Command | undefined, { known, mine }: Pressable, parts: Parts): Wish | undefined {
  const { offered, language } = known;
  const standing = [...alwaysPressable(parts.content.botPhrases[language]), ...resumeChoices(known, parts)];
  const named = titled(text, [...offered, ...standing])?.wish ?? pressedNews(text, mine, known);
  const told = toldLately(mine, known);
  // Asked by a unit meanwhile, "2" or "tak" is the answer to that, and no button.
  if (named || isAskedOf(told, known)) return named;
  const news = answeredNews(text, yesOrNo(said), { told, memory: known });
  return news ?? wishFor(text, offered) ?? scoreIn(text, offered) ?? agreed(said, known);
}

function agreed(said: Command | undefined, { offered, waiting = [] }: Memory): Wish | undefined {
  const yes = yesOrNo(said);
  // "Tak" to two matters takes them in the order proposed.
  if (yes && waiting.length > 1) return offered[0]?.wish;
  return yes === undefined ? undefined : wishOfYesOrNo(yes, offered);
}

/** Whether it is nothing but a yes, or a no. */
function yesOrNo(said: Command | undefined): boolean | undefined {
  return said?.rest === "" && (said.kind === "yes" || said.kind === "no") ? said.kind === "yes" : undefined;
}

/** What waits goes on waiting through a dialog and until its turn; another message outside one means it is no longer wanted. */
function withoutPassed({ waiting = [], ...memory }: Memory, wish: Wish | undefined): Memory {
  const left = waiting.filter(({ intent }) => !wishes(wish, intent));
  const kept = left.length < waiting.length || memory.dialog ? left : [];
  return kept.length > 0 ? { ...memory, waiting: kept } : memory;
}

/** Once nobody answers elsewhere any more it is forgotten that somebody did. */
function withoutSilence({ silentUntil, ...memory }: Memory, now: Date): Memory {
  return silentUntil !== undefined && now.toISOString() < silentUntil ? { ...memory, silentUntil } : memory;
}

function alarmIn(text: string, smallTalk: Parts["content"]["smallTalk"]): { alarm?: string } {
  const words = wordsOf(text);
  const talk = [...smallTalk.values()].find((one) => longestFound(words, one.words) > 0);
  return talk ? { alarm: talk.id } : {};
}
