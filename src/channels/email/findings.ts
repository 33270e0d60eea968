import type { Finding } from "../channel";

/** Each rejects with why it does not work. */
export type Doors = { verifySmtp(): Promise<void>; verifyImap(): Promise<void> };

type Checked = { from: string; replyAddress: string; doors: Doors };

/** What keeps the mail from working, asked of the servers themselves. */
export async function findings({ from, replyAddress, doors }: Checked): Promise<Finding[]> {
  const [smtp, imap] = await Promise.all([
    tried(doors.verifySmtp, "the mail server (SMTP_URL)"),
    tried(doors.verifyImap, "the mailbox (IMAP_URL)"),
  ]);
  const domains = [from, replyAddress].map((address) => address.split("@")[1]?.toLowerCase());
  const apart: Finding[] =
    domains[0] === domains[1]
      ? []
      : [
          {
            level: "warning",
            text: "MAIL_FROM and REPLY_ADDRESS have different domains: SPF and DKIM must allow both.",
          },
        ];
  const plus: Finding = {
    level: "warning",
    text: `Nothing tells whether the server delivers ${replyAddress.replace("@", "+…@")} to the mailbox: send a letter there.`,
  };
  return [smtp, imap, ...apart, plus];
}

async function tried(verify: () => Promise<void>, what: string): Promise<Finding> {
  try {
    await verify();
    return { level: "ok", text: `${what} answers and lets us in` };
  } catch (error) {
    return { level: "wrong", text: `${what}: ${error instanceof Error ? error.message : String(error)}` };
  }
}
