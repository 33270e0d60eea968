import pino from "pino";
import type { Log } from "../conversation/log";

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** Fields that must never be written, whatever a caller puts in them. */
const NEVER =
  /^(text|body|rawbody|query|url|headers?|cookie|authorization|address|ip|name|phone|e-?mail|contact|password|secret|token|.*token)$/i;

const SECRETS: [RegExp, string][] = [
  [/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, "[token]"],
  [/\bBearer\s+\S+/gi, "Bearer [token]"],
  [/\/\/[^/\s:@]+:[^/\s@]+@/g, "//[login]@"],
  [/(https?:\/\/[^\s?]+|\/[\w\-./%]+)\?\S+/g, "$1?[query]"],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, "[e-mail]"],
  [/(?<![\w-])\+?\d(?:[ -]?\d){8,}(?![\w-])/g, "[number]"],
];

const MOST_CHARACTERS = 4_000;
const DEEPEST = 4;

function scrubText(text: string): string {
  const clean = SECRETS.reduce((left, [pattern, word]) => left.replace(pattern, word), text);
  return clean.length > MOST_CHARACTERS ? `${clean.slice(0, MOST_CHARACTERS)}…` : clean;
}

/** A copy fit for the log: no forbidden fields, no secrets or personal data in what is left. */
function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return scrubText(value);
  if (value instanceof Error) return scrubText(value.stack ?? String(value));
  if (value instanceof Date || typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) return "[deep]";
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => scrub(item, depth + 1));
  const kept = Object.entries(value).filter(([key]) => !NEVER.test(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, scrub(item, depth + 1)]));
}

/** Lines of JSON for machines to read; the last guard against secrets and personal data in them. */
export function createLog(level: LogLevel, destination: pino.DestinationStream = pino.destination(1)): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  const write =
    (line: "info" | "warn" | "error") =>
    (event: string, fields: Record<string, unknown> = {}) => {
      if (logger.isLevelEnabled(line)) logger[line](Object.assign({ event }, scrub(fields)));
    };
  return { info: write("info"), warn: write("warn"), error: write("error") };
}
