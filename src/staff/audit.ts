import type { StaffParts } from "./parts";
import type { Answer, Audit, Call } from "./route";

/** A look at the same thing by the same person is noted once in this time. */
const LOOK_MS = 10 * 60_000;

/** Writes down what somebody logged in did, or looked at. */
export async function noteCall(audit: Audit, call: Call, answer: Answer, { store, now }: StaffParts): Promise<void> {
  if (audit.when && !audit.when(call)) return;
  const { id, login } = call.session.account;
  const act = answer.noted?.act ?? audit.act;
  const subject = answer.noted?.subject ?? audit.subject?.(call);
  const at = now();
  if (audit.isLook && subject) {
    const since = new Date(at.getTime() - LOOK_MS);
    if (await store.audit.noted({ accountId: id, act, subjectId: subject.id, since })) return;
  }
  const details = { ...audit.details?.(call), ...answer.noted?.details };
  await store.audit.note({ at, by: { id, login }, act, ...(subject && { subject }), details });
}
