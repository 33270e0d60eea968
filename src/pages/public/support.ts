import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { parse, serialize } from "cookie";
import type { Request } from "restify";
import { tooOften } from "../../conversation/refusal";
import { readForm } from "../../forms/readForm";
import { goTo } from "../answers";
import { type Call, sendNotFound } from "../call";
import { refuseForeign } from "../readPosted";
import { type PublicParts, readerFor } from "./parts";
import { addressOf, findPublic } from "./publicRequest";

const COOKIE = "hejnal-poparcie";
const TWO_YEARS_SECONDS = 2 * 365 * 24 * 3600;
/** From one network address, for one idea: a family or a small office, not somebody who empties their browser. */
const MOST_PER_IDEA = 10;
const MOST_PER_ADDRESS = 60;
const DAY_SECONDS = 24 * 3600;

/** `POST /pomysly/<number>/popieram`: one more supporter, once per person. */
export async function takeSupport(call: Call, parts: PublicParts): Promise<void> {
  const { request: http, response, path } = call;
  refuseForeign(http, parts);
  await readForm(http, { mostFiles: 0, mostBytesPerFile: 0, mostBytes: 4096 });
  const idea = await findPublic(path[0] ?? "", parts);
  if (idea?.kind !== "idea") return sendNotFound(call);
  const page = (what: string) => `${addressOf(idea)}?${what}lang=${readerFor(call, parts).language}`;
  if (idea.status === "closed") return goTo(response, page(""));
  const known = supporterOf(http, parts.secret);
  await limit(idea.id, http, parts);
  const supporter = known ?? randomBytes(16).toString("base64url");
  const { already } = await parts.requests.support(idea.id, `browser:${supporter}`, parts.now());
  response.setHeader("Set-Cookie", cookieFor(supporter, http, parts));
  goTo(response, `${page(already ? "co=juz&" : "co=dziekujemy&")}#zrobione`);
}

async function limit(id: string, http: Request, { limiter, addresses }: PublicParts): Promise<void> {
  const from = addresses.clientAddress(http);
  const taken = await Promise.all([
    limiter.take(`support:${from}`, MOST_PER_ADDRESS, DAY_SECONDS),
    limiter.take(`support:${from}:${id}`, MOST_PER_IDEA, DAY_SECONDS),
  ]);
  const refused = taken.find(({ allowed }) => !allowed);
  if (refused) throw tooOften("Too many people supported it from this address.", refused.retryAfterSeconds);
}

/** Who the browser says it is, if we said so. */
function supporterOf(http: Request, secret: string): string | undefined {
  const [supporter = "", mac = ""] = (parse(http.headers.cookie ?? "")[COOKIE] ?? "").split(".");
  const own = Buffer.from(macOf(supporter, secret));
  const told = Buffer.from(mac);
  return supporter !== "" && own.length === told.length && timingSafeEqual(own, told) ? supporter : undefined;
}

const macOf = (supporter: string, secret: string) =>
  createHmac("sha256", secret).update(`supporter:${supporter}`).digest("base64url");

const cookieFor = (supporter: string, http: Request, { addresses, secret }: PublicParts): string =>
  serialize(COOKIE, `${supporter}.${macOf(supporter, secret)}`, {
    ...{ httpOnly: true, sameSite: "lax", path: "/pomysly/", maxAge: TWO_YEARS_SECONDS },
    secure: addresses.ownOrigin(http).startsWith("https:"),
  });
