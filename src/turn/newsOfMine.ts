import type { Memory } from "../conversation/conversation";
import type { Choice, Wish } from "../conversation/reply";
import { everyNewsAnswer, everyNewsChoice, newsChoices } from "../serviceRequests/newsChoices";
import type { MyRequest } from "./myRequests";
import { titled, wishFor } from "./wishFor";

/** Of the resident's own service requests those the bot told of after their last message, the newest told first. */
export function toldLately(mine: MyRequest[], { lastTurnAt }: Pick<Memory, "lastTurnAt">): MyRequest[] {
  if (lastTurnAt === undefined) return [];
  const since = Date.parse(lastTurnAt);
  const told = mine.filter(({ toldAt }) => toldAt.getTime() > since);
  return told.sort((a, b) => b.toldAt.getTime() - a.toldAt.getTime());
}

/** A button under news of one of them, however long ago it was told; or its words, where they can mean only one. */
export function pressedNews(text: string, mine: MyRequest[], memory: Memory): Wish | undefined {
  const buttons = mine.flatMap(({ service_request_id: id }) => everyNewsChoice(id));
  const [only, another] = meantByTitle(text, mine, memory);
  return titled(text, buttons)?.wish ?? (only && !another ? only.wish : undefined);
}

/** "Tak, naprawione" without a number: each one it may be about; of those told lately, if any, else of all. */
export function meantByTitle(text: string, mine: MyRequest[], memory: Memory): Choice[] {
  const meant = mine.length > 0 ? titled(text, everyNewsAnswer().map(asChoice)) : undefined;
  if (meant?.wish.kind !== "act") return [];
  const { act } = meant.wish;
  const may = (among: MyRequest[]) => among.filter(({ acts }) => acts.includes(act));
  const lately = may(toldLately(mine, memory));
  return (lately.length > 0 ? lately : may(mine)).map(({ service_request_id: id }) => ({
    title: meant.title,
    wish: { kind: "act", id, act },
  }));
}

const asChoice = ({ title, act }: ReturnType<typeof everyNewsAnswer>[number]): Choice => ({
  title,
  wish: { kind: "act", id: "", act },
});

/** "2", "tak" and "nie" answer what was said last: the news, when it came after the resident's last message and asks one thing. */
export function answeredNews(text: string, yes: boolean | undefined, { told, memory }: Told): Wish | undefined {
  const [only, another] = told
    .map(({ service_request_id: id, acts }) => newsChoices(id, acts, memory.language))
    .filter(some);
  if (!only || another || memory.dialog) return undefined;
  const [first, second] = only;
  return wishFor(text, only) ?? (second && yes !== undefined ? (yes ? first : second)?.wish : undefined);
}

/** Whether a unit has asked the resident something that the next message answers, unless a dialog goes on. */
export function isAskedOf(told: MyRequest[], { dialog }: Pick<Memory, "dialog">): boolean {
  return !dialog && told[0]?.state === "waiting_for_resident";
}

type Told = { told: MyRequest[]; memory: Memory };

const some = (choices: Choice[]) => choices.length > 0;
