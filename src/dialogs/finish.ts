import { reply } from "./ask";
import { type Finished, OTHER, type Progress } from "./dialogParts";
import { answerTo, type Form } from "./form";
import { filedPlace } from "./place";

/** The end of a dialog whose questions are all answered and confirmed. */
export function finish(form: Form, lead: string[] = []): Progress {
  const thanks = form.dialog.thanks?.[form.language];
  const paragraphs = thanks === undefined ? lead : [...lead, thanks];
  return { kind: "finished", result: resultOf(form), replies: paragraphs.length > 0 ? [reply(paragraphs)] : [] };
}

function resultOf(form: Form): Finished {
  const { answers, attachments } = form.state;
  const contact = answerOfKind(form, "contact");
  switch (form.dialog.finishes_with) {
    case "tell_status":
      return { kind: "tell_status", serviceRequestIds: answerOfKind(form, "service_request_id").split(" ") };
    case "leave_contact":
      return { kind: "leave_contact", contact, matter: matterOf(form) };
    case "file_service_request": {
      const { code = OTHER, label = { pl: "" }, questions = [] } = form.service ?? {};
      const given = questions.flatMap(({ slot }) => (answers[slot] ? [[slot, answers[slot]] as const] : []));
      return {
        kind: "file_service_request",
        service: code,
        description: answers.description || label.pl,
        place: answerOfKind(form, "place"),
        ...filedPlace(form.state.place, answerOfKind(form, "place")),
        answers: Object.fromEntries(given),
        contact: splitContact(contact),
        attachments,
      };
    }
  }
}

function answerOfKind(form: Form, kind: string): string {
  const slot = form.slots.find(({ expects }) => expects === kind);
  return (slot && answerTo(form, slot)) ?? "";
}

/** Everything told beside the contact, with its label, for the consultant who will call. */
function matterOf(form: Form): string {
  const told = form.slots.filter(({ expects }) => expects !== "contact");
  const [matter = "", ...others] = told.flatMap((slot) => {
    const answer = answerTo(form, slot);
    return answer ? [slot.slot === "matter" ? answer : `${slot.label.pl}: ${titleOf(slot, answer)}`] : [];
  });
  return [matter, ...others].join("\n");
}

function titleOf({ choices }: Form["slots"][number], answer: string): string {
  return choices.find(({ value }) => value === answer)?.title.pl ?? answer;
}

/** "600 100 200, anna@…" back into its parts. */
function splitContact(contact: string): { phone?: string; email?: string } {
  const pieces = contact.split(", ").filter((piece) => piece !== "");
  const email = pieces.find((piece) => piece.includes("@"));
  const phone = pieces.find((piece) => !piece.includes("@"));
  return { ...(phone !== undefined && { phone }), ...(email !== undefined && { email }) };
}
