import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import { TeamBody, type TeamView } from "../wire";

async function listTeams(_: Call, { store }: StaffParts): Promise<Answer> {
  const teams: TeamView[] = await store.teams.all();
  return ok({ teams });
}

const addTeam = withBody<Call, z.infer<typeof TeamBody>>(TeamBody, async (_, body, { store, now, bus }) => {
  const id = randomUUID();
  const result = await store.teams.add({ id, ...body }, now());
  if (result === "name_taken") return refuse(409, { code: result });
  if (result === "not_found") return refuse(400, { code: "wrong_body", fields: ["members"] });
  await bus.publish("queue", "");
  return { ...ok({ id }), noted: { subject: { kind: "team", id }, details: body } };
});

const changeTeam = withBody<Call, z.infer<typeof TeamBody>>(TeamBody, async ({ params }, body, { store, bus }) => {
  const result = await store.teams.change(params.id ?? "", body);
  if (result === "not_found") return refuse(404, { code: result });
  if (result === "name_taken") return refuse(409, { code: result });
  await bus.publish("queue", "");
  return { ...ok({}), noted: { details: body } };
});

/** What was meant for the team waits for everybody from then on. */
async function removeTeam({ params }: Call, { store, bus }: StaffParts): Promise<Answer> {
  if (!(await store.teams.remove(params.id ?? ""))) return refuse(404, { code: "not_found" });
  await bus.publish("queue", "");
  return ok({});
}

const subject = subjectOf("team");
const right = "manage_accounts";

export const teamsRoutes: Route[] = [
  { method: "GET", path: "teams", right, handle: listTeams, what: "all teams" },
  { method: "POST", path: "teams", right, handle: addTeam, what: "add one", audit: { act: "team_added" } },
  {
    method: "PATCH",
    path: "teams/:id",
    right,
    handle: changeTeam,
    what: "its name and members",
    audit: { act: "team_changed", subject },
  },
  {
    method: "POST",
    path: "teams/:id/remove",
    right,
    handle: removeTeam,
    what: "remove it",
    audit: { act: "team_removed", subject },
  },
];
