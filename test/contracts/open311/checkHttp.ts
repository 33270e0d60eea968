import { json, refused } from "./client";
import type { Given } from "./conformance";

export function httpChecks({ call, tried }: Given): void {
  const reading = () => ["discovery.xml", "services.xml", `services/${tried().serviceWithList}.json`, "requests.xml"];

  test("89: HEAD answers like GET without a body; what an address does not do is told with Allow", async () => {
    for (const path of reading()) {
      const head = await call(path, { method: "HEAD" });
      const got = await call(path);
      expect([path, head.status, head.text, head.type]).toEqual([path, 200, "", got.type]);
      for (const method of ["PUT", "DELETE", "PATCH"]) {
        const not = await call(path, { method });
        refused(not, 405);
        expect(not.headers.get("allow")).toContain("GET");
      }
    }
    refused(await call("services.xml", { method: "POST", body: new URLSearchParams({ a: "b" }) }), 405);
    refused(await call("nie-ma-takiego.xml"), 404);
  });

  test("90: what has not changed is not sent again", async () => {
    const { headers } = await call("services.xml");
    const etag = headers.get("etag") ?? "";
    expect(etag).toMatch(/^(W\/)?".+"$/);
    const again = await call("services.xml", { headers: { "If-None-Match": etag } });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect((await call("services.xml", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
    expect((await call("services.json", { headers: { "If-None-Match": etag } })).status).toBe(200);
  });

  test("92: pages of other sites may read, without a key", async () => {
    for (const path of reading())
      expect(
        (await call(path, { headers: { Origin: "https://example.org" } })).headers.get("access-control-allow-origin"),
      ).toBe("*");
    const asked = await call("requests.xml", { method: "OPTIONS", headers: { Origin: "https://example.org" } });
    expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    expect(json(await call("requests.json"))).toBeInstanceOf(Array);
  });
}
