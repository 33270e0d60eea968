import { CORE_SCHEMA, load } from "js-yaml";

/** What a YAML text says as far as it can be read, unchecked: undefined where it cannot. For showing what somebody is still writing. */
export function looseYaml(text: string): unknown {
  try {
    return load(text.replace(/^\uFEFF/, ""), { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}
