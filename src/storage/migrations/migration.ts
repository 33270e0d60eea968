/** One step of the schema. Once released it never changes; a later step corrects it. */
export type Migration = { name: string; statements: string[] };
