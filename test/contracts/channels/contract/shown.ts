import type { Capabilities } from "../../../../src/channels/capabilities";
import type { Reply } from "../../../../src/conversation/reply";
import type { Turn } from "../../../../src/turn/handleTurn";
import { wishFor } from "../../../../src/turn/wishFor";
import type { ServedChannel } from "../channelServer";
import type { Arrived, PostedKind } from "../fake";
import { type Resident, resident } from "./people";

const FAMILY = "\u{1f468}‍\u{1f469}‍\u{1f467}‍\u{1f466}";
const SENTENCE = "Zażółć gęślą jaźń i przynieś wniosek na ulicę Długą. ";
const LONGEST_TRIED = 9_000;

/** How many buttons, or how many characters, a resident of these tests may ask the bot for. */
const wanted = (text: string, what: string): number => Number(new RegExp(`^${what} (\\d+)$`).exec(text)?.[1] ?? 0);

/** The bot of these tests: says what it is asked for, knows its buttons by number and title, repeats everything else. */
export function answerInContract({ message: { text }, conversation: { memory } }: Turn): Reply[] {
  const human = { kind: "human" } as const;
  const wish = wishFor(text, memory.offered);
  if (wish?.kind === "fill") return [{ text: `Wybrano: ${wish.value}` }];
  const length = wanted(text, "znaków");
  if (length > 0) return [{ text: SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).trim() }];
  const many = wanted(text, "guzików");
  const titles = Array.from({ length: many }, (_, at) => `Wybór nr ${at + 1}`);
  if (many > 0) return [{ text: "Co wybierasz?", choices: titles.map(choice) }];
  const emoji = wanted(text, "emoji");
  if (emoji > 0) return [{ text: "Co wybierasz?", choices: [choice(`ł${FAMILY.repeat(emoji)}`)] }];
  if (text === "znaczniki") return [{ text: "**Ważne:** [strona miasta](https://www.krakow.pl)" }];
  const several = wanted(text, "odpowiedzi");
  if (several > 0) return Array.from({ length: several }, (_, at) => ({ text: `Odpowiedź ${at + 1}` }));
  return [{ text: `Słyszę: ${text || "(nic)"}`, choices: [{ title: "Człowiek", wish: human }] }];
}

const choice = (title: string) => ({ title, wish: { kind: "fill" as const, slot: "wybór", value: title } });

/** What residents see of what the bot says. */
export function shown(served: () => ServedChannel, kinds: PostedKind[]): void {
  let anna: Resident;
  let capabilities: Capabilities;
  let address: unknown;
  let id: string;
  const answers = async (text: string): Promise<Arrived[]> => {
    await anna.sends({ kind: "text", text });
    return anna.news();
  };
  beforeAll(async () => {
    anna = resident(served());
    id = await anna.begins();
    address = (await served().house.storage.outbox.addressOf(id))?.address;
    capabilities = served().channel.capabilities(address);
  });

  test("a long answer comes in parts that end with a sentence, and nothing of it is lost", async () => {
    const length = Math.min(LONGEST_TRIED, Math.round(capabilities.textLength * 2.5));
    const parts = (await answers(`znaków ${length}`)).map(({ text }) => text.trim());
    expect(parts).toHaveLength(Math.ceil(length / capabilities.textLength));
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(capabilities.textLength);
      expect(part).toMatch(/Długą\.$/);
    }
    expect(parts.join(" ").length + 1).toBe(Math.ceil(length / SENTENCE.length) * SENTENCE.length);
  });

  test("buttons that fit are buttons, and pressing one says its title", async () => {
    const most = capabilities.buttons?.most ?? 0;
    if (most === 0) return expect(kinds).not.toContain("press");
    const [arrived] = await answers(`guzików ${most}`);
    expect(arrived?.buttons.map(({ title }) => title)).toEqual(
      Array.from({ length: most }, (_, n) => `Wybór nr ${n + 1}`),
    );
    await anna.sends({ kind: "press", payload: arrived?.buttons.at(-1)?.payload ?? "" });
    expect(anna.news().map(({ text }) => text)).toEqual([expect.stringContaining(`Wybrano: Wybór nr ${most}`)]);
  });

  test.each([["2"], ["dwa"]])(
    "more buttons than there may be are a numbered list that understands %j",
    async (said) => {
      const most = Math.max(capabilities.buttons?.most ?? 0, capabilities.list?.most ?? 0);
      const [arrived] = await answers(`guzików ${most + 2}`);
      expect(arrived?.buttons).toEqual([]);
      expect(arrived?.text).toContain(`1. Wybór nr 1\n2. Wybór nr 2\n`);
      expect(arrived?.text).toContain(`${most + 2}. Wybór nr ${most + 2}`);
      expect((await answers(said)).map(({ text }) => text)).toEqual([expect.stringContaining("Wybrano: Wybór nr 2")]);
    },
  );

  test("a title that is too long ends after a whole character", async () => {
    const { buttons, list } = capabilities;
    if (!buttons) return expect(kinds).not.toContain("press");
    const longest = Math.max(buttons.titleLength, list?.titleLength ?? 0);
    const [arrived] = await answers(`emoji ${longest}`);
    const [{ title } = { title: "" }] = arrived?.buttons ?? [];
    expect(title.length).toBeLessThanOrEqual(longest);
    expect(title).toMatch(new RegExp(`^ł(${FAMILY})+…$`, "u"));
  });

  test("emphasis and links come in the marks the platform understands, or in none", async () => {
    const text = (await answers("znaczniki"))[0]?.text ?? "";
    const { marks } = capabilities;
    // Telegram shows what it understood.
    if (marks === "telegram_html") return expect(text).toBe("Ważne: strona miasta");
    if (marks === "markdown") return expect(text).toContain("**Ważne:** [strona miasta](https://www.krakow.pl)");
    expect(text).toContain(marks === "whatsapp" ? "*Ważne:* strona miasta" : "Ważne: strona miasta");
    expect(text).toContain("https://www.krakow.pl");
    expect(text).not.toMatch(/\*\*|\]\(/);
  });

  test("that somebody writes is shown where it can be", async () => {
    const before = served().fake.typed();
    await served().channel.showTyping?.(address);
    expect(served().fake.typed() > before).toBe(capabilities.typing);
  });

  if (kinds.includes("receipt"))
    test("what became of a message is known, and never moves back", async () => {
      const [arrived] = await answers("czy doszło?");
      const receipt = async () => {
        const query = served()
          .house.storage.db.selectFrom("outbox")
          .select("receipt")
          .where("conversation_id", "=", id);
        return (await query.where("receipt", "in", ["delivered", "read"]).orderBy("seq", "desc").executeTakeFirst())
          ?.receipt;
      };
      const of = arrived?.id ?? "";
      const best = capabilities.receipts === "read" ? "read" : "delivered";
      await anna.sends({ kind: "receipt", of, state: best });
      expect(await receipt()).toBe(best);
      await anna.sends({ kind: "receipt", of, state: "delivered" });
      expect(await receipt()).toBe(best);
    });
}
