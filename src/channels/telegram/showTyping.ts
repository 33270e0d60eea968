import { Address } from "./address";
import type { Bot } from "./bot";

/** Telegram shows it for five seconds, or until something arrives. */
export async function showTyping(address: unknown, { api }: Bot): Promise<void> {
  await api.ask("sendChatAction", { chat_id: Address.parse(address).chat, action: "typing" });
}
