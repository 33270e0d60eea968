import { createContext, useContext } from "react";
import type { ConversationView } from "../../../staff/wire";

export type DialogName = "transfer" | "snooze" | "close" | "back" | "block" | "transcript" | "assign";
export type SideTab = "hints" | "matter" | "notes";

/** What the parts of one open conversation share. */
export type Place = {
  view: ConversationView;
  /** I hold it, so I may answer. */
  mine: boolean;
  mayWork: boolean;
  ask(dialog: DialogName): void;
  /** Puts words where the cursor stands in the reply; never sends them. */
  insert(text: string): void;
};

const Context = createContext<Place | undefined>(undefined);
export const PlaceProvider = Context.Provider;

/** Only below an open conversation. */
export function usePlace(): Place {
  const place = useContext(Context);
  if (!place) throw new Error("no conversation above");
  return place;
}
