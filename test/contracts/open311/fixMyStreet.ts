import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import type { OurServer } from "./ourServer";
import { tinyJpeg } from "./pictures";

/**
 * A second client, made as mySociety's is: joins addresses by putting strings together, reads XML only, sends forms,
 * repeats names instead of using brackets, changes to multipart as soon as there are files, takes any 2xx and only
 * numbers that are plain text.
 */
function fixMyStreet(endpoint: string, key: string, now: () => Date) {
  const parser = new XMLParser({
    parseTagValue: false,
    isArray: (name) => ["service", "request_update"].includes(name),
  });
  const read = async (response: Response): Promise<unknown> => {
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status}: ${text}`);
    return parser.parse(text);
  };
  return {
    async services() {
      const Services = z.object({ services: z.object({ service: z.array(z.object({ service_code: z.string() })) }) });
      return Services.parse(await read(await fetch(`${endpoint}services.xml`))).services.service;
    },
    async send(pairs: [string, string][], photos: Uint8Array[] = []) {
      const all: [string, string][] = [["api_key", key], ...pairs];
      const form = photos.length > 0 ? new FormData() : new URLSearchParams();
      for (const [name, value] of all) form.append(name, value);
      if (form instanceof FormData)
        photos.forEach((photo, n) => void form.append(`photo${n + 1}`, new Blob([new Uint8Array(photo)]), `${n}.jpg`));
      const answer = await read(await fetch(`${endpoint}requests.xml`, { method: "POST", body: form }));
      const Answer = z.object({
        service_requests: z.object({ request: z.object({ service_request_id: z.string() }) }),
      });
      return Answer.parse(answer).service_requests.request.service_request_id;
    },
    async sendUpdate(id: string, status: string, text: string) {
      const at = now()
        .toISOString()
        .replace(/\.\d+Z/, "+00:00");
      const pairs = { api_key: key, service_request_id: id, updated_datetime: at, status, description: text };
      const more = { update_id: "4711", title: "", last_name: "Nowak", first_name: "Jan", email: "jan@example.org" };
      const body = new URLSearchParams({ ...pairs, ...more, public_anonymity_required: "TRUE" });
      const answer = await read(await fetch(`${endpoint}servicerequestupdates.xml`, { method: "POST", body }));
      const Answer = z.object({
        service_request_updates: z.object({ request_update: z.array(z.object({ update_id: z.string() })) }),
      });
      return Answer.parse(answer).service_request_updates.request_update[0]?.update_id;
    },
    /** It fetches two hours at a time. */
    async updates() {
      const hour = 3_600_000;
      const date = (ms: number) =>
        encodeURIComponent(new Date(now().getTime() + ms).toISOString().replace(/\.\d+Z/, "Z"));
      const path = `servicerequestupdates.xml?api_key=x&start_date=${date(-hour)}&end_date=${date(hour)}`;
      const Update = z.object({
        update_id: z.string(),
        service_request_id: z.string(),
        status: z.string(),
        updated_datetime: z.string(),
        description: z.string(),
      });
      const Updates = z.object({
        service_request_updates: z.union([z.literal(""), z.object({ request_update: z.array(Update) })]),
      });
      const { service_request_updates: found } = Updates.parse(await read(await fetch(endpoint + path)));
      return found === "" ? [] : found.request_update;
    },
  };
}

const report: [string, string][] = [
  ["service_code", "pothole"],
  ["lat", "50.0614"],
  ["long", "19.9372"],
  ["description", "Dziura\n\nGłęboka dziura na pasie rowerowym.\n\nhttps://example.org/report/77"],
  ["address_string", "Długa 12, Kraków"],
  ["first_name", "Jan"],
  ["last_name", "Nowak"],
  ["email", "jan@example.org"],
  ["media_url", "https://example.org/1.jpeg"],
  ["media_url", "https://example.org/2.jpeg"],
  ["attribute[easting]", "566000"],
  ["attribute[northing]", "244000"],
  ["attribute[fixmystreet_id]", "77"],
  ["attribute[title]", "Dziura"],
  ["attribute[size]", "big"],
];

/** What such a client stumbles over elsewhere, by the numbers of the traps. */
export function fixMyStreetChecks(server: () => OurServer): void {
  let client: ReturnType<typeof fixMyStreet>;
  beforeAll(async () => {
    client = fixMyStreet(server().url, (await server().keyOf()).key, server().clock.now);
  });

  test("traps 3, 6: a report as FixMyStreet sends it is taken whole, and sent again it is the same", async () => {
    const id = await client.send(report);
    expect(await server().storage.requests.find(id)).toMatchObject({
      answers: { size: "big" },
      contact: { email: "jan@example.org" },
      description: expect.stringMatching(/report\/77\nZdjęcie: .*1\.jpeg\nZdjęcie: .*2\.jpeg$/),
    });
    expect(await client.send(report)).toBe(id);
    const withPhotos = report.map(([name, value]): [string, string] => [name, value === "77" ? "78" : value]);
    const other = await client.send(withPhotos, [tinyJpeg, tinyJpeg]);
    const events = await server().storage.requests.events(other);
    expect(events.flatMap(({ attachments }) => attachments)).toHaveLength(2);
  });

  test("trap 4: the list of services is whole every time, so that no category is deleted there", async () => {
    const codes = (await client.services()).map(({ service_code }) => service_code);
    expect(codes).toContain("pothole");
    expect((await client.services()).map(({ service_code }) => service_code)).toEqual(codes);
  });

  test("trap 7: an update is found in the window of its own time, with the number its sending was answered with", async () => {
    const id = await client.send(report.map(([name, value]) => [name, value === "77" ? "79" : value]));
    const updateId = await client.sendUpdate(id, "FIXED", "Załatane, dziękuję.");
    const found = (await client.updates()).filter((update) => update.service_request_id === id);
    expect(found).toMatchObject([{ update_id: updateId, status: "fixed" }]);
    expect(found[0]?.description).not.toContain("Załatane");
  });
}
