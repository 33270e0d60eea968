import type { Memory } from "../conversation/conversation";
import type { Decision } from "../conversation/decision";
import type { Message } from "../conversation/message";
import type { Choice, Reply, RequestAct } from "../conversation/reply";
import { MOST_PHOTOS } from "../serviceRequests/acts";
import { fill } from "./fill";
import type { Heard } from "./heard";
import type { MyRequest } from "./myRequests";
import type { Phrases } from "./phrases/phrases";
import { REPORT } from "./rule";

type Said = { replies: Reply[]; change: Partial<Memory> };

type AboutAct = Extract<Decision, { kind: "ask_for_words" | "offer_act" | "act_on_request" }>;

/** What is said on the way to doing something about the resident's own service request. */
export function sayAct(decision: AboutAct, { message }: Heard, { acts, no }: Phrases): Said {
  const { id, act } = decision;
  const words = acts[act];
  switch (decision.kind) {
    case "ask_for_words":
      return { replies: [{ text: fill(words.words, { id }) }], change: { acting: { id, act } } };
    case "offer_act": {
      const choices: Choice[] = [
        { title: words.yes, wish: { kind: "act", id, act } },
        { title: no, wish: { kind: "none_of_these" } },
      ];
      return {
        replies: [{ text: fill(words.ask, { id }), choices }],
        change: { acting: { id, act, words: decision.words, ...withPhotos(message) } },
      };
    }
    case "act_on_request":
      return { replies: [{ text: fill(words.done, { id }) }], change: {} };
  }
}

/** The photo waits until it is said what it shows. */
export function askWhatPhotoShows(ids: string[], { memory, message }: Heard, phrases: Phrases): Said {
  const { acts, photoOfWhat, newReport } = phrases;
  const choices: Choice[] = [
    ...ids.map((id): Choice => ({ title: `${acts.add.button}: ${id}`, wish: { kind: "act", id, act: "add" } })),
    { title: newReport, wish: { kind: "start", dialog: REPORT } },
  ];
  const photos = [...(memory.photos ?? []), ...message.attachments].slice(0, MOST_PHOTOS);
  return { replies: [{ text: photoOfWhat, choices }], change: { photos } };
}

const withPhotos = ({ attachments }: Message) => (attachments.length > 0 ? { attachments } : {});

/** Buttons for what the reporter may do about it now. */
export function actButtons(request: MyRequest, { acts }: Phrases): Choice[] {
  const offered: RequestAct[] = request.state === "done" ? ["confirm", "reopen"] : ["answer", "withdraw"];
  return offered
    .filter((act) => request.acts.includes(act))
    .map((act) => ({ title: acts[act].button, wish: { kind: "act", id: request.service_request_id, act } }));
}
