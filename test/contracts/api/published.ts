import { z } from "zod";
import { ArticleList, Problem, SearchAnswer, WholeArticle } from "../../../src/api/schemas";

const Document = z.looseObject({ $schema: z.string(), $defs: z.record(z.string(), z.unknown()) });

/** Reads answers as a stranger would, by the JSON Schema we publish; a field that is not in it is refused as well. */
export function readersOf(published: unknown) {
  const { $schema, $defs } = Document.parse(published);
  const reader = <S extends z.ZodType>(name: string, ours: S) => {
    const theirs = z.fromJSONSchema(closed({ $schema, $ref: `#/$defs/${name}`, $defs }));
    return (body: unknown): z.infer<S> => ours.parse(theirs.parse(body));
  };
  return {
    list: reader("ArticleList", ArticleList),
    article: reader("Article", WholeArticle),
    search: reader("Search", SearchAnswer),
    problem: reader("Problem", Problem),
  };
}

const OpenApi = z.looseObject({ components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }) });

/** The same for one answer of an OpenAPI document, by the name of its schema. */
export function readerOf<S extends z.ZodType>(published: unknown, name: string, ours: S) {
  const all: unknown = JSON.parse(
    JSON.stringify(OpenApi.parse(published).components.schemas).replaceAll("#/components/schemas/", "#/$defs/"),
  );
  const $defs = z.record(z.string(), z.unknown()).parse(all);
  const theirs = z.fromJSONSchema(
    closed({ $schema: "https://json-schema.org/draft/2020-12/schema", $ref: `#/$defs/${name}`, $defs }),
  );
  return (body: unknown): z.infer<S> => ours.parse(theirs.parse(body));
}

/** The same schema without room for other fields. */
function closed(schema: object): z.core.JSONSchema.BaseSchema {
  const close = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(close);
    if (typeof value !== "object" || value === null) return value;
    const all = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, close(inner)]));
    return "properties" in all ? { ...all, additionalProperties: false } : all;
  };
  return { ...schema, ...Object(close(schema)) };
}
