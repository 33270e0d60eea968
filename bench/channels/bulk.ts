import { serveChannel } from "../../test/contracts/channels/channelServer";
import { openTelegramFake } from "../../test/contracts/channels/telegram/fake";

const PEOPLE = 600;
const MOST_A_SECOND = 30;

/** One message to each of 600 people through Telegram, at the pace of the program itself. */
export async function measureBulk(): Promise<void> {
  const served = await serveChannel(await openTelegramFake(), { answer: () => [], hurry: 1 });
  try {
    for (let number = 0; number < PEOPLE; number += 1)
      await served.post({
        kind: "text",
        person: `bulk${number}`,
        id: `${number}`,
        at: new Date(),
        text: "Dzień dobry",
      });
    while (served.fake.arrived().length < PEOPLE) await new Promise((later) => setTimeout(later, 100));
    const times = served.fake.arrived().map(({ at }) => at);
    const perSecond = ((PEOPLE - 1) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0));
    const most = mostInASecond(times);
    console.log(
      `${PEOPLE} messages to ${PEOPLE} people on Telegram: ${perSecond.toFixed(1)} a second, at most ${most} in any second (allowed: ${MOST_A_SECOND})\n`,
    );
    if (most > MOST_A_SECOND) throw new Error("the platform's limit was passed");
  } finally {
    await served.close();
  }
}

/** The most that came within 1,000 ms, wherever they begin. */
function mostInASecond(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  let [first, most] = [0, 0];
  for (const [last, at] of sorted.entries()) {
    while (at - (sorted[first] ?? at) >= 1000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
