import { z } from "zod";
import { versionOf } from "../content/versionOf";
import type { DialogState, KeptVersion } from "../conversation/conversation";
import { ServiceForm } from "../conversation/slot";
import { Dialog } from "./dialog";
import type { DialogParts } from "./dialogParts";

/** A dialog without what only learning and its samples need. */
const KeptDialog = Dialog.omit({ examples: true, keywords: true, conversations: true });

/** A kind of report likewise, with all that only filing it needs. */
const KeptService = z.looseObject(ServiceForm.shape);
const WholeService = z
  .looseObject({ examples: z.unknown().optional(), keywords: z.unknown().optional() })
  .transform(({ examples: _, keywords: __, ...made }) => made);

/** A state to go on with, with what it was begun with beside it. */
export function keeping(state: DialogState, { dialogs, services }: DialogParts): DialogState {
  const dialog = dialogs.get(state.dialog);
  if (!dialog) return state;
  const service = services.get(state.service ?? "");
  const kept = { dialog: keepDialog(dialog), ...(service && { service: keepService(service) }) };
  return { ...state, kept };
}

/** The parts with which a state was begun, where editors have changed or removed them since. */
export function partsOf({ dialog: id, service: code, kept }: DialogState, parts: DialogParts): DialogParts {
  if (!kept) return parts;
  const dialog = dialogOf(kept.dialog, parts.dialogs.get(id));
  const service = kept.service && serviceOf(kept.service, parts.services.get(code ?? ""));
  return {
    ...parts,
    ...(dialog?.id === id && { dialogs: new Map(parts.dialogs).set(id, dialog) }),
    ...(service && service.code === code && { services: new Map(parts.services).set(code, service) }),
  };
}

/** As it was begun with; undefined when it is the same still, or when what was kept is of no use. */
function dialogOf({ version, made }: KeptVersion, present: Dialog | undefined): Dialog | undefined {
  if (present && keepDialog(present).version === version) return undefined;
  const read = KeptDialog.safeParse(made);
  return read.success
    ? { ...read.data, examples: { pl: [], en: [], uk: [] }, keywords: [], conversations: [] }
    : undefined;
}

function serviceOf({ version, made }: KeptVersion, present: ServiceForm | undefined): ServiceForm | undefined {
  if (present && (present.version ?? "") === version) return undefined;
  return KeptService.safeParse(made).data;
}

/** Content never changes in place, so each piece is taken down once. */
const taken = new WeakMap<object, KeptVersion>();

function once(piece: object, take: () => KeptVersion): KeptVersion {
  const kept = taken.get(piece) ?? take();
  taken.set(piece, kept);
  return kept;
}

const keepDialog = (dialog: Dialog) =>
  once(dialog, () => {
    const { examples: _, keywords: __, conversations: ___, ...made } = dialog;
    return { version: versionOf(made), made };
  });

const keepService = (service: ServiceForm) =>
  once(service, () => ({ version: service.version ?? "", made: WholeService.parse(service) }));
