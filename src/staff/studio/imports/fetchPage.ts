import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { type IncomingMessage, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { BlockList, isIP } from "node:net";
import type { PageRefused } from "../../wire";

const MOST_BYTES = 2 * 1024 * 1024;
const PATIENCE_MS = 10_000;
const MOST_REDIRECTS = 5;

type Page = { url: string; html: string };
type Refused = { because: PageRefused };

/** A page of one of these hosts, and of nothing else: wherever it points, no machine of our own network is asked. */
export async function fetchPage(address: string, hosts: string[]): Promise<Page | Refused> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let url = parsed(address);
  try {
    for (let hops = 0; url && isAllowed(url, hosts) && hops <= MOST_REDIRECTS; hops++) {
      const response = await get(url, signal);
      const next = redirectOf(response, url);
      if (!next) return await pageOf(response, url);
      response.destroy();
      url = next;
    }
    return { because: "not_allowed" };
  } catch (error) {
    if (signal.aborted) return { because: "too_slow" };
    return { because: error instanceof Private ? "private_address" : "unreachable" };
  }
}

const parsed = (address: string, from?: string) => (URL.canParse(address, from) ? new URL(address, from) : undefined);

/** With its port where one is listed. Only a tester's own machine may be asked without TLS. */
function isAllowed({ protocol, host, username }: URL, hosts: string[]): boolean {
  if (!hosts.includes(host) || username !== "") return false;
  return protocol === "https:" || (protocol === "http:" && isOwnMachine(host));
}

const isOwnMachine = (host: string) => /^localhost:\d+$/.test(host);

function get(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  // What is asked for is the address that was looked at: nobody can give another one a moment later.
  const look = isOwnMachine(url.host) ? {} : { lookup: publicOnly };
  if (isPrivate(url.hostname.replace(/^\[|\]$/g, ""))) throw new Private();
  const headers = { Accept: "text/html", "User-Agent": "Hejnal", "Accept-Encoding": "identity" };
  const request = url.protocol === "https:" ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    request(url, { ...look, headers, signal, agent: false }, resolve)
      .on("error", reject)
      .end();
  });
}

class Private extends Error {}

type Told = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

function publicOnly(hostname: string, options: LookupOptions, told: Told): void {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) return told(error ?? new Error("no address"), []);
    if (found.some(({ address }) => isPrivate(address))) return told(new Private(), []);
    if (options.all) told(null, found);
    else told(null, first.address, first.family);
  });
}

/** Kept apart: an address of four numbers counts as a mapped one, too. */
const closed = {
  ipv4: listOf("ipv4", [
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["224.0.0.0", 3],
  ]),
  ipv6: listOf("ipv6", [
    ["::", 96],
    ["::ffff:0:0", 96],
    ["64:ff9b::", 96],
    ["2002::", 16],
    ["fc00::", 7],
    ["fe80::", 10],
    ["ff00::", 8],
  ]),
};

function listOf(version: "ipv4" | "ipv6", nets: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [net, bits] of nets) list.addSubnet(net, bits, version);
  return list;
}

/** Whether an address is one of this machine or of a network of one's own. */
export function isPrivate(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  return version === 4 ? closed.ipv4.check(address, "ipv4") : closed.ipv6.check(address, "ipv6");
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | undefined {
  if (statusCode < 300 || statusCode >= 400 || !headers.location) return undefined;
  return parsed(headers.location, from.href);
}

async function pageOf(response: IncomingMessage, url: URL): Promise<Page | Refused> {
  const refused = (because: PageRefused): Refused => {
    response.destroy();
    return { because };
  };
  const type = response.headers["content-type"] ?? "";
  if (response.statusCode !== 200) return refused("not_found");
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) return refused("not_html");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES) return refused("too_large");
  }
  return { url: url.href, html: decoded(Buffer.concat(chunks), type) };
}

/** In the encoding the server tells, else the one the page does. */
function decoded(bytes: Buffer, type: string): string {
  const inPage = bytes.subarray(0, 2048).toString("latin1");
  const [, label] = type.match(/charset="?([\w-]+)/i) ?? inPage.match(/<meta[^>]+charset=["']?([\w-]+)/i) ?? [];
  try {
    return new TextDecoder(label ?? "utf-8").decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}
