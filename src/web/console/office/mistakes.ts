import type { OfficeName, OfficeSettings } from "../../../staff/wire/office";
import { Refusal } from "../kit/api";
import type { Setting } from "./useSetting";

/** A thing of a setting that cannot be saved so: a rule, a unit's ways, a sentence, times. */
export type Mistake = {
  /** Tells it from the others of the same setting. */
  key: string;
  /** What it is called on the page: "Reguła 4". */
  name: string;
  /** What in it, as its field is labelled; empty when it is the thing as a whole. */
  field: string;
};

/** Where a refused path leads, by the value that was sent. `sent` and `now`: the thing as it was and as it is by now. */
export type Place = Mistake & { sent: unknown; now: unknown };
export type PlaceOf<Value> = (path: string[], values: { sent: Value; now: Value }) => Place | undefined;

/** What the server refused and nobody has changed since. A path that leads nowhere is called by `whole`. */
export function mistakesIn<Name extends OfficeName>(
  { refused, sent, value: now }: Pick<Setting<Name>, "refused" | "sent" | "value">,
  placeOf: PlaceOf<OfficeSettings[Name]>,
  whole: string,
): Mistake[] {
  if (!isRefusedBody(refused) || sent === undefined || now === undefined) return [];
  const mistakes = fieldsOf(refused).flatMap((field) => {
    const place = placeOf(field.split("."), { sent, now });
    if (!place) return [{ key: "", name: whole, field: "" }];
    const { sent: before, now: after, ...mistake } = place;
    return JSON.stringify(before) === JSON.stringify(after) ? [mistake] : [];
  });
  return [...new Map(mistakes.map((one) => [`${one.key} ${one.name} ${one.field}`, one])).values()];
}

export const isRefusedBody = (error: unknown): error is Refusal =>
  error instanceof Refusal && error.error.code === "wrong_body";

const fieldsOf = ({ error }: Refusal) => (error.code === "wrong_body" ? error.fields : []);

/** The fields of one thing, in one line. */
export const fieldsAt = (mistakes: Mistake[], key: string): string | undefined => {
  const own = mistakes.filter((one) => one.key === key);
  return own.length > 0 ? own.flatMap(({ field }) => (field ? [field] : [])).join(", ") : undefined;
};
