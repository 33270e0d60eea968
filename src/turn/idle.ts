import type { Acted } from "./acted";
import type { Heard } from "./heard";

/** A turn that was understood and changes nothing more; a closed conversation is the bot's again, and photos wait no longer. */
export function idle({ conversation, memory: { photos: _, ...memory } }: Heard): Acted {
  return {
    speaker: conversation.speaker === "closed" ? "bot" : conversation.speaker,
    memory: { ...memory, misunderstood: 0 },
    replies: [],
    effects: [],
  };
}
