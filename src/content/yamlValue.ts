/** One edit of a YAML value. `at` of `add` is the new item's place in a list, or the new field's name in a map. */
export type YamlEdit =
  | { edit: "set" | "add"; at: (string | number)[]; value: unknown }
  | { edit: "remove"; at: (string | number)[] }
  | { edit: "move"; at: (string | number)[]; to: number };

/** Why an edit fits nowhere, in Polish. */
export class NoSuchPlace extends Error {}

/** The value once the edit is made; throws NoSuchPlace. Nothing of what is given changes. */
export function edited(value: unknown, edit: YamlEdit): unknown {
  const [first, ...rest] = edit.at;
  if (first === undefined) {
    if (edit.edit === "set") return edit.value ?? null;
    throw new NoSuchPlace("tak można zmienić tylko pole albo pozycję listy");
  }
  if (rest.length > 0) return put(value, first, edited(childOf(value, first), { ...edit, at: rest }));
  switch (edit.edit) {
    case "set":
      return Array.isArray(value) ? put(value, placeIn(value, first), edit.value) : put(value, first, edit.value);
    case "add":
      return Array.isArray(value) ? inserted(value, first, edit.value) : withField(value, first, edit.value);
    case "remove":
      return without(value, first);
    case "move":
      return moved(value, first, edit.to);
  }
}

export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands there; throws where nothing does. */
function childOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[placeIn(value, key)];
  if (isFields(value) && Object.hasOwn(value, String(key))) return value[String(key)];
  throw new NoSuchPlace(`nie ma pola „${key}”`);
}

function placeIn(list: unknown[], key: string | number): number {
  const place = typeof key === "number" ? key : -1;
  if (Number.isInteger(place) && place >= 0 && place < list.length) return place;
  throw new NoSuchPlace(`lista nie ma pozycji „${key}”`);
}

function put(value: unknown, key: string | number, child: unknown): unknown {
  if (Array.isArray(value)) return value.with(placeIn(value, key), child ?? null);
  if (isFields(value) || value === null) return { ...value, [String(key)]: child ?? null };
  throw new NoSuchPlace(`„${key}” nie ma gdzie stać`);
}

function inserted(list: unknown[], key: string | number, child: unknown): unknown {
  const place = typeof key === "number" ? key : -1;
  if (place < 0 || place > list.length) throw new NoSuchPlace(`lista nie ma miejsca „${key}”`);
  return list.toSpliced(place, 0, child ?? null);
}

function withField(value: unknown, key: string | number, child: unknown): unknown {
  if (value === null && key === 0) return [child ?? null];
  if (isFields(value) && Object.hasOwn(value, String(key))) throw new NoSuchPlace(`pole „${key}” już jest`);
  return put(value, key, child);
}

function without(value: unknown, key: string | number): unknown {
  childOf(value, key);
  if (Array.isArray(value)) return value.toSpliced(placeIn(value, key), 1);
  return Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => name !== String(key)));
}

function moved(value: unknown, key: string | number, to: number): unknown {
  if (!Array.isArray(value)) throw new NoSuchPlace("przesunąć można tylko pozycję listy");
  const from = placeIn(value, key);
  placeIn(value, to);
  return value.toSpliced(from, 1).toSpliced(to, 0, value[from]);
}
