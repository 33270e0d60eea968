import type { Attachment } from "../../conversation/message";
import type { State } from "../lifeCycle";

/** One change of state of a public report, as everybody may read it. */
export type PublicEvent = {
  serviceRequestId: string;
  service: string;
  number: number;
  at: Date;
  state: State;
  /** In Polish. */
  sentence: string;
  /** Of those said with it, the ones released for everybody. */
  photos: Attachment[];
};

/** The first `most` changes of these reports or of that time (both ends count), oldest first; never the filing. */
export type PublicEvents = (search: { ids?: string[]; from?: Date; to?: Date; most: number }) => Promise<PublicEvent[]>;
