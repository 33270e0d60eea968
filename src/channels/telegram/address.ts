import { z } from "zod";

/** Where answers to a conversation go. */
export const Address = z.object({ chat: z.number() });
