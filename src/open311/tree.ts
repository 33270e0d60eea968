/** What is answered, before it is written: lists and records of plain values. As JSON it is already what Open311 asks for. */
export type Tree = string | number | boolean | null | Tree[] | { [name: string]: Tree };

/** How one member of a list is called in XML; JSON does not name them. */
const members: Record<string, string> = {
  endpoints: "endpoint",
  formats: "format",
  services: "service",
  attributes: "attribute",
  values: "value",
  service_requests: "request",
  service_request_updates: "request_update",
  photos: "photo",
  notes: "note",
  errors: "error",
};

/** The answer as JSON: the outermost element has no name there, and a list is always an array. */
export const toJson = (body: Tree): string => JSON.stringify(body);

/** The answer as XML, without attributes and namespaces. What is not known is an empty element. */
export function toXml(root: string, body: Tree): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, body)}\n`;
}

function element(name: string, tree: Tree): string {
  return `<${name}>${contentOf(name, tree)}</${name}>`;
}

function contentOf(name: string, tree: Tree): string {
  if (tree === null) return "";
  if (Array.isArray(tree)) return tree.map((one) => element(members[name] ?? "item", one)).join("");
  if (typeof tree === "object")
    return Object.entries(tree)
      .map(([field, value]) => element(field, value))
      .join("");
  return escaped(String(tree));
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** What most texts have none of, so that long lists need not be gone through again and again. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unusual = /[&<>\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

const escaped = (text: string) => (unusual.test(text) ? escapedAll(text) : text);

const escapedAll = (text: string) => cleanText(text).replace(/[&<>]/g, (sign) => entities[sign] ?? sign);

/** Text as XML 1.0 can hold it: one kind of line break, no control characters, no halves of characters. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      .replace(/\p{Cs}/gu, "\ufffd")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
  );
}
