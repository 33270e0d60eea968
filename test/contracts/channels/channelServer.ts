import type { Channel } from "../../../src/channels/channel";
import type { Entry } from "../../../src/conversation/transcript";
import { eventually } from "./client";
import type { Fake, Posted } from "./fake";
import { madeChannels } from "./madeChannels";
import { type Behaviour, embeddedHouse, type RealHouse } from "./realHouse";
import { serve } from "./serve";
import { openTestClock, type TestClock } from "./testClock";

export { TEST_SECRET } from "./madeChannels";

/** One channel with its stand-in of the platform, served over real HTTP by a house on a store of its own. */
export type ServedChannel = {
  fake: Fake;
  channel: Channel;
  house: RealHouse;
  /** Where the platform calls us. */
  url: string;
  clock: TestClock;
  /** What the channel counted (`onActivity`), in order. */
  counted: string[];
  /** The platform tells of these in one batch. */
  post(...batch: Posted[]): Promise<number>;
  /** The conversation in which somebody wrote exactly this, once it is there. */
  conversationWith(text: string): Promise<string>;
  /** Everything of a conversation, oldest first. */
  entries(conversationId: string): Promise<Entry[]>;
  close(): Promise<void>;
};

/** Serves the fake's channel; without an `answer` of its own the bot repeats what it hears. */
export async function serveChannel(fake: Fake, behaviour: Behaviour = {}): Promise<ServedChannel> {
  const clock = openTestClock();
  const counted: string[] = [];
  const channel = channelOf(fake, (kind) => void counted.push(kind));
  const house = await embeddedHouse({ channels: [channel], now: clock.now, ...quickly, ...behaviour });
  const server = await serve([channel], house);
  const entries = (id: string) => house.conversations.entriesAfter(id, 0, 1_000);
  return {
    fake,
    channel,
    house,
    url: server.url,
    clock,
    counted,
    post: (...batch) => fake.post(server.url, batch),
    conversationWith: (text) => eventually(() => conversationWith(text, house)),
    entries,
    async close() {
      await server.close();
      await house.close();
      await fake.close();
    },
  };
}

/** What fails is tried again at once, and who is too fast soon is not: tests look at what comes of it, not at how long it takes. */
const quickly = { settleMs: 20, retrySeconds: () => 0.02, hurry: 50 };

/** The channel as our program makes it of the fake's settings, or as the fake makes it itself. */
export function channelOf(fake: Fake, activity: (kind: string) => void = () => {}): Channel {
  const channels = fake.channels?.(activity) ?? madeChannels(fake.settings, activity);
  const channel = channels.find(({ name }) => name === fake.channel);
  if (!channel) throw new Error(`the settings of the fake make no channel ${fake.channel}`);
  return channel;
}

async function conversationWith(text: string, { storage }: RealHouse): Promise<string | undefined> {
  const query = storage.db.selectFrom("entries").select("conversation_id").where("text", "=", text);
  return (await query.where("author", "=", "resident").executeTakeFirst())?.conversation_id;
}
