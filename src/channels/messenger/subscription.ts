/** Where Meta tells us what happens on the page. */
export const WEBHOOK = "/channels/messenger";

/** What of it we want to be told. */
export const FIELDS = [
  "messages",
  "messaging_postbacks",
  "message_deliveries",
  "message_reads",
  "message_echoes",
  "message_reactions",
  "message_edits",
  "messaging_referrals",
  "standby",
];

/** Those of them that are not there. */
export const missingOf = (fields: string[]): string[] => FIELDS.filter((field) => !fields.includes(field));
