import { type ServedChannel, serveChannel } from "./channelServer";
import { arriving } from "./contract/arriving";
import { failing } from "./contract/failing";
import { answerInContract, shown } from "./contract/shown";
import type { OpenFake } from "./fakes";

/** What holds for every channel, on its platform's stand-in, over real HTTP and on a real store. */
export function channelContract({ name, open, kinds, failures }: OpenFake): void {
  describe(name, () => {
    let served: ServedChannel;
    beforeAll(async () => {
      served = await serveChannel(await open(), { answer: answerInContract });
    }, 120_000);
    afterAll(() => served.close());

    test("its stand-in is the one the tests were written down for", () => {
      expect([...served.fake.kinds].sort()).toEqual([...kinds].sort());
      const { blocked, windowClosed } = served.fake.failures;
      expect(failures).toEqual({ block: blocked !== undefined, close: windowClosed !== undefined });
    });
    describe("what arrives", () => arriving(() => served, kinds));
    describe("what is shown", () => shown(() => served, kinds));
    describe("what fails", () => failing(() => served, failures));
  });
}
