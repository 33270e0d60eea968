/**
 * `npm run bench:channels`: how soon a platform's webhook is acknowledged at 200 events a second, and how a bulk of
 * messages keeps to a platform's limit. Needs PostgreSQL at TEST_DATABASE_URL (a database of its own is made and
 * dropped). One part alone: `npm run bench:channels webhook` or `bulk`.
 */
import { cpus } from "node:os";
import { measureBulk } from "./bulk";
import { measureWebhook } from "./webhook";

async function main(): Promise<void> {
  console.log(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}\n`);
  const parts = process.argv.slice(2);
  const wanted = (part: string) => parts.length === 0 || parts.includes(part);
  if (wanted("webhook")) await measureWebhook();
  if (wanted("bulk")) await measureBulk();
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
