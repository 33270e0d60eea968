import { z } from "zod";

/** What an editors' file may hold, in the words of JSON Schema. */
export type Shape = z.core.JSONSchema.BaseSchema;

/** What may be added to a map or list: the new field's name, or of what kind a list's item is; and what it begins with. */
export type Addition = { name: string; value: unknown };

/** What a schema wants written; checks that have no name in JSON Schema are left to the schema itself. */
export const shapeOf = (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });

/** The shape of a field or item of a value that stands there now. */
export function shapeAt(shape: Shape | undefined, value: unknown, key: string | number): Shape | undefined {
  const fitting = fittingShape(shape, value);
  if (!fitting) return undefined;
  if (typeof key === "number") return one(fitting.items);
  return one(fitting.properties?.[key]) ?? one(fitting.additionalProperties);
}

/** The words of which one has to stand there. */
export function choicesIn(shape: Shape | undefined): string[] | undefined {
  const options = shape && optionsOf(shape);
  const named = options?.flatMap(
    (option) => option.enum ?? (option.const === undefined ? [undefined] : [option.const]),
  );
  const words = named?.filter((word) => typeof word === "string");
  return words && words.length > 1 && words.length === named?.length ? words : undefined;
}

/** Whether the field has to be there. */
export function isNeeded(shape: Shape | undefined, value: unknown, field: string): boolean {
  return fittingShape(shape, value)?.required?.includes(field) ?? false;
}

/** Fields that may still be added, each with what it begins with. */
export function fieldsToAdd(shape: Shape | undefined, value: object): Addition[] {
  const fitting = fittingShape(shape, value);
  const names = [...Object.keys(fitting?.properties ?? {}), ...(one(fitting?.propertyNames)?.enum ?? [])];
  const missing = names.filter((name) => typeof name === "string").filter((name) => !Object.hasOwn(value, name));
  return missing.map((name) => ({ name, value: blank(shapeAt(fitting, value, name)) }));
}

/** What a field of a name that editors choose begins with; undefined where they choose none. */
export function anyField(shape: Shape | undefined, value: object): unknown {
  const fitting = fittingShape(shape, value);
  const any = one(fitting?.additionalProperties);
  return any && !one(fitting?.propertyNames)?.enum ? blank(any) : undefined;
}

/** The kinds of items a list takes; nameless where there is but one. */
export function itemsToAdd(shape: Shape | undefined): Addition[] {
  const item = one(fittingShape(shape, [])?.items);
  if (!item) return [];
  const options = optionsOf(item);
  return options.map((option) => ({ name: options.length > 1 ? nameOf(option) : "", value: blank(option) }));
}

/** The least a value of this shape has in it. */
function blank(shape: Shape | undefined): unknown {
  const [first] = shape ? optionsOf(shape) : [];
  if (!first) return "";
  if (first.default !== undefined && first.default !== null) return first.default;
  if (first.const !== undefined) return first.const;
  if (first.enum) return first.enum[0];
  switch (first.type) {
    case "object":
      return Object.fromEntries((first.required ?? []).map((name) => [name, blank(one(first.properties?.[name]))]));
    case "array":
      return first.minItems === 1 ? [blank(one(first.items))] : [];
    case "integer":
    case "number":
      return Math.max(first.minimum ?? 0, Number(first.exclusiveMinimum ?? -1) + 1);
    case "boolean":
      return false;
    default:
      return "";
  }
}

/** Of several kinds, by what tells them apart: the word that has to stand there, else the first field. */
function nameOf({ properties = {}, required = [], type }: Shape): string {
  const fixed = Object.values(properties).flatMap((field) => one(field)?.const ?? []);
  return String(fixed[0] ?? required[0] ?? type ?? "");
}

/** Of several kinds the one that has most of the value's fields, and the words that tell them apart. */
function fittingShape(shape: Shape | undefined, value: unknown): Shape | undefined {
  const options = shape ? optionsOf(shape) : [];
  return options.toSorted((a, b) => likeness(b, value) - likeness(a, value))[0];
}

function likeness({ type, properties = {} }: Shape, value: unknown): number {
  if (Array.isArray(value)) return type === "array" ? 1 : -1;
  if (typeof value !== "object" || value === null) return type === typeof value ? 1 : 0;
  if (type !== "object") return -1;
  const fields = Object.entries(value).map(([name, told]): number => {
    const field = one(properties[name]);
    if (field?.const !== undefined) return field.const === told ? 10 : -10;
    return field ? 1 : 0;
  });
  return fields.reduce((sum, field) => sum + field, 0);
}

const optionsOf = (shape: Shape): Shape[] =>
  (shape.anyOf ?? shape.oneOf)?.flatMap((option) => optionsOf(option)) ?? [shape];

const isShape = (shape: unknown): shape is Shape =>
  typeof shape === "object" && shape !== null && !Array.isArray(shape);

const one = (shape: unknown): Shape | undefined => (isShape(shape) ? shape : undefined);
