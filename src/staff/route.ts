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
  /** What the browser calls itself, shortened. */
  device: string;
  /** What the browser kept on its way to the identity provider. */
  ticket?: string;
};
export type Call = OpenCall & { session: LiveSession };

/**
 * `token` and `ticket` set their cookies, empty ones remove them. A `file`, a `stream` or a `redirect` is sent instead of the body.
 * `noted` goes to the audit log with what the route says of it.
 */
export type Answer = {
  status: number;
  body: object;
  token?: string;
  ticket?: string;
  file?: { attachment: Attachment; bytes: Buffer };
  stream?: Streamed;
  redirect?: string;
  noted?: { act?: string; subject?: Subject; details?: Record<string, unknown> };
};

/** A file of any size, made while it is sent. */
export type Streamed = { contentType: string; name: string; chunks: AsyncIterable<Buffer | string> };

export type Handle<C> = (call: C, parts: StaffParts) => Promise<Answer>;

/** What an act was done to. */
export type Subject = { kind: string; id: string };

/** What the audit log says of a call that was answered. Nothing in it may hold personal data of residents. */
export type Audit = {
  /** In `snake_case`. */
  act: string;
  /** A handler that makes something new names it in its answer instead. */
  subject?(call: Call): Subject;
  details?(call: Call): Record<string, unknown>;
  /** Calls it is noted for; all without. */
  when?(call: Call): boolean;
  /** A look at something: the same again within ten minutes is not noted. */
  isLook?: true;
};

/** The account of whoever calls. */
export const oneself = ({ session }: Call): Subject => ({ kind: "account", id: session.account.id });

/** The subject that the `:id` of a path names. */
export const subjectOf =
  (kind: string) =>
  ({ params }: OpenCall): Subject => ({ kind, id: params.id ?? "" });

/** One row of the table in `routes/table.ts`; what it has for `audit` is written down after every success. */
export type Route = { method: "GET" | "POST" | "PATCH"; path: string; what: string; audit?: Audit } & (
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
