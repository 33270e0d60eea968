import type { Capabilities } from "../../../src/channels/capabilities";
import { renderEntry } from "../../../src/channels/shared/render";
import { shortened, split } from "../../../src/channels/shared/split";
import type { Choice } from "../../../src/conversation/reply";
import { wishFor } from "../../../src/turn/wishFor";
import { randomBelow } from "../../random";

const plain: Capabilities = {
  textLength: 200,
  marks: "none",
  typing: false,
  receipts: "none",
  pace: { perSecond: 10 },
  sentOnce: false,
};
const choices = (...titles: string[]): Choice[] =>
  titles.map((title) => ({ title, wish: { kind: "start", dialog: title } }));
const bot = (text: string, offered: Choice[] = []) => ({ seq: 7, author: "bot" as const, text, choices: offered });
const rendered = (entry: Parameters<typeof renderEntry>[0], change: Partial<Capabilities> = {}) =>
  renderEntry(entry, { ...plain, ...change }, "pl");

describe("buttons", () => {
  const buttons = { most: 3, titleLength: 20 };

  test("stand under the text, each with where it stands and which it is", () => {
    const [one] = rendered(bot("Która?", choices("Dowód", "Paszport")), { buttons });
    expect(one).toMatchObject({
      text: "Która?",
      asList: false,
      buttons: [
        { title: "Dowód", payload: "c:7:0" },
        { title: "Paszport", payload: "c:7:1" },
      ],
    });
  });

  test("too many for a row stand in a list, and too many for that in the text, by the numbers that mean them", () => {
    const four = choices("Dowód", "Paszport", "Meldunek", "Żadne z tych");
    const list = { most: 10, titleLength: 24 };
    expect(rendered(bot("Która?", four), { buttons, list })[0]).toMatchObject({ asList: true, text: "Która?" });
    const [one] = rendered(bot("Która?", four), { buttons });
    expect(one?.buttons).toEqual([]);
    expect(one?.text).toBe(
      "Która?\n\n1. Dowód\n2. Paszport\n3. Meldunek\n4. Żadne z tych\n\nOdpisz numerem, na przykład 1.",
    );
    for (const said of ["2", "dwa", "druga", "paszport"]) expect(wishFor(said, four)).toEqual(four[1]?.wish);
  });

  test("that would look alike once they are cut are told in the text instead", () => {
    const alike = choices("Zgłoszenie dziury w jezdni", "Zgłoszenie dziury w chodniku");
    expect(rendered(bot("Które?", alike), { buttons })[0]?.text).toContain("2. Zgłoszenie dziury w chodniku");
  });

  test("beside a question that is answered in words are told in words, since a number may be the answer", () => {
    const offered: Choice[] = [
      { title: "Pomiń", wish: { kind: "skip", slot: "place" } },
      { title: "Wskaż na mapie", wish: { kind: "share_place" } },
    ];
    const [one] = rendered(bot("Gdzie?", offered));
    expect(one).toMatchObject({ text: "Gdzie?\n\nMożesz też napisać: „Pomiń”.", wantsPlace: true });
  });

  test("keep their number where one that cannot be shown stands before them", () => {
    const offered: Choice[] = [{ title: "Wskaż na mapie", wish: { kind: "share_place" } }, ...choices("Dowód")];
    const [one] = rendered(bot("Co?", offered));
    expect(one?.text).toContain("2. Dowód");
    expect(wishFor("2", offered)).toEqual(offered[1]?.wish);
  });
});

describe("words", () => {
  test("of a resident are there already; a consultant's carry the name", () => {
    expect(rendered({ seq: 1, author: "resident", text: "cześć" })).toEqual([]);
    const said = { seq: 2, author: "consultant" as const, authorName: "Ewa", text: "Dzień dobry" };
    expect(rendered(said)[0]?.text).toBe("Ewa: Dzień dobry");
    expect(rendered(said, { marks: "whatsapp" })[0]?.text).toBe("*Ewa:* Dzień dobry");
    expect(rendered(said, { marks: "telegram_html" })[0]?.text).toBe("<b>Ewa:</b> Dzień dobry");
  });

  test("show no marks where none are understood, and nothing of a resident's own can become one", () => {
    const said = bot("Zobacz [stronę](https://krakow.pl/a?b=1&c=2) <b>teraz</b>");
    expect(rendered(said)[0]?.text).toBe("Zobacz stronę (https://krakow.pl/a?b=1&c=2) <b>teraz</b>");
    expect(rendered(said, { marks: "telegram_html" })[0]?.text).toBe(
      'Zobacz <a href="https://krakow.pl/a?b=1&amp;c=2">stronę</a> &lt;b&gt;teraz&lt;/b&gt;',
    );
  });

  test("that are too long are parted between sentences, buttons under the last", () => {
    const sentence = "To jest zdanie o dowodach osobistych. ";
    const parts = rendered(bot(sentence.repeat(12), choices("Dalej")), { buttons: { most: 3, titleLength: 20 } });
    expect(parts.length).toBeGreaterThan(2);
    for (const { text } of parts) expect([text.length <= 200, text.endsWith("osobistych.")]).toEqual([true, true]);
    expect(parts.map(({ buttons }) => buttons.length)).toEqual([...parts.slice(1).map(() => 0), 1]);
    expect(parts.map(({ text }) => text).join(" ")).toBe(sentence.repeat(12).trim());
  });

  test("with buttons keep to the shorter limit they have then", () => {
    const parts = rendered(bot("słowo ".repeat(30), choices("Dalej")), {
      buttons: { most: 3, titleLength: 20 },
      textLengthWithButtons: 100,
    });
    expect(parts.at(-1)?.text.length).toBeLessThanOrEqual(100);
    expect(parts.map(({ text }) => text).join(" ")).toBe("słowo ".repeat(30).trim());
  });
});

test("a file a platform cannot take is told of", () => {
  const attachments = [{ id: "f", name: "plan.pdf", contentType: "application/pdf", sizeBytes: 2_000_000 }];
  const said = { seq: 2, author: "consultant" as const, authorName: "Ewa", text: "", attachments };
  expect(rendered(said)[0]?.text).toContain("plan.pdf");
  expect(rendered(said, { files: { mostMegabytes: 1 } })[0]?.attachment).toBeUndefined();
  expect(rendered(said, { files: { mostMegabytes: 5 } })[0]?.attachment?.id).toBe("f");
});

test("titles are cut between characters as a reader sees them", () => {
  expect(shortened("Rodzina 👨‍👩‍👧‍👦 i dzieci", 12)).toBe("Rodzina…");
  expect(shortened("Zażółć gęślą jaźń", 10)).toBe("Zażółć gę…");
  expect(shortened("krótki", 10)).toBe("krótki");
});

test("whatever the text and the limits, nothing is lost and no piece is too long", () => {
  const below = randomBelow(7);
  const signs = ["a", "ą", "ż ", ". ", "\n", "\n\n", "👨‍👩‍👧‍👦", "🇵🇱", "słowo ", "e\u0301", "! "];
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 1 + below(200) }, () => signs[below(signs.length)]).join("");
    const limits = { most: 30 + below(60), last: 25 + below(60) };
    const pieces = split(text, limits);
    const without = (words: string) => words.replace(/\s+/g, "");
    expect(without(pieces.join(""))).toBe(without(text));
    for (const [at, piece] of pieces.entries()) {
      expect(piece.length).toBeLessThanOrEqual(
        at === pieces.length - 1 ? Math.min(limits.last, limits.most) : limits.most,
      );
      expect(piece).not.toMatch(/\p{Surrogate}/u);
    }
  }
});
