import { z } from "zod";
import { DeliveryFailure } from "../channel";
import { type Answer, callPlatform, fetchFile } from "../shared/callPlatform";
import { failureOf, type Refused } from "./failures";

export type BotAnswer = { result: unknown } | { refused: Refused };

/** Telegram's Bot API (https://core.telegram.org/bots/api) for one bot. Nothing it throws or answers holds the token. */
export type BotApi = {
  /** Calls a method; what it refuses is an answer like any other. */
  ask(method: string, body?: object | FormData): Promise<BotAnswer>;
  /** Calls a method and answers its result; throws a `DeliveryFailure` where it is refused. */
  call(method: string, body?: object | FormData): Promise<unknown>;
  /** A file somebody sent, by its id. */
  fetchFile(fileId: string): Promise<Buffer>;
};

const Told = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().default(""),
  parameters: z.object({ retry_after: z.number().optional() }).default({}),
});

const FileFound = z.object({ file_path: z.string().min(1) });

export function openBotApi({ apiUrl, token }: { apiUrl: string; token: string }): BotApi {
  const base = apiUrl.replace(/\/+$/, "");
  const ask = async (method: string, body: object | FormData = {}): Promise<BotAnswer> => {
    const sent = body instanceof FormData ? { form: body } : { json: body };
    return read(await callPlatform(`${base}/bot${token}/${method}`, sent));
  };
  const call = async (method: string, body?: object | FormData): Promise<unknown> => {
    const answer = await ask(method, body);
    if ("refused" in answer) throw failureOf(answer.refused);
    return answer.result;
  };
  return {
    ask,
    call,
    async fetchFile(fileId) {
      const { file_path: path } = FileFound.parse(await call("getFile", { file_id: fileId }));
      return fetchFile(`${base}/file/bot${token}/${encodeURI(path)}`);
    },
  };
}

/** Telegram says in the body what it means; whoever stands in between says it by the status. */
function read({ status, body, retryAfterSeconds }: Answer): BotAnswer {
  const told = Told.safeParse(body).data;
  if (told?.ok) return { result: told.result };
  if (!told && status < 300) throw new DeliveryFailure("retry", `Telegram ${status} without an answer`);
  const retryAfter = told?.parameters.retry_after ?? retryAfterSeconds;
  return {
    refused: {
      code: told?.error_code ?? status,
      description: told?.description ?? "",
      ...(retryAfter !== undefined && { retryAfterSeconds: retryAfter }),
    },
  };
}
