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
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  let most = before;
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += Buffer.byteLength(piece);
    most = Math.max(most, process.memoryUsage().rss);
  }
  const took = ((performance.now() - begun) / 1000).toFixed(1);
  const grown = Math.round((most - before) / MEGABYTE);
  console.log(`  export as ${kind}: ${took} s, ${Math.round(bytes / MEGABYTE)} MB, ${grown} MB of memory on top`);
}
