import type { Point } from "../conversation/place";

/** A picture made safe to keep and to show: turned upright, made smaller, and nothing told beside what is seen. */
export type CleanPhoto = {
  /** A JPEG in sRGB without metadata. */
  bytes: Buffer;
  contentType: "image/jpeg";
  width: number;
  height: number;
  /** Where it was taken, as the camera wrote; it is no longer in the picture. */
  position?: Point;
  /** When it was taken by the camera's clock, ISO 8601; with an offset only if the camera knew one. */
  takenAt?: string;
};

/** Why a picture is not taken. */
export type PhotoRefusal = "not_a_picture" | "too_big" | "too_many_pixels" | "broken";
export type RefusedPhoto = { refused: PhotoRefusal };
