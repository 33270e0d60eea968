import { Refusal } from "../../conversation/refusal";
import type { RefusedFile } from "../../photos/takeFile";

const reasons: Record<RefusedFile["refused"], (name: string) => Refusal> = {
  wrong_kind: wrongKind,
  not_a_picture: wrongKind,
  too_big: (name) => tooLarge(name, 10),
  too_many_pixels: (name) =>
    new Refusal(413, "TooManyPixels", `The picture "${name}" has too many pixels. Send a smaller one.`),
  broken: (name) =>
    new Refusal(
      415,
      "FileBroken",
      `The picture "${name}" cannot be opened: it is damaged or incomplete. Send another.`,
    ),
};

/** Why a file is not taken, in words. */
export const fileRefused = (name: string, why: RefusedFile["refused"]): Refusal => reasons[why](name);

/** The answer to a file beyond the limit. */
export function tooLarge(name: string, megabytes: number): Refusal {
  return new Refusal(413, "FileTooLarge", `The file "${name}" is larger than ${megabytes} MB. Send a smaller one.`);
}

/** The answer to a file of a kind that is not taken. */
export function wrongKind(name: string): Refusal {
  const message = `The file "${name}" is not a JPEG, PNG, GIF, WebP or HEIC picture nor a PDF document.`;
  return new Refusal(415, "FileKind", message);
}
