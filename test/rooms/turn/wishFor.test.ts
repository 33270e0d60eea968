import type { Choice } from "../../../src/conversation/reply";
import { wishFor } from "../../../src/turn/wishFor";

const offered: Choice[] = [
  { title: "Ile kosztuje", wish: { kind: "read", article: "paszport", section: "fee" } },
  { title: "Żadne z tych", wish: { kind: "none_of_these" } },
];

test.each([
  ["Ile kosztuje", "read"],
  ["ile kosztuje?", "read"],
  ["1", "read"],
  ["2.", "none_of_these"],
  ["druga", "none_of_these"],
  ["zadne z tych", "none_of_these"],
])("“%s” presses the button", (said, kind) => {
  expect(wishFor(said, offered)?.kind).toBe(kind);
});

test.each(["3", "ile kosztuje paszport", "", "🙂", "dwa razy"])("“%s” presses nothing", (said) => {
  expect(wishFor(said, offered)).toBeUndefined();
});
