import type { Choice } from "../../conversation/reply";
import type { Delivery, Part } from "../channel";
import { type Button, type Rendered, renderEntry } from "../shared/render";
import { abilitiesOf, channelOf, showsCards, takesFile } from "./abilities";
import { Address } from "./inbound";

/** An entry as the activities the platform behind Azure shows; a file's bytes are put in when it is sent. */
export function activitiesOf({ address, entry, language }: Delivery): Part[] {
  const able = abilitiesOf(address);
  const { files: _, ...withoutFiles } = able;
  const { attachments = [], ...told } = entry;
  const words = renderEntry(told, able, language);
  const files = attachments.flatMap((file) => {
    const one = { ...told, text: "", choices: [], attachments: [file] };
    return renderEntry(one, takesFile(channelOf(address), file.contentType) ? able : withoutFiles, language);
  });
  return [...words, ...files].map((rendered) => activityOf(rendered, entry.choices ?? [], address));
}

function activityOf({ text, buttons, attachment }: Rendered, choices: Choice[], address: unknown): Part {
  const textFormat = abilitiesOf(address).marks === "markdown" ? "markdown" : "plain";
  const file = attachment && { id: attachment.id, name: attachment.name, contentType: attachment.contentType };
  return {
    type: "message",
    ...(file ? { file } : { text, textFormat }),
    inputHint: buttons.length > 0 ? "expectingInput" : "acceptingInput",
    ...(buttons.length > 0 && withButtons(buttons, choices, address)),
  };
}

/** A button sends its whole title, because the thread shows what was sent. */
function withButtons(buttons: Button[], choices: Choice[], address: unknown): Part {
  const { channelId, user } = Address.parse(address);
  const actions = buttons.map(({ title, payload }) => {
    const index = Number(payload.split(":").at(-1));
    return { type: "imBack", title, value: choices[index]?.title ?? title };
  });
  return showsCards(channelId)
    ? { attachments: [{ contentType: "application/vnd.microsoft.card.hero", content: { buttons: actions } }] }
    : { suggestedActions: { to: [user.id], actions } };
}
