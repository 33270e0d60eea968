import type { StaffPhrases } from "./phrases";

export const en: StaffPhrases = {
  consultant_joined: "You are talking to {name} from the Kraków Contact Centre. A person answers you, not a machine.",
  returned_to_bot: "You are talking to the automated assistant again. You can come back to a person at any time.",
  closed: "This conversation is closed. If you need anything else, just write.",
  transferred: "I am passing you on: {name}. Please stay in the chat, nothing is lost.",
  returned_to_queue: "You are back at the front of the queue; somebody else will answer soon.",
  request_filed: "Your report is filed under number {number}.",
  resident_left: "The resident has ended the chat.",
};
