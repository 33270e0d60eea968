import { json, members, refused, rootOf, rowOf, rowsOf } from "./client";
import type { Given } from "./conformance";

const fields = ["description", "group", "keywords", "metadata", "service_code", "service_name", "type"];

export function catalogueChecks({ call, tried }: Given): void {
  test("6, 7: services have all elements; ids are strings and metadata a boolean in JSON", async () => {
    const listed = members(await call("services.xml"), "services", "service");
    const read = rowsOf(json(await call("services.json")));
    expect(listed.length).toBeGreaterThan(0);
    for (const service of listed) expect(Object.keys(service).sort()).toEqual(fields);
    expect(read.map(({ service_code }) => service_code)).toEqual(listed.map(({ service_code }) => service_code));
    for (const { service_code, metadata } of read)
      expect([typeof service_code, typeof metadata]).toEqual(["string", "boolean"]);
  });

  test("9, 10, 11: codes are unique and fit for addresses, types are known, keywords switch nothing in clients", async () => {
    const services = rowsOf(json(await call("services.json")));
    const codes = services.map(({ service_code }) => String(service_code));
    expect(new Set(codes).size).toBe(codes.length);
    for (const { service_code, type, keywords } of services) {
      expect(service_code).toMatch(/^[\w-]+$/);
      expect(type).toMatch(/^(realtime|batch|blackbox)$/);
      expect(keywords).not.toMatch(/,\s|(^|,)(private|inactive|staff|waste_only)(,|$)/);
    }
  });

  test("14, 15: a definition is a service_definition with its attributes, in JSON always an array", async () => {
    const path = `services/${tried().serviceWithList}`;
    const xml = rootOf(await call(`${path}.xml`), "service_definition");
    const read = rowOf(json(await call(`${path}.json`)));
    const attributes = rowsOf(rowOf(xml.attributes).attribute);
    expect(attributes.length).toBeGreaterThan(0);
    expect([xml.service_code, read.service_code]).toEqual([tried().serviceWithList, tried().serviceWithList]);
    expect(rowsOf(read.attributes)).toHaveLength(attributes.length);
  });

  test("17, 18, 19: every definition keeps what the list promises, lists have values, notes are never required", async () => {
    for (const { service_code, metadata } of rowsOf(json(await call("services.json")))) {
      const got = await call(`services/${service_code}.json`);
      if (!metadata && got.status === 404) continue;
      const attributes = rowsOf(rowOf(json(got)).attributes);
      expect([service_code, attributes.length > 0]).toEqual([service_code, metadata]);
      const orders = attributes.map(({ order }) => Number(order));
      expect(new Set(orders).size).toBe(orders.length);
      for (const { datatype, values, variable, required, description, order } of attributes) {
        expect(datatype).toMatch(/^(string|number|datetime|text|singlevaluelist|multivaluelist)$/);
        expect(Number(order)).toBeGreaterThan(0);
        if (/list$/.test(String(datatype))) expect(rowsOf(values).length).toBeGreaterThan(1);
        else expect(values).toBeUndefined();
        for (const { key, name } of rowsOf(values)) expect(`${key}|${name}`).toMatch(/^.+\|.+/);
        if (variable === false) expect([required, /\S/.test(String(description))]).toEqual([false, true]);
      }
    }
  });

  test("21, 22: an unknown format is refused; without an ending it is XML, or JSON for who asks for it", async () => {
    refused(await call("services.csv"), 400);
    members(await call("services"), "services", "service");
    expect(rowsOf(json(await call("services", { headers: { Accept: "application/json" } }))).length).toBeGreaterThan(0);
  });

  test("16: a kind of report nobody knows has no definition", async () => {
    refused(await call("services/nie-ma-takiej.xml"), 404);
    refused(await call("services/nie-ma-takiej.json"), 404);
  });
}
