import type { Refused, SessionView } from "../../../src/staff/wire";

/** What came back; `body` is whatever JSON the server wrote. */
export type Came = { status: number; body: ReturnType<typeof JSON.parse>; headers: Headers; error: string | undefined };

/** Somebody at a browser: keeps the cookie and sends what a page of ours sends. */
export type Person = {
  id: string;
  login: string;
  cookie: string;
  csrf: string;
  logsIn(login: string, password: string, address?: string, code?: string): Promise<Came>;
  gets(path: string): Promise<Came>;
  posts(path: string, body?: unknown): Promise<Came>;
  patches(path: string, body: unknown): Promise<Came>;
  /** A request with these headers exactly, and nothing a browser would add. */
  sends(method: string, path: string, body: string | undefined, headers: Record<string, string>): Promise<Came>;
};

export function visitor(url: string, { id, login } = { id: "", login: "" }): Person {
  const person: Person = {
    id,
    login,
    cookie: "",
    csrf: "",
    async sends(method, path, body, headers) {
      const response = await fetch(`${url}/console/api/${path}`, {
        method,
        headers,
        ...(body !== undefined && { body }),
      });
      const set = response.headers.getSetCookie()[0];
      if (set !== undefined) person.cookie = set.split(";")[0] ?? "";
      const text = await response.text();
      const read: { error?: Refused } & Partial<SessionView> = /^[{[]/.test(text) ? JSON.parse(text) : {};
      if (read.csrf) person.csrf = read.csrf;
      return { status: response.status, body: read, headers: response.headers, error: read.error?.code };
    },
    logsIn: (name, password, address = "10.0.0.1", code) =>
      person.sends("POST", "session", JSON.stringify({ login: name, password, code }), {
        ...change(person),
        "X-Forwarded-For": address,
      }),
    gets: (path) => person.sends("GET", path, undefined, { Cookie: person.cookie }),
    posts: (path, body = {}) => person.sends("POST", path, JSON.stringify(body), change(person)),
    patches: (path, body) => person.sends("PATCH", path, JSON.stringify(body), change(person)),
  };
  return person;
}

export const change = ({ cookie, csrf }: Pick<Person, "cookie" | "csrf">): Record<string, string> => ({
  Cookie: cookie,
  "X-CSRF-Token": csrf,
  "Content-Type": "application/json",
  "Sec-Fetch-Site": "same-origin",
});
