/** A file as it travels with a message. */
export type FileOnWire = { name: string; contentType: string; url: string | undefined };

export type HeardMessage = {
  kind: "message";
  id: string;
  at: Date;
  author: "resident" | "bot" | "consultant";
  name: string | undefined;
  text: string;
  files: FileOnWire[];
  choices: Choice[];
  clientId: string | undefined;
};

/** Who answers has changed. */
export type HeardOccasion = {
  kind: "occasion";
  id: string;
  at: Date;
  occasion: "consultant_joined" | "returned_to_bot" | "closed";
  name: string | undefined;
  text: string | undefined;
};

/** What the server may say, as the chat understands it. */
export type Heard = HeardMessage | HeardOccasion | { kind: "typing" };

/** `asksPlace`: the panel for a place may answer it. */
export type Choice = { title: string; value: string; asksPlace: boolean };

/** One property of something the server sent; anything may be missing. */
function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** The same, if it is a text. */
export function textOf(value: unknown, name: string): string | undefined {
  const found = property(value, name);
  return typeof found === "string" ? found : undefined;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Reads one frame of the stream, or one answer of the poll: both have the same shape. */
export function readFrame(frame: unknown): { heard: Heard[]; watermark: string | undefined } {
  const heard = listOf(property(frame, "activities")).flatMap((activity) => readActivity(activity) ?? []);
  const watermark = property(frame, "watermark");
  return { heard, watermark: typeof watermark === "number" ? String(watermark) : textOf(frame, "watermark") };
}

function readActivity(activity: unknown): Heard | undefined {
  const isResident = textOf(property(activity, "from"), "role") === "user";
  switch (textOf(activity, "type")) {
    case "message":
      return readMessage(activity, isResident);
    case "event":
      return textOf(activity, "name") === "handoff.status" ? readOccasion(activity) : undefined;
    case "typing":
      // Only the other side's is news.
      return isResident ? undefined : { kind: "typing" };
  }
  return undefined;
}

function readMessage(activity: unknown, isResident: boolean): HeardMessage {
  const from = property(activity, "from");
  const data = property(activity, "channelData");
  const agent = textOf(data, "agent");
  const isConsultant = agent !== undefined || textOf(from, "id") === "consultant";
  return {
    kind: "message",
    ...readCommon(activity),
    author: isResident ? "resident" : isConsultant ? "consultant" : "bot",
    name: agent ?? textOf(from, "name"),
    text: textOf(activity, "text") ?? "",
    files: listOf(property(activity, "attachments")).map(readFile),
    choices: listOf(property(property(activity, "suggestedActions"), "actions")).map(readChoice),
    clientId: textOf(data, "clientActivityID"),
  };
}

function readOccasion(activity: unknown): HeardOccasion {
  const data = property(activity, "channelData");
  const accepted = textOf(property(activity, "value"), "state") === "accepted";
  const closed = textOf(data, "occasion") === "closed";
  return {
    kind: "occasion",
    ...readCommon(activity),
    occasion: accepted ? "consultant_joined" : closed ? "closed" : "returned_to_bot",
    name: textOf(data, "agent"),
    text: textOf(activity, "text"),
  };
}

function readCommon(activity: unknown): { id: string; at: Date } {
  return { id: textOf(activity, "id") ?? "", at: new Date(textOf(activity, "timestamp") ?? Date.now()) };
}

function readFile(file: unknown): FileOnWire {
  return {
    name: textOf(file, "name") ?? "",
    contentType: textOf(file, "contentType") ?? "",
    url: textOf(file, "contentUrl"),
  };
}

function readChoice(action: unknown): Choice {
  const title = textOf(action, "title") ?? "";
  const asksPlace = property(property(action, "channelData"), "sharePlace") === true;
  return { title, value: textOf(action, "value") ?? title, asksPlace };
}
