/** The code for going on here that a link brought along (`m.me/page?ref=HEJ-…`, `t.me/bot?start=HEJ-…`), as a resident would type it. */
export const broughtCode = (brought: string | undefined): string | undefined =>
  brought !== undefined && /^HEJ-[0-9A-Z]{4}-[0-9A-Z]{4}$/i.test(brought) ? brought.toUpperCase() : undefined;
