import { catalogueChecks } from "./checkCatalogue";
import { discoveryChecks } from "./checkDiscovery";
import { filingChecks } from "./checkFiling";
import { httpChecks } from "./checkHttp";
import { listChecks } from "./checkLists";
import { updateChecks } from "./checkUpdates";
import { clientOf } from "./client";

/** What the checks must know of a server that they cannot ask it. */
export type Tried = {
  /** Ends in a slash. */
  url: string;
  key: string;
  /** A kind of report that requires nothing but a place. */
  service: string;
  /** One that has a question with a list of answers. */
  serviceWithList: string;
  inside: [lat: string, long: string];
  outside: [lat: string, long: string];
  address: string;
  close(): Promise<void>;
};
export type Extensions = { updates: boolean; paging: boolean };

/** The black-box checks of GeoReport v2, by their numbers; nothing but HTTP is needed. */
export function conformance(name: string, start: () => Promise<Tried>, extensions: Extensions): void {
  describe(name, () => {
    let tried: Tried;
    const client = clientOf(() => tried.url);
    const given = { ...client, tried: () => tried, extensions };
    beforeAll(async () => {
      tried = await start();
    });
    afterAll(() => tried?.close());
    discoveryChecks(given);
    catalogueChecks(given);
    filingChecks(given);
    listChecks(given);
    httpChecks(given);
    if (extensions.updates) updateChecks(given);
  });
}

export type Given = ReturnType<typeof clientOf> & { tried(): Tried; extensions: Extensions };
