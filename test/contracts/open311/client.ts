import { XMLParser } from "fast-xml-parser";
import { z } from "zod";

export type Got = { status: number; type: string; text: string; headers: Headers };
export type Pairs = [name: string, value: string | Blob][];
export type Row = Record<string, unknown>;

const Row = z.record(z.string(), z.unknown());
const lists = ["endpoint", "format", "service", "attribute", "value", "request", "request_update", "error", "note"];
const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  isArray: (name) => lists.includes(name),
});

/** Calls a server by the address of its endpoint, which ends in a slash. */
export function clientOf(url: () => string) {
  const call = async (path: string, init: RequestInit = {}): Promise<Got> => {
    const response = await fetch(url() + path, init);
    const { status, headers } = response;
    return { status, headers, type: headers.get("content-type") ?? "", text: await response.text() };
  };
  /** As a form; with a file or `multipart` in parts. */
  const post = (path: string, pairs: Pairs, { multipart = false, headers = {} } = {}): Promise<Got> => {
    if (!multipart && pairs.every(([, value]) => typeof value === "string")) {
      const body = formOf(pairs);
      return call(path, { method: "POST", body, headers });
    }
    const body = new FormData();
    for (const [name, value] of pairs) {
      if (typeof value === "string") body.append(name, value);
      else body.append(name, value, "zdjecie.jpg");
    }
    return call(path, { method: "POST", body, headers });
  };
  return { call, post };
}
/** The fields that are no files, as a form has them. */
export function formOf(pairs: Pairs): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of pairs) form.append(name, String(value));
  return form;
}

/** What stands in `<container><member>…`, after a look at what every XML answer must be. */
export function members(got: Got, container: string, member: string): Row[] {
  expect({ status: got.status, text: got.status === 200 ? "" : got.text }).toEqual({ status: 200, text: "" });
  expect(got.type).toBe("text/xml; charset=utf-8");
  expect(got.text.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
  expect(got.text).not.toMatch(/<[^?>]*\s[^>]*>|xmlns/);
  const inside = Row.parse(parser.parse(got.text))[container];
  return inside === "" ? [] : rowsOf(Row.parse(inside)[member]);
}

/** The only member of the root element's list. */
export function rootOf(got: Got, root: string): Row {
  members(got, root, "");
  return Row.parse(Row.parse(parser.parse(got.text))[root]);
}

export const rowsOf = (tree: unknown): Row[] => z.array(Row).parse(tree ?? []);
export const rowOf = (tree: unknown): Row => Row.parse(tree);

export function json(got: Got): unknown {
  expect({ status: got.status, type: got.type }).toEqual({ status: 200, type: "application/json; charset=utf-8" });
  return JSON.parse(got.text);
}

/** The errors of a refusal, in the format asked for. */
export function refused(got: Got, status: number): string {
  expect({ status: got.status, text: got.text }).toEqual({ status, text: expect.anything() });
  const errors = got.type.startsWith("application/json")
    ? rowsOf(JSON.parse(got.text))
    : rowsOf(rowOf(rowOf(parser.parse(got.text)).errors).error);
  expect(errors.length).toBeGreaterThan(0);
  for (const { code, description } of errors) expect(`${code}|${description}`).toMatch(/^.+\|.+/);
  return errors.map(({ description }) => String(description)).join(" ");
}
