/**
 * Updates as Telegram's documentation shows them, with its own names and numbers:
 * https://core.telegram.org/bots/webhooks#testing-your-bot-with-updates
 */
const chat = {
  last_name: "Test Lastname",
  id: 1111111,
  type: "private",
  first_name: "Test Firstname",
  username: "Testusername",
};
const from = { last_name: "Test Lastname", id: 1111111, first_name: "Test Firstname", username: "Testusername" };
const about = { date: 1441645532, chat, message_id: 1365, from };
const file_id = "AwADBAADbXXXXXXXXXXXGBdhD2l6_XX";

export const documented = {
  // The first example tells no kind of chat.
  "Message with text using curl": {
    update_id: 10000,
    message: {
      date: 1441645532,
      chat: { last_name: "Test Lastname", id: 1111111, first_name: "Test", username: "Test" },
      message_id: 1365,
      from: { last_name: "Test Lastname", id: 1111111, first_name: "Test", username: "Test" },
      text: "/start",
    },
  },
  "Forwarded message": {
    update_id: 10000,
    message: {
      ...about,
      forward_from: { last_name: "Forward Lastname", id: 222222, first_name: "Forward Firstname" },
      forward_date: 1441645550,
      text: "/start",
    },
  },
  "Message with a reply": {
    update_id: 10000,
    message: {
      ...about,
      text: "/start",
      reply_to_message: {
        date: 1441645000,
        chat: {
          last_name: "Reply Lastname",
          type: "private",
          id: 1111112,
          first_name: "Reply Firstname",
          username: "Testusername",
        },
        message_id: 1334,
        text: "Original",
      },
    },
  },
  "Edited message": {
    update_id: 10000,
    edited_message: { ...about, text: "Edited text", edit_date: 1441646600 },
  },
  "Message with entities": {
    update_id: 10000,
    message: {
      ...about,
      text: "Bold and italics",
      entities: [
        { type: "italic", offset: 9, length: 7 },
        { type: "bold", offset: 0, length: 4 },
      ],
    },
  },
  "Message with audio": {
    update_id: 10000,
    message: {
      ...about,
      audio: { file_id, duration: 243, mime_type: "audio/mpeg", file_size: 3897500, title: "Test music file" },
    },
  },
  "Voice message": {
    update_id: 10000,
    message: { ...about, voice: { file_id, duration: 5, mime_type: "audio/ogg", file_size: 23000 } },
  },
  "Message with a document": {
    update_id: 10000,
    message: {
      ...about,
      document: { file_id, file_name: "Testfile.pdf", mime_type: "application/pdf", file_size: 536392 },
    },
  },
  "Inline query": {
    update_id: 10000,
    inline_query: { id: 134567890097, from: { ...from, type: "private" }, query: "inline query", offset: "" },
  },
  "Chosen inline query": {
    update_id: 10000,
    chosen_inline_result: {
      result_id: "12",
      from: { ...from, type: "private" },
      query: "inline query",
      inline_message_id: "1234csdbsk4839",
    },
  },
  "Callback query": {
    update_id: 10000,
    callback_query: {
      id: "4382bfdwdsb323b2d9",
      from: { ...from, type: "private" },
      data: "Data from button callback",
      inline_message_id: "1234csdbsk4839",
    },
  },
};
