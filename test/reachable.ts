import { existsSync } from "node:fs";

/** What some tests need besides Node, where it is looked for, and whether it is there. */
export const testDatabaseUrl = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/test";
export const testRedisUrl = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";
/** The one without a window of its own where there is one: it draws pages only, which is less work. */
const HEADLESS = "/usr/bin/chromium-headless-shell";
export const chromiumPath = process.env.CHROMIUM ?? (existsSync(HEADLESS) ? HEADLESS : "/usr/bin/chromium");

export const dovecotPath = process.env.DOVECOT ?? "/usr/sbin/dovecot";

export type Part = "PostgreSQL" | "Redis" | "Chromium" | "Dovecot";

/** The environment variable in which `globalSetup.ts` leaves the reason why a part cannot be reached. */
export const whyNotVariable = (part: Part): string => `NOT_REACHABLE_${part.toUpperCase()}`;

/**
 * `describe` for tests that need a part. Where it cannot be reached they are not run and listed with the reason
 * (`reporter.cjs`); with `CI` set they fail instead.
 */
function describeIfReachable(part: Part, name: string, tests: () => void): void {
  const whyNot = process.env[whyNotVariable(part)];
  if (whyNot === undefined) describe(name, tests);
  else if (process.env.CI) describe(name, () => void test(`reaches ${part}`, () => Promise.reject(new Error(whyNot))));
  else describe.skip(`${name} [not run: ${part}: ${whyNot}]`, tests);
}

export const describeIfPostgreSql = (name: string, tests: () => void) => describeIfReachable("PostgreSQL", name, tests);
export const describeIfRedis = (name: string, tests: () => void) => describeIfReachable("Redis", name, tests);
export const describeIfChromium = (name: string, tests: () => void) => describeIfReachable("Chromium", name, tests);
export const describeIfDovecot = (name: string, tests: () => void) => describeIfReachable("Dovecot", name, tests);
