import type { Letter } from "./letter";

/** Why a mail of ours came back. `temporary`: the server goes on trying by itself. */
export type Bounce = {
  recipient: string;
  status: string;
  kind: "permanent" | "mailbox_full" | "temporary";
  words: string;
};

/** Reads a delivery report (RFC 3464); without one, what its text says. */
export function readBounce({ parts, text }: Letter): Bounce {
  const report = parts.find(({ contentType }) => /^message\/(?:global-)?delivery-status/.test(contentType));
  const told = report ? report.bytes.toString("utf8").replace(/\r?\n[ \t]+/g, " ") : "";
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.+)$`, "im").exec(told)?.[1]?.trim() ?? "";
  const words =
    field("Diagnostic-Code").replace(/^smtp;\s*/i, "") || (/^.*\b[45]\.\d{1,3}\.\d{1,3}\b.*$/m.exec(text)?.[0] ?? "");
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(field("Status") || words)?.[0] ?? "";
  const recipient = (field("Final-Recipient") || field("Original-Recipient")).replace(/^[\w-]+;\s*/, "");
  return { recipient, status, kind: kindOfBounce(status, field("Action")), words: words.slice(0, 300) };
}

function kindOfBounce(status: string, action: string): Bounce["kind"] {
  if (/^(?:delayed|delivered|relayed|expanded)$/i.test(action) || /^[24]\./.test(status)) return "temporary";
  if (status === "5.2.2") return "mailbox_full";
  return status.startsWith("5.") || /^failed$/i.test(action) ? "permanent" : "temporary";
}
