import type { ServiceRequestStore } from "../../src/serviceRequests/doors";
import { csvOf } from "../../src/staff/requests/csv";
import { exportTable } from "../../src/staff/requests/exportTable";
import { xlsxOf } from "../../src/staff/requests/xlsx";

const MEGABYTE = 1024 * 1024;
const names = { service: (code: string) => code, unit: (id: string) => id };

/** Everything as CSV and as a spreadsheet: how long, how large, and how much memory it took on top of what there was. */
export async function measureExport(requests: ServiceRequestStore): Promise<void> {
  const table = () => exportTable(requests.stream({}), { names, withDescription: true });
  await measure("CSV", csvOf(table()));
  await measure("XLSX", xlsxOf(table()));
}

async function measure(kind: string, pieces: AsyncIterable<string | Buffer>): Promise<void> {
  globalThis.gc?.();
  const before = memory();
  const most = { ...before };
  const begun = performance.now();
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += Buffer.byteLength(piece);
    const now = memory();
    most.used = Math.max(most.used, now.used);
    most.process = Math.max(most.process, now.process);
  }
  const took = ((performance.now() - begun) / 1000).toFixed(1);
  const used = `${megabytes(most.used - before.used)} MB in use on top`;
  const grown = `the process grew by ${megabytes(most.process - before.process)} MB`;
  console.log(`  export as ${kind}: ${took} s, ${megabytes(bytes)} MB; ${used}, ${grown}`);
}

/** What is in use, garbage not yet collected with it; and all that the process holds, pages kept for later with it. */
function memory(): { used: number; process: number } {
  const { heapUsed, external, rss } = process.memoryUsage();
  return { used: heapUsed + external, process: rss };
}

const megabytes = (bytes: number) => Math.round(bytes / MEGABYTE);
