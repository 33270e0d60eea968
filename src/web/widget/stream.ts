import type { DirectLine } from "./directLine";
import { type Heard, readFrame, textOf } from "./readFrame";
import { listen } from "./socket";

export type Connection = "connecting" | "online" | "lost";

type Parts = {
  line: DirectLine;
  hear(heard: Heard[]): void;
  tell(connection: Connection): void;
  /** The server does not know the conversation any more. */
  gone(): void;
};

export type Stream = ReturnType<typeof createStream>;

// Quicker than a resident gets impatient, and scattered so that a restarted server is not stormed.
const RECONNECT_MS = [600, 1_000, 2_000, 4_000, 8_000, 15_000];
const POLL_MS = [2_000, 2_000, 2_000, 3_000, 5_000, 8_000, 15_000];
const STEADY_MS = 10_000;
// Where WebSockets are blocked they usually stay blocked, and each try leaves a line in the browser's console.
const SOCKET_AGAIN_MS = 5 * 60_000;

/** Keeps hearing the conversation: by WebSocket, by polling where that is blocked, again after every break. */
export function createStream({ line, hear, tell, gone }: Parts) {
  let watermark = "";
  let running = 0;
  let told: Connection | undefined;
  let breakSocket = () => {};
  let wakeUp = () => {};
  let quietPolls = 0;

  function say(connection: Connection): void {
    if (told !== connection) tell(connection);
    told = connection;
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  function take(frame: ReturnType<typeof readFrame>): void {
    if (frame.watermark) watermark = frame.watermark;
    hear(frame.heard);
  }

  async function run(mine: number): Promise<void> {
    for (let misses = 0; running === mine; ) {
      const answer = await line.connect(watermark);
      if (running !== mine) return;
      if (answer.gone) {
        watermark = "";
        gone();
        continue;
      }
      const since = Date.now();
      const heard = answer.status === 200 || answer.status === 201;
      if (heard && !(await hearSocket(textOf(answer.body, "streamUrl"), mine)) && (await hearPolls(mine))) continue;
      if (running !== mine) return;
      say("lost");
      misses = Date.now() - since > STEADY_MS ? 0 : misses + 1;
      await pause(step(RECONNECT_MS, Math.max(0, misses - 1)) * (0.8 + Math.random() * 0.4));
    }
  }

  /** Ends when the socket does; answers whether it had ever opened. */
  async function hearSocket(url: string | undefined, mine: number): Promise<boolean> {
    const socket = listen(url ?? "", {
      opened: () => running === mine && say("online"),
      frame: (data) => running === mine && take(readFrame(data)),
    });
    breakSocket = socket.close;
    return socket.ended;
  }

  /** Answers whether the polls went well to the end. */
  async function hearPolls(mine: number): Promise<boolean> {
    const until = Date.now() + SOCKET_AGAIN_MS;
    for (quietPolls = 0; running === mine && Date.now() < until; quietPolls++) {
      const frame = await line.poll(watermark);
      // Connecting anew will show whether the conversation is gone or the server.
      if (running !== mine || frame.status !== 200) return false;
      say("online");
      take(frame);
      if (frame.heard.length) quietPolls = 0;
      await pause(step(POLL_MS, quietPolls));
    }
    return true;
  }

  /** Looks at once instead of waiting: the resident has just sent something, or the network is back. */
  function look(): void {
    quietPolls = 0;
    wakeUp();
  }

  /** Gives up a connection that is known to be dead, and makes a new one. */
  function renew(): void {
    breakSocket();
    look();
  }

  return {
    start(): void {
      told = undefined;
      void run(++running);
    },
    stop(): void {
      running++;
      watermark = "";
      renew();
    },
    look,
    renew,
  };
}

const step = (steps: number[], count: number) => steps[Math.min(count, steps.length - 1)] ?? 0;
