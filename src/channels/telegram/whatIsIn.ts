import { z } from "zod";

/** Kinds in the order in which they are looked for: an animation is also told as a document, a venue as a location. */
const known = ["text", "animation", "venue", "photo", "document", "voice", "audio", "sticker", "location", "contact"];

/** What a message may hold beside its content. https://core.telegram.org/bots/api#message */
const beside =
  /^(?:what|message_id|message_thread_id|direct_messages_topic|from|sender_\w+|business_connection_id|date|chat|forward_\w+|is_\w+|has_\w+|reply_to_\w+|external_reply|quote|via_bot|edit_date|media_group_id|author_signature|paid_star_count|entities|link_preview_options|suggested_post_info|effect_id|caption|caption_entities|show_\w+|reply_markup)$/;

const Fields = z.record(z.string(), z.unknown());

/** A message with its kind as `what`: what it holds is told by which field is there, and that may be one nobody knows yet. */
export function whatIsIn(message: unknown): unknown {
  const fields = Fields.safeParse(message).data;
  if (!fields || typeof fields.what === "string") return message;
  const names = Object.keys(fields).filter((name) => !beside.test(name));
  return { ...fields, what: known.find((name) => names.includes(name)) ?? names[0] ?? "empty" };
}

/** What happened in the chat rather than what somebody said; counted, not answered. */
export const isService = (what: string): boolean =>
  /^(?:empty|new_chat_\w+|left_chat_\w+|delete_chat_photo|\w*_created|message_auto_delete_timer_changed|migrate_\w+|pinned_message|invoice|successful_payment|refunded_payment|users_shared|chat_shared|connected_website|write_access_allowed|passport_data|proximity_alert_triggered|boost_added|chat_background_set|forum_topic_\w+|general_forum_topic_\w+|giveaway\w*|video_chat_\w+|web_app_data|gift\w*|unique_gift\w*|paid_message_price_changed|direct_message_price_changed|suggested_post_\w+|checklist_tasks_\w+|chat_owner_\w+)$/.test(
    what,
  );
