import { type FileType, fileTypeOf } from "../conversation/fileType";
import type { Point } from "../conversation/place";
import { cleanPhoto } from "./cleanPhoto";
import type { PhotoRefusal } from "./photo";

/** A file fit to be kept. `position`: where a photo was taken, for the turn only; it is not in the file any more. */
export type TakenFile = { name: string; contentType: FileType; bytes: Buffer; position?: Point };
export type RefusedFile = { refused: "wrong_kind" | PhotoRefusal };

const photos: readonly FileType[] = ["image/jpeg", "image/png", "image/webp", "image/heic"];

/** A file somebody sent, as it will be kept: photos cleaned, whatever they were called; other kinds as they came. */
export async function takeFile(name: string, bytes: Buffer): Promise<TakenFile | RefusedFile> {
  const contentType = fileTypeOf(bytes);
  if (!contentType) return { refused: "wrong_kind" };
  if (!photos.includes(contentType)) return { name, contentType, bytes };
  const photo = await cleanPhoto(bytes);
  if ("refused" in photo) return photo;
  const { position } = photo;
  return { name: jpegNameOf(name), contentType: photo.contentType, bytes: photo.bytes, ...(position && { position }) };
}

const jpegNameOf = (name: string) => (/\.jpe?g$/i.test(name) ? name : `${name.replace(/\.[a-z0-9]{1,5}$/i, "")}.jpg`);
