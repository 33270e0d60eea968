import { z } from "zod";

/** The database keeps no character zero. */
export const Text = z.string().refine((text) => !text.includes("\0"));
/** Made by the page, one per thing done; a repeated call with it does nothing twice. */
export const Key = z.uuid();

/** A page of a list; `next` asks for the one after it. */
export type Paged<T> = { items: T[]; next?: string };

/** `present`: the page of this person was there a moment ago. */
export type Person = { id: string; name: string; present: boolean };
