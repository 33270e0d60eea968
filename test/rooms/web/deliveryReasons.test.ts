import { reasonOf } from "../../../src/web/console/conversation/thread/reasonOf";

test.each([
  ["blocked", "blocked"],
  ["window_closed", "window"],
  ["the platform did not answer in time", "down"],
  ["Graph 500, code 2", "down"],
  ["Graph 400, code 613", "tooFast"],
  ["Telegram 429: Too Many Requests: retry after 7", "tooFast"],
  ["Graph 401, code 190/463", "expired"],
  ["Telegram 404: Not Found", "expired"],
  ["Telegram 400: Bad Request: message is too long", "tooLong"],
  ["the connector answered 404 ConversationNotFound", "gone"],
  ["WhatsApp 131026: Message undeliverable", "gone"],
  ["WhatsApp 131047: Re-engagement message", "window"],
  ["too many automatic replies to one address", "quiet"],
  ["the file is not kept any longer", "noFile"],
  ["Graph 400, code 100/33", undefined],
])("“%s”, as channels tell it, is %s", (told, reason) => {
  expect(reasonOf(told)).toBe(reason);
});
