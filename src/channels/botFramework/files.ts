import { z } from "zod";
import { type ChannelEvent, DeliveryFailure } from "../channel";
import { fetchFile } from "../shared/callPlatform";
import type { Inbound, InboundFile } from "./inbound";

/** Where platforms behind Azure keep what their people send. Elsewhere we do not look: anybody may write an address. */
const KNOWN = [
  ...["botframework.com", "skype.com", "teams.microsoft.com", "sharepoint.com", "onedrive.com", "slack.com"],
  ...["blob.core.windows.net", "fbcdn.net", "fbsbx.com", "api.telegram.org", "api.twilio.com", "line.me"],
];
/** Who gave us the token, or checks it. */
const TRUSTED = ["botframework.com", "skype.com", "teams.microsoft.com"];

const TEAMS_FILE = "application/vnd.microsoft.teams.file.download.info";
const TeamsFile = z.object({ downloadUrl: z.string() });
const TRIES = 3;

type Parts = { event: Pick<ChannelEvent, "attempt" | "isLast">; token(): Promise<string> };
type Fetched = { files: { name: string; bytes: Buffer }[]; unreadable: string[] };

/** Fetches what came with a message; a line that is down is waited for, other failures are told of. */
export async function filesOf(inbound: Inbound, parts: Parts): Promise<Fetched> {
  const fetched: Fetched = { files: [], unreadable: [] };
  for (const file of inbound.attachments ?? []) {
    // Teams sends every text a second time, as a page.
    if (/^text\/html\b/.test(file.contentType)) continue;
    const name = file.name || file.contentType;
    const bytes = await fetchOne(file, inbound, parts);
    if (bytes) fetched.files.push({ name, bytes });
    else fetched.unreadable.push(name);
  }
  return fetched;
}

async function fetchOne(file: InboundFile, inbound: Inbound, { event, token }: Parts): Promise<Buffer | undefined> {
  const isTeams = file.contentType === TEAMS_FILE;
  const address = isTeams ? TeamsFile.safeParse(file.content).data?.downloadUrl : file.contentUrl;
  const inside = /^data:[^,]*;base64,(.+)$/s.exec(address ?? "");
  if (inside) return Buffer.from(inside[1] ?? "", "base64");
  const url = address && URL.canParse(address) ? new URL(address) : undefined;
  const own = new URL(inbound.serviceUrl);
  if (!url || !isKnown(url, own)) return undefined;
  try {
    // A link to a Teams file is a key by itself.
    const withToken = !isTeams && mayHaveToken(url, own);
    return await fetchFile(url.href, withToken ? { Authorization: `Bearer ${await token()}` } : {});
  } catch (error) {
    const mayStillCome = error instanceof DeliveryFailure || event.attempt < TRIES;
    if (mayStillCome && !event.isLast) throw error;
    return undefined;
  }
}

const isUnder = ({ protocol, hostname }: URL, hosts: string[]): boolean =>
  protocol === "https:" && hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
const isKnown = (url: URL, own: URL): boolean => url.origin === own.origin || isUnder(url, KNOWN);
/** The service's address is in the token that came with the call, so it is who it says. */
const mayHaveToken = (url: URL, own: URL): boolean => url.origin === own.origin || isUnder(url, TRUSTED);
