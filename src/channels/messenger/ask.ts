import type { z } from "zod";
import type { Finding } from "../channel";
import { callGraph, type GraphOptions } from "../meta/graph";

type Asked<T> = { answer: T; reason?: undefined } | { answer?: undefined; reason: string };

/** What Graph answers, or why it does not. */
export async function ask<T>(graph: GraphOptions, path: string, schema: z.ZodType<T>): Promise<Asked<T>> {
  try {
    const read = schema.safeParse(await callGraph(graph, path, { method: "GET" }));
    return read.success ? { answer: read.data } : { reason: "its answer cannot be understood" };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

export const ok = (text: string): Finding => ({ level: "ok", text: `Messenger: ${text}` });
export const warning = (text: string): Finding => ({ level: "warning", text: `Messenger: ${text}` });
export const wrong = (text: string): Finding => ({ level: "wrong", text: `Messenger: ${text}` });
