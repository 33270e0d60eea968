import { z } from "zod";
import type { ServiceKind, SlotKind } from "../../conversation/slot";
import { Key, Text } from "./text";

/** A kind of report as a list shows it. */
export type ServiceView = {
  code: string;
  label: string;
  group: string;
  kind: ServiceKind;
  unit: string;
  keywords: string[];
};

/** One question of a dialog as a field of a form. */
export type FieldView = {
  slot: string;
  kind: SlotKind;
  label: string;
  ask: string;
  optional: boolean;
  choices: { value: string; title: string; urgent: boolean }[];
  /** Known already. */
  value?: string;
};

/** A dialog with its service as one form. `urgent` must be read to the caller first. */
export type FormView = {
  dialog: string;
  service: string;
  label: string;
  kind: ServiceKind;
  hint: string;
  urgent?: string;
  /** Instead of a form: what to tell (`formal`, `redirect`). */
  explain?: string;
  fields: FieldView[];
  unit: string;
};

/** The answers as said; the server reads them as the dialog would. */
export const RequestBody = z.strictObject({
  service: Text.max(60),
  answers: z.record(Text.max(60), Text.max(2000)),
  key: Key,
});
/** What was wrong with a field: `missing`, or not readable as its kind. */
export type FieldMistake = { slot: string; problem: "missing" | "not_understood"; say: string };
export type RequestFiled = { service_request_id: string; unit: string };
