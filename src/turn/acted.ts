import type { Memory, Speaker } from "../conversation/conversation";
import type { Effect } from "../conversation/outcome";
import type { Reply } from "../conversation/reply";

/** What a decision comes to, as data. */
export type Acted = { speaker: Speaker; memory: Memory; replies: Reply[]; effects: Effect[] };
