import type { Audited } from "../doors";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route } from "../route";
import type { AuditView, Paged } from "../wire";

const PAGE = 50;

/** Who did what and looked at what, newest first; `?account=`, `?act=` and `?subject=` narrow it. */
async function audit({ query }: Call, { store }: StaffParts): Promise<Answer> {
  const { account: accountId, act, subject: subjectId } = query;
  const before = /^\d{1,15}$/.test(query.before ?? "") ? query.before : undefined;
  const lines = await store.audit.lines({
    ...(before && { before }),
    ...(accountId && { accountId }),
    ...(act && { act }),
    ...(subjectId && { subjectId }),
    most: PAGE + 1,
  });
  const items = lines.slice(0, PAGE).map(auditView);
  const last = items.at(-1);
  const view: Paged<AuditView> = { items, ...(lines.length > PAGE && last && { next: last.id }) };
  return ok(view);
}

const auditView = ({ at, ...line }: Audited): AuditView => ({ ...line, at: at.toISOString() });

export const auditRoutes: Route[] = [
  {
    method: "GET",
    path: "audit",
    right: "read_audit",
    handle: audit,
    what: "who did and saw what, ?before= ?account= ?act= ?subject=",
    audit: { act: "looked_at_audit", subject: () => ({ kind: "audit", id: "all" }), isLook: true },
  },
];
