import { z } from "zod";
import type { Bus } from "../conversation/bus";
import type { Log } from "../conversation/log";
import type { OfficeStore, ServiceRequestStore } from "./doors";
import { type Expected, type Office, type OfficeSettings, officeSchemas } from "./office";

const REFRESH_MS = 10 * 60_000;
const YEAR_MS = 365 * 24 * 60 * 60_000;

export type LiveOffice = {
  current(): Office;
  /** Somebody saved a setting: it holds here at once, and the other processes hear of it. */
  changed(): Promise<void>;
  close(): void;
};

type LiveOfficeParts = {
  store: Pick<OfficeStore, "current">;
  durations: ServiceRequestStore["durations"];
  /** What holds where nothing was set; asked each time, because editors change it. */
  defaults(): OfficeSettings;
  bus: Bus;
  log: Log;
  now(): Date;
};

const Stored = z.object(officeSchemas).partial();
type Stored = z.infer<typeof Stored>;

/** The office as the console sets it and as past matters teach how long things take, kept up to date. */
export async function openOffice(parts: LiveOfficeParts): Promise<LiveOffice> {
  const { defaults, bus, log } = parts;
  let stored: Stored = await readStored(parts);
  let expected = await readDurations(parts);
  let reading = Promise.resolve();
  // One after the other, so that an older answer never takes a newer one's place.
  const refresh = (): Promise<void> => {
    reading = reading.then(async () => {
      try {
        stored = await readStored(parts);
      } catch (error) {
        log.warn("office_not_read", { error: String(error) });
      }
    });
    return reading;
  };
  const leave = bus.subscribe("office", () => void refresh());
  // A wake-up may be lost, and experience grows.
  const timer = setInterval(() => {
    void refresh();
    readDurations(parts).then(
      (read) => {
        expected = read;
      },
      (error) => log.warn("durations_not_read", { error: String(error) }),
    );
  }, REFRESH_MS).unref();
  return {
    current() {
      const usual = defaults();
      return {
        routing: stored.routing ?? usual.routing,
        ways: stored.ways ?? usual.ways,
        sentences: stored.sentences ?? usual.sentences,
        timings: stored.timings ?? usual.timings,
        topics: stored.topics ?? usual.topics,
        expected: (service, unit) => expected.get(keyOf(service, unit)),
      };
    },
    async changed() {
      await refresh();
      await bus.publish("office", "");
    },
    close() {
      clearInterval(timer);
      leave();
    },
  };
}

/** What no longer fits its form is left out, so that the default holds. */
async function readStored({ store, log }: LiveOfficeParts): Promise<Stored> {
  const read = (await store.current()).map(({ name, version, value }): Stored => {
    const one = Stored.safeParse({ [name]: value });
    if (one.success) return one.data;
    log.error("office_setting_not_usable", { name, version, error: z.prettifyError(one.error) });
    return {};
  });
  return Object.assign({}, ...read);
}

async function readDurations({ durations, now }: LiveOfficeParts): Promise<Map<string, Expected>> {
  const rows = await durations(new Date(now().getTime() - YEAR_MS));
  return new Map(
    rows.map(({ service, unit, fromDays, toDays }) => [keyOf(service, unit), { fromDays, toDays }] as const),
  );
}

const keyOf = (service: string, unit: string) => `${service} ${unit}`;
