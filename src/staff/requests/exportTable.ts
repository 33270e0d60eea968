import type { SummaryNames } from "../../handoff/summary";
import type { ServiceRequest } from "../../serviceRequests/doors";
import type { State } from "../../serviceRequests/lifeCycle";

/** A cell; a date is a moment, shown as Kraków's clock does. */
export type Cell = string | number | Date | undefined;
export type Table = { titles: string[]; rows: AsyncIterable<Cell[]> };

const stateNames: Record<State, string> = {
  received: "przyjęte",
  forwarded: "przekazane jednostce",
  in_progress: "w realizacji",
  waiting_for_resident: "czeka na odpowiedź mieszkańca",
  done: "załatwione",
  not_feasible: "niewykonalne",
  forwarded_outside: "przekazane poza miasto",
  duplicate: "powtórzone",
  withdrawn: "wycofane",
};

type Column = { title: string; cell(request: ServiceRequest, names: Pick<SummaryNames, "service" | "unit">): Cell };

const columns: Column[] = [
  { title: "Numer", cell: ({ id }) => id },
  { title: "Typ", cell: ({ kind }) => (kind === "idea" ? "pomysł" : "zgłoszenie") },
  { title: "Rodzaj", cell: ({ service }, names) => names.service(service) },
  { title: "Stan", cell: ({ state }) => stateNames[state] },
  { title: "Stan od", cell: ({ stateSince }) => stateSince },
  { title: "Jednostka", cell: ({ unit }, names) => names.unit(unit) },
  { title: "Dzielnica", cell: ({ district }) => district },
  { title: "Adres", cell: ({ address, place }) => address ?? place },
  { title: "Szerokość geogr.", cell: ({ point }) => point?.lat },
  { title: "Długość geogr.", cell: ({ point }) => point?.long },
  { title: "Zgłoszono", cell: ({ requestedAt }) => requestedAt },
  { title: "Zmieniono", cell: ({ updatedAt }) => updatedAt },
  { title: "Termin", cell: ({ dueAt }) => dueAt },
  { title: "Obserwujący", cell: ({ followers }) => followers },
];
const description: Column = { title: "Opis", cell: (request) => request.description };

type Exporting = { names: Pick<SummaryNames, "service" | "unit">; withDescription: boolean };

/** Service requests as rows, one at a time. What residents wrote comes only when it is asked for. */
export function exportTable(requests: AsyncIterable<ServiceRequest>, { names, withDescription }: Exporting): Table {
  const chosen = withDescription ? [...columns, description] : columns;
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const request of requests) yield chosen.map(({ cell }) => cell(request, names));
  }
  return { titles: chosen.map(({ title }) => title), rows: rows() };
}

const krakow = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw", dateStyle: "short", timeStyle: "short" });

/** "2026-03-02 13:00", as clocks in Kraków show it. */
export const clockOf = (moment: Date) => krakow.format(moment);

const CHUNK_LENGTH = 16 * 1024;

/** Many short lines as fewer, longer pieces. */
export async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = "";
  for await (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
