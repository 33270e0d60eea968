import type { Request, Response, Server } from "restify";
import { Refusal } from "../../conversation/refusal";
import { isSame, isSigned } from "../shared/secrets";

export type MetaSecrets = {
  /** The app's; signs what Meta tells us. */
  appSecret: string;
  /** A word of ours that Meta says when the webhook is set up. */
  verifyToken: string;
};

/**
 * Serves a webhook of Meta's: shows on GET that the address is ours, hands to `take` on POST what Meta signed. It is
 * told 200 when `take` is done, and only then; whatever else Meta would take for a failure of ours and repeat.
 */
export function serveMetaWebhook(
  server: Server,
  path: string,
  { appSecret, verifyToken }: MetaSecrets,
  take: (body: unknown) => Promise<void>,
): void {
  server.get(path, async (request: Request, response: Response) => {
    const asked = new URLSearchParams(request.getQuery());
    const isMeta = asked.get("hub.mode") === "subscribe" && isSame(asked.get("hub.verify_token") ?? "", verifyToken);
    if (!isMeta) throw new Refusal(403, "Forbidden", "The verify token is not the one that is set here.");
    response.sendRaw(200, asked.get("hub.challenge") ?? "", { "Content-Type": "text/plain; charset=utf-8" });
  });
  server.post(path, async (request: Request, response: Response) => {
    const bytes = Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0);
    if (!isSigned(bytes, request.header("x-hub-signature-256"), appSecret))
      throw new Refusal(403, "Forbidden", "The signature is missing or not the app's.");
    await take(request.body);
    response.json(200, {});
  });
}
