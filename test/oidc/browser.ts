/** A browser that keeps cookies per host and port, and can fill in the provider's form. */
export type Browser = {
  /** Follows redirects, filling in the provider's form as this person, until the address matches; it is not opened. */
  goes(from: string, person: string, until: RegExp): Promise<string>;
  /** Opens one address; answers where it leads. */
  opens(address: string): Promise<string>;
  cookies(origin: string): Record<string, string>;
  forgets(origin: string): void;
};

export function browser(): Browser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (address: string) => {
    const { origin } = new URL(address);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  const call = async (address: string, form?: Record<string, string>): Promise<Response> => {
    const jar = jarOf(address);
    const response = await fetch(address, {
      redirect: "manual",
      headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = "", ...rest] = cookie.split(";");
      const [name = "", value = ""] = pair.split("=");
      const gone = rest.some((attribute) => /max-age=0|expires=Thu, 01 Jan 1970/i.test(attribute));
      if (gone) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const targetOf = (response: Response, address: string) => {
    const location = response.headers.get("location");
    return location === null ? undefined : new URL(location, address).href;
  };
  return {
    async goes(from, person, until) {
      let address = from;
      let form: Record<string, string> | undefined;
      for (let hops = 0; hops < 12; hops++) {
        const response = await call(address, form);
        const target = targetOf(response, address);
        if (target !== undefined && until.test(target)) return target;
        if (target === undefined && person === "cancels") {
          form = undefined;
          address = `${address}/abort`;
        } else if (target === undefined) form = { prompt: "login", login: person, password: "any" };
        else {
          form = undefined;
          address = target;
        }
      }
      throw new Error(`never came to ${until}, was at ${address}`);
    },
    async opens(address) {
      return targetOf(await call(address), address) ?? "";
    },
    cookies: (origin) => Object.fromEntries(jarOf(origin)),
    forgets: (origin) => void jars.delete(origin),
  };
}
