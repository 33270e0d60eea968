import { dayOf } from "../figures";
import type { StaffParts } from "../parts";
import { csvOf } from "../requests/csv";
import { exportTable, type Table } from "../requests/exportTable";
import { readFilter } from "../requests/filterOf";
import { xlsxOf } from "../requests/xlsx";
import { type Audit, type Call, type Handle, ok, type Route, refuse } from "../route";

type Format = { ending: string; contentType: string; made(table: Table): AsyncIterable<Buffer | string> };

/** The list as a file, however long; `?description=1` adds what residents wrote. */
const exported =
  ({ ending, contentType, made }: Format): Handle<Call> =>
  async (call, { requests, content, now }: StaffParts) => {
    const { description, ...query } = call.query;
    const read = readFilter({ ...call, query }, now());
    if ("fields" in read) return refuse(400, { code: "wrong_body", ...read });
    const withDescription = description === "1";
    const table = exportTable(requests.stream(read.filter), { names: content().names, withDescription });
    const name = `zgloszenia-${dayOf(now())}.${ending}`;
    return { ...ok({}), stream: { contentType, name, chunks: made(table) } };
  };

const csv = exported({ ending: "csv", contentType: "text/csv; charset=utf-8", made: csvOf });
const xlsx = exported({
  ending: "xlsx",
  contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  made: xlsxOf,
});

/** With what it was narrowed by; words sought may name somebody. */
const audit = (id: string): Audit => ({
  act: "requests_exported",
  subject: () => ({ kind: "requests", id }),
  details: ({ query: { q, ...query } }) => ({ ...query, ...(q && { q: "…" }) }),
});
const right = "oversee";

export const requestExportsRoutes: Route[] = [
  { method: "GET", path: "requests/export.csv", right, handle: csv, what: "the list as CSV", audit: audit("csv") },
  { method: "GET", path: "requests/export.xlsx", right, handle: xlsx, what: "the list as XLSX", audit: audit("xlsx") },
];
