import { Agent, request } from "node:http";
import { createServer } from "restify";
import { startApp } from "../src/app";
import { readConfig } from "../src/config";
import { createLog } from "../src/server/log";
import type { Parts } from "../src/turn/parts";
import { resident } from "../test/app/resident";

const SECONDS = 6;
const CALLERS = 50;

/** Messages posted over Direct Line to the whole program, beside the same POST to a restify that does nothing. */
export async function measureHttp(databaseUrl: string, parts: Parts): Promise<void> {
  const body = JSON.stringify({ type: "message", text: "jak wyrobić dowód", from: { id: "me" } });
  const bare = createServer();
  bare.use((incoming, _response, next) => {
    incoming.resume();
    incoming.on("end", () => next());
  });
  bare.post("/", (_request, response, next) => {
    response.json(200, { id: "1" });
    next();
  });
  await new Promise<void>((ready) => bare.listen(0, "127.0.0.1", () => ready()));
  const bareRate = await rate(`http://127.0.0.1:${bare.address().port}/`, body, Array(CALLERS).fill(undefined));
  bare.close();

  const config = readConfig({
    PORT: "0",
    DATABASE_URL: databaseUrl,
    MESSAGES_PER_MINUTE: "10000",
    CONVERSATIONS_PER_MINUTE: "100000",
    LOG_LEVEL: "silent",
  });
  const app = await startApp({
    config,
    parts,
    contentFolder: ".",
    webFolder: "dist/web",
    log: createLog("silent"),
    now: () => new Date(),
  });
  const residents = await Promise.all(Array.from({ length: CALLERS }, () => resident(`http://127.0.0.1:${app.port}`)));
  const acceptedRate = await rate(
    (caller) =>
      `http://127.0.0.1:${app.port}/v3/directline/conversations/${residents[caller]?.conversationId}/activities`,
    body,
    residents.map(({ token }) => token),
  );
  await app.close();
  console.log(
    `over HTTP, ${CALLERS} callers, client in the same process: bare restify ${bareRate.toFixed(0)} POSTs a second; ` +
      `Direct Line accepts ${acceptedRate.toFixed(0)} messages a second while answering them (${(acceptedRate / bareRate).toFixed(2)} of bare restify)\n`,
  );
}

/** POSTs a second that were answered with 200, by callers that each wait for their answer. */
async function rate(
  url: string | ((caller: number) => string),
  body: string,
  tokens: (string | undefined)[],
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: tokens.length });
  const until = performance.now() + SECONDS * 1000;
  let answered = 0;
  const post = (address: string, token: string | undefined) =>
    new Promise<void>((done, failed) => {
      const headers = { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) };
      const call = request(address, { method: "POST", agent, headers }, (response) => {
        if (response.statusCode === 200) answered++;
        response.resume().on("end", done);
      });
      call.on("error", failed).end(body);
    });
  await Promise.all(
    tokens.map(async (token, caller) => {
      while (performance.now() < until) await post(typeof url === "string" ? url : url(caller), token);
    }),
  );
  agent.destroy();
  return answered / SECONDS;
}
