import type { z } from "zod";
import { rightsOf } from "../account";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import { closeForAbuse } from "../turnTaking";
import { blockView } from "../views";
import { BlockBody } from "../wire";
import { act, refuseNotHolding } from "./deskAct";

const BLOCKS_AT_MOST = 200;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Blocks the resident for some days and ends this conversation at once. */
const block = withBody<Call, z.infer<typeof BlockBody>>(BlockBody, async (call, { days, reason }, parts) => {
  const { account } = call.session;
  const conversationId = call.params.id ?? "";
  const oversees = rightsOf(account, parts.settings.secondFactorFor).includes("oversee");
  const ending = { reason, oversees, until: new Date(parts.now().getTime() + days * DAY_MS) };
  const result = await act(call, parts, "staff_blocked", (locked) => closeForAbuse(locked, account, ending));
  if (!result) return refuse(404, { code: "not_found" });
  if (result.kind !== "blocked") return refuseNotHolding(result);
  await parts.bus.publish("changed", conversationId);
  return ok(blockView(result.block));
});

/** Blocks in force, then those that are over. */
async function blocks(_: Call, { store, now }: StaffParts): Promise<Answer> {
  return ok({ blocks: (await store.blocks.all(now(), BLOCKS_AT_MOST)).map(blockView) });
}

async function lift({ session, params }: Call, { store, bus, log, now }: StaffParts): Promise<Answer> {
  const id = params.id ?? "";
  if (!(await store.blocks.lift(id, session.account.id, now()))) return refuse(404, { code: "not_found" });
  await bus.publish("queue", "");
  log.info("staff_block_lifted", { block: id, by: session.account.id });
  return ok({});
}

export const blocksRoutes: Route[] = [
  {
    method: "POST",
    path: "conversations/:id/block",
    right: "work_desk",
    handle: block,
    what: "no answers for a while",
    audit: { act: "resident_blocked", subject: subjectOf("conversation") },
  },
  { method: "GET", path: "blocks", right: "oversee", handle: blocks, what: "who is blocked, and who was" },
  {
    method: "POST",
    path: "blocks/:id/lift",
    right: "oversee",
    handle: lift,
    what: "answered again",
    audit: { act: "block_lifted", subject: subjectOf("block") },
  },
];
