import { stringify } from "yaml";

/** A value as a YAML text of its own; long texts stay on one line. */
export const writeYaml = (value: unknown): string => stringify(value, { lineWidth: 0 });
