import type { AttachmentView, LimitsView } from "../../../../staff/wire";

/** In about how many messages a text arrives, told only where it is more than one; it is parted at sentences' ends. */
export function partsOf(text: string, limits: LimitsView | undefined): number | undefined {
  if (!limits || text.length <= limits.longestText) return undefined;
  return Math.ceil(text.length / limits.longestText);
}

const BYTES = 1024 * 1024;

/** Files the channel does not bring because of their size. */
export const tooLarge = (files: AttachmentView[], limits: LimitsView | undefined): AttachmentView[] =>
  limits && limits.fileMegabytes > 0 ? files.filter((file) => file.sizeBytes > limits.fileMegabytes * BYTES) : [];
