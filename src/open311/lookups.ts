import { type Answer, notFound, ok } from "./answer";
import type { Open311Parts } from "./parts";
import { readableOne } from "./requests";

/** What has become of a token: the number, once there is one. */
export async function tokenAnswer(token: string, { requests }: Open311Parts): Promise<Answer> {
  const found = await requests.findByToken(token);
  if (!found) throw notFound("Nie ma takiego tokenu.");
  return ok("service_requests", [{ ...(found.id !== undefined && { service_request_id: found.id }), token }]);
}

/** A photo somebody released for everybody; any other is as unknown as one that never was. */
export async function releasedPhoto(id: string, file: string, parts: Open311Parts): Promise<Answer> {
  const request = await readableOne(id, parts);
  const found = request.publicPhotos.includes(file) ? await parts.requests.loadFile(request.id, file) : undefined;
  if (!found) throw notFound("Nie ma takiego zdjęcia.");
  return { status: 200, picture: found };
}
