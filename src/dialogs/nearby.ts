import type { Choice, Reply } from "../conversation/reply";
import { type NEARBY, NEARBY_SEND, type Progress } from "./dialogParts";
import { answerTo, type Form, moved, placeSlot } from "./form";
import { say } from "./phrases";

/** What is reported already near the dialog's place, unless the resident has seen it or may not. */
export function nearbyOf(form: Form): { id: string; line: string }[] {
  const { state, service, about } = form;
  const slot = placeSlot(form);
  const { nearby } = about;
  if (!slot || !nearby || !service || state.nearbyTold || service.public === false) return [];
  return nearby.service === service.code && nearby.said === answerTo(form, slot) ? nearby.requests : [];
}

/** Shows it, before the resident goes on with questions somebody else has answered already. */
export function showNearby(form: Form, lead: string[], asked: typeof NEARBY | typeof NEARBY_SEND): Progress {
  const next = moved(form, { asked, missed: 0 });
  return { kind: "asking", state: next.state, replies: [nearbyReply(next, lead)] };
}

/** The list with its buttons; used again when the question has to be repeated. */
export function nearbyReply(form: Form, lead: string[]): Reply {
  const { parts, language, state } = form;
  const { phrases } = parts;
  const requests = nearbyOf(form);
  const one = requests.length === 1;
  const follow = requests.map(({ id }): Choice => {
    const title = one ? phrases.nearby_same[language] : say(phrases, "nearby_same_as", language, { id });
    return { title, wish: { kind: "follow", id } };
  });
  const mine = state.asked === NEARBY_SEND ? "nearby_other_send" : "nearby_other";
  const lines = requests.map(({ line }) => `- ${line}`).join("\n");
  const paragraphs = [...lead, one ? phrases.nearby_one[language] : phrases.nearby_some[language], lines];
  return {
    text: paragraphs.join("\n\n"),
    choices: [...follow, { title: phrases[mine][language], wish: { kind: "not_the_same" } }],
  };
}
