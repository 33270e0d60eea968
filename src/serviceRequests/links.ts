import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Signed tokens that open something without an account. Every use has a key of its own, so that a token for one thing
 * is worth nothing elsewhere.
 */
const DAY_SECONDS = 24 * 3600;
const UNIT_LINK_DAYS = 180;

/** Letters and digits that cannot be taken for one another; mail servers may lower the case of an address. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const SHORT_MAC_BYTES = 10;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NUMBER = /^KR-(\d{4})-(\d{6,9})-(\d)$/;

/** What a unit may answer without an account: the matter of one delivery. */
export type UnitLink = { delivery: string; unit: string };

/**
 * A letter's address tells whose answer it is: the unit's to a delivery, the reporter's about a service request, or a
 * resident's in a conversation by mail, whose id is a UUID.
 */
export type ReplyTo =
  | { kind: "unit"; delivery: string }
  | { kind: "reporter"; serviceRequestId: string }
  | { kind: "conversation"; conversationId: string };

/** The last part of `/jednostka/<token>`; good for 180 days. */
export function unitLinkToken({ delivery, unit }: UnitLink, secret: string, now: Date): string {
  const expires = Math.floor(now.getTime() / 1000) + UNIT_LINK_DAYS * DAY_SECONDS;
  const body = [delivery, unit, expires.toString(36)].join("~");
  return `${Buffer.from(body).toString("base64url")}.${macOf("unit-link", body, secret).toString("base64url")}`;
}

/** Whom that token speaks for; undefined when it is forged or too old. */
export function readUnitLink(token: string, secret: string, now: Date): UnitLink | undefined {
  const [encoded = "", mac = "", ...rest] = token.split(".");
  if (rest.length > 0 || token.length > 500) return undefined;
  const body = Buffer.from(encoded, "base64url").toString();
  if (!isSame(Buffer.from(mac, "base64url"), macOf("unit-link", body, secret))) return undefined;
  const [delivery, unit, expires = ""] = body.split("~");
  if (!delivery || !unit || Number.parseInt(expires, 36) * 1000 < now.getTime()) return undefined;
  return { delivery, unit };
}

/** What stands after the plus of an answer's address; at most 43 letters and digits, in any case. */
export function replyToken(to: ReplyTo, secret: string): string {
  const body = bodyOf(to);
  return body + base32(macOf("reply", body, secret).subarray(0, SHORT_MAC_BYTES));
}

function bodyOf(to: ReplyTo): string {
  if (to.kind === "unit") return `u${idLetters(to.delivery)}`;
  return to.kind === "reporter" ? `r${numberDigits(to.serviceRequestId)}` : `c${idLetters(to.conversationId)}`;
}

/** Whose answer comes to that address; undefined when we never gave it out. */
export function readReplyToken(token: string, secret: string): ReplyTo | undefined {
  const found = /^((?:[uc][a-z2-7]{26})|(?:r\d{11,14}))([a-z2-7]{16})$/.exec(token.toLowerCase());
  const [, body = "", mac = ""] = found ?? [];
  if (
    !found ||
    !isSame(Buffer.from(mac), Buffer.from(base32(macOf("reply", body, secret).subarray(0, SHORT_MAC_BYTES))))
  )
    return undefined;
  if (body.startsWith("u")) return { kind: "unit", delivery: uuidOf(body.slice(1)) };
  if (body.startsWith("c")) return { kind: "conversation", conversationId: uuidOf(body.slice(1)) };
  const [, year = "", counter = "", check = ""] = /^r(\d{4})(\d+)(\d)$/.exec(body) ?? [];
  return { kind: "reporter", serviceRequestId: `KR-${year}-${counter}-${check}` };
}

/** The address with the token: `zgloszenia@…` → `zgloszenia+<token>@…`. */
export function replyAddressOf(address: string, to: ReplyTo, secret: string): string {
  return address.replace("@", `+${replyToken(to, secret)}@`);
}

const macOf = (use: string, body: string, secret: string) =>
  createHmac("sha256", secret).update(`${use}:${body}`).digest();

const isSame = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);

function idLetters(id: string): string {
  if (!UUID.test(id)) throw new Error(`the id of a delivery or of a conversation by mail is a UUID, not ${id}`);
  return base32(Buffer.from(id.replaceAll("-", ""), "hex"));
}

function numberDigits(id: string): string {
  const [, year, counter, check] = NUMBER.exec(id) ?? [];
  if (!year) throw new Error(`${id} is no number of a service request`);
  return `${year}${counter}${check}`;
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

function uuidOf(letters: string): string {
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const hex = (bits.slice(0, 128).match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Addresses of ours that mails and other systems are given. */
export type RequestLinks = {
  /** The reporter's page. */
  page(pageKey: string): string;
  /** Where a unit answers without an account. */
  unit(token: string): string;
  /** A photo of a delivered matter, for whoever holds the unit's token. */
  unitPhoto(token: string, fileId: string): string;
  /** What everybody may see of it. */
  public(serviceRequestId: string): string;
  /** A photo released for everybody. */
  publicPhoto(serviceRequestId: string, fileId: string): string;
  /** Ends what a follower is sent. */
  unfollow(followerKey: string): string;
  console(serviceRequestId: string): string;
};

/** Everything under the address residents see. */
export function requestLinks(publicUrl: string): RequestLinks {
  const at = (...parts: string[]) => [publicUrl.replace(/\/$/, ""), ...parts.map(encodeURIComponent)].join("/");
  return {
    page: (pageKey) => at("sprawa", pageKey),
    unit: (token) => at("jednostka", token),
    unitPhoto: (token, fileId) => at("jednostka", token, "zdjecie", fileId),
    public: (id) => at("mapa", id),
    publicPhoto: (id, fileId) => at("mapa", id, "zdjecia", fileId),
    unfollow: (followerKey) => at("sprawa", "obserwuje", followerKey),
    console: (id) => at("console", "requests", id),
  };
}
