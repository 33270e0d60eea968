import type { IncomingMessage } from "node:http";

/** Who calls, and by which address they reached us. */
export type Addresses = {
  /** The caller's network address; proxies are believed only as far as configured. */
  clientAddress(request: IncomingMessage): string;
  /** Scheme, host and port under which the caller sees this server. */
  ownOrigin(request: IncomingMessage): string;
  /** Whether the caller sits on this very machine, with no proxy between. */
  isLocal(request: IncomingMessage): boolean;
};

const list = (header: string | string[] | undefined) =>
  [header ?? []]
    .flat()
    .join(",")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);

/** `trustedProxies` is the number of proxies in front; each appends the address it was called from. */
export function createAddresses(options: { trustedProxies: number; publicUrl?: string | undefined }): Addresses {
  const { trustedProxies, publicUrl } = options;

  const clientAddress = (request: IncomingMessage): string => {
    const hops = [...list(request.headers["x-forwarded-for"]), request.socket.remoteAddress ?? "unknown"];
    const address = trustedProxies === 0 ? hops.at(-1) : hops.at(Math.max(-hops.length, -1 - trustedProxies));
    return (address ?? "unknown").replace(/^::ffff:(?=\d+\.)/, "");
  };

  const ownOrigin = (request: IncomingMessage): string => {
    if (publicUrl) return publicUrl;
    const host = request.headers.host ?? "";
    const forwarded = trustedProxies > 0 && list(request.headers["x-forwarded-proto"]).at(-1) === "https";
    return `${forwarded ? "https" : "http"}://${/^[\w.\-:[\]]+$/.test(host) ? host : "localhost"}`;
  };

  const isLocal = (request: IncomingMessage): boolean => {
    // A proxy on this machine makes every caller look local, so its header is a reason to refuse.
    const proxied = trustedProxies === 0 && (request.headers["x-forwarded-for"] ?? request.headers.forwarded);
    return !proxied && /^(127\.|::1$)/.test(clientAddress(request));
  };

  return { clientAddress, ownOrigin, isLocal };
}
