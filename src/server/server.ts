import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import pino from "pino";
import { createServer as createRestify, type Request, type Response, type Server } from "restify";
import type { Log } from "../conversation/log";
import type { Addresses } from "./addresses";
import { answerError } from "./errors";
import { safeHeaders } from "./headers";
import { type Readiness, serveHealth } from "./health";
import type { Metrics } from "./metrics";
import { refuseUnreadableAddress } from "./readableAddress";
import { readJson, refuseEncodedBodies } from "./readJson";
import { serveStatic } from "./staticFiles";

/** Adds a room's routes; answers how to close what it holds open. */
type Routes = (server: Server) => () => Promise<void>;

export type ServerOptions = {
  host: string;
  port: number;
  addresses: Addresses;
  metrics: Metrics;
  metricsToken?: string | undefined;
  readiness: Readiness[];
  /** The folder with the built widget and pages. */
  staticFolder?: string;
  /** The host maps on the pages get their pictures from. */
  tiles?: string | undefined;
  /** Channels, the staff's API: every room that has routes. */
  routes: Routes[];
  log: Log;
};

export type HttpServer = {
  /** Answers the port, which matters when 0 was asked for. */
  listen(): Promise<{ port: number }>;
  /** Takes no new calls, finishes those that run, closes live connections so that clients come back elsewhere. */
  close(): Promise<void>;
};

/** Containers are killed 10 s after they were asked to stop; the turns that run need the rest of it. */
const STOP_WITHIN_MS = 7_000;
const UPGRADE_WITHIN_MS = 5_000;

/** The HTTP server: limits, headers, errors and health around the routes of the rooms. */
export function createServer(options: ServerOptions): HttpServer {
  // restify's own logger would write whole requests, with what residents said.
  const unheard: object = { log: pino({ level: "silent" }) };
  const restify = createRestify({ name: "", onceNext: true, ...unheard });
  let stopping = false;
  let closed: Promise<void> | undefined;

  restify.pre(safeHeaders);
  restify.pre(refuseUnreadableAddress);
  restify.use(refuseEncodedBodies);
  restify.use(readJson);
  restify.on("restifyError", answerError(options.log));
  restify.on("after", (request: Request, response: Response) => note(request, response, options));
  limitSlowness(restify);

  serveHealth(restify, { ...options, stopping: () => stopping });
  const closers = options.routes.map((add) => add(restify));
  if (options.staticFolder) serveStatic(restify, options.staticFolder, options);

  return {
    listen: () => listen(restify, options),
    close() {
      stopping = true;
      closed ??= close(restify, closers);
      return closed;
    },
  };
}

async function close(restify: Server, closers: (() => Promise<void>)[]): Promise<void> {
  const closed = new Promise<void>((resolve) => restify.close(() => resolve()));
  const impatience = setTimeout(() => restify.server.closeAllConnections(), STOP_WITHIN_MS);
  // Connections that are kept alive become idle one by one, as their requests end.
  const idle = setInterval(() => restify.server.closeIdleConnections(), 50);
  await Promise.allSettled(closers.map((end) => end()));
  await closed;
  clearTimeout(impatience);
  clearInterval(idle);
}

function listen(restify: Server, { host, port }: ServerOptions): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    restify.server.once("error", reject);
    restify.listen(port, host, () => {
      restify.server.off("error", reject);
      resolve({ port: restify.address().port });
    });
  });
}

/** Nobody may hold a connection by sending slowly. A photo over a poor line may take minutes, headers may not. */
function limitSlowness(restify: Server): void {
  const { server } = restify;
  server.headersTimeout = 15_000;
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = 65_000;
  server.setTimeout(120_000);
  server.on("upgrade", (_request: IncomingMessage, socket: Socket) => {
    // Node hands the socket over without a listener: a caller who just hangs up would end the process.
    socket.on("error", () => socket.destroy());
    // Whoever knows the address answers at once; nobody else will.
    setTimeout(() => socket.bytesWritten === 0 && socket.destroy(), UPGRADE_WITHIN_MS).unref();
  });
}

function note(request: Request, response: Response, { metrics, log }: ServerOptions): void {
  const route = request.getRoute()?.path?.toString() ?? "none";
  const { method = "GET" } = request;
  metrics.request(method, route, response.statusCode);
  if (method === "GET" && response.statusCode < 400) return;
  const ms = Date.now() - request.time();
  log.info("request", { request: request.id(), method, route, status: response.statusCode, ms });
}
