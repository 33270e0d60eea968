import type { StaffPhrases } from "./phrases";

export const en: StaffPhrases = {
  consultant_joined: "You are talking to {name} from the Kraków Contact Centre. A person answers you, not a machine.",
  returned_to_bot: "You are talking to the automated assistant again. You can come back to a person at any time.",
  closed: "This conversation is closed. If you need anything else, just write.",
};
