import type { z } from "zod";
import type { Attachment } from "../conversation/message";
import type { Right } from "./account";
import type { StaffParts } from "./parts";
import type { LiveSession } from "./sessions";
import type { Refused } from "./wire";

/** One call of the console API, freed of HTTP. Who acts comes from the session, never from the body. */
export type OpenCall = {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  /** The network address it came from. */
  address: string;
};
export type Call = OpenCall & { session: LiveSession };

/** `token` sets the session's cookie; an empty one removes it. A `file` is sent instead of the body. */
export type Answer = { status: number; body: object; token?: string; file?: { attachment: Attachment; bytes: Buffer } };

export type Handle<C> = (call: C, parts: StaffParts) => Promise<Answer>;

/** One row of the table in `routes/table.ts`. */
export type Route = { method: "GET" | "POST" | "PATCH"; path: string; what: string } & (
  | { right: "anyone"; handle: Handle<OpenCall> }
  | { right: Right; handle: Handle<Call> }
);

export const ok = (body: object): Answer => ({ status: 200, body });
export const refuse = (status: number, error: Refused): Answer => ({ status, body: { error } });

/** Lets only bodies of the schema through; what is wrong is named by field, never quoted. */
export function withBody<C extends OpenCall, T>(
  schema: z.ZodType<T>,
  handle: (call: C, body: T, parts: StaffParts) => Promise<Answer>,
): Handle<C> {
  return async (call, parts) => {
    const read = schema.safeParse(call.body);
    if (read.success) return handle(call, read.data, parts);
    return refuse(400, { code: "wrong_body", fields: read.error.issues.map(({ path }) => path.join(".")) });
  };
}
