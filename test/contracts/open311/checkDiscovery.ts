import { json, members, rootOf, rowOf, rowsOf } from "./client";
import type { Given } from "./conformance";

export function discoveryChecks({ call }: Given): void {
  test("1, 2, 3: discovery says the same in both formats, with everything an endpoint has", async () => {
    const xml = rootOf(await call("discovery.xml"), "discovery");
    const read = rowOf(json(await call("discovery.json")));
    for (const field of ["changeset", "contact", "key_service"]) {
      expect(xml[field]).toMatch(/\S/);
      expect(read[field]).toBe(xml[field]);
    }
    const endpoints = rowsOf(rowOf(xml.endpoints).endpoint);
    expect(rowsOf(read.endpoints)).toHaveLength(endpoints.length);
    for (const endpoint of endpoints) {
      for (const field of ["specification", "url", "changeset"]) expect(endpoint[field]).toMatch(/\S/);
      expect(endpoint.type).toMatch(/^(production|test)$/);
      expect(rowOf(endpoint.formats).format).toContain("text/xml");
      expect(endpoint.url).toMatch(/\/$/);
    }
    expect(rowsOf(read.endpoints)[0]?.formats).toContain("text/xml");
  });

  test("13: another city's jurisdiction is unknown, in every place", async () => {
    for (const path of ["services.xml", "requests.xml", "discovery.xml"]) {
      const { status } = await call(`${path}?jurisdiction_id=nope`);
      expect([path, status]).toEqual([path, 404]);
    }
    expect(members(await call("services.xml?jurisdiction_id="), "services", "service").length).toBeGreaterThan(0);
  });
}
