import { decideAct } from "./acts";
import type {
  Act,
  Actor,
  Change,
  Current,
  DecideAct,
  Refusal,
  SecondMatter,
  ServiceRequestStore,
  State,
} from "./doors";
import { timingOf } from "./office";
import { type Names, publicSentenceFor } from "./sentences";

export type ActingParts = { store: Pick<ServiceRequestStore, "act">; names(): Names; now(): Date };

/** Does something to a service request. `seen`: the version whoever acts has before them; another one is `stale`. */
export type Acting = (
  id: string,
  act: Act,
  actor: Actor,
  seen?: number,
) => Promise<{ number: number; state: State } | Refusal>;

/** Decides by the office's rules as they are at that moment. */
export function openDeciding(names: () => Names): DecideAct {
  return (current, act, actor, at) => {
    const known = names();
    const { reopenDays, askFixedDays } = timingOf(known.office, current.service);
    return decideAct(current, act, actor, {
      now: at,
      reopenDays,
      askFixedDays,
      sentence: ({ kind, to, unit, outside, into }) =>
        publicSentenceFor(
          {
            service: current.service,
            state: to,
            after: kind,
            unit,
            ...(outside && { outside }),
            ...(into && { into }),
          },
          "pl",
          known,
        ),
    });
  };
}

/** Splits the second matter off: the number it got. */
export type Splitting = (
  id: string,
  second: SecondMatter,
  actor: Extract<Actor, { kind: "staff" }>,
  seen: number,
) => Promise<{ id: string } | Refusal>;

type SplittingParts = Omit<ActingParts, "store"> & { store: Pick<ServiceRequestStore, "split"> };

export function openSplitting({ store, names, now }: SplittingParts): Splitting {
  const deciding = openDeciding(names);
  return (id, second, actor, seen) => {
    const at = now();
    const { service } = second.request;
    const because = names().services.get(service)?.label.pl ?? service;
    const decide = unlessStale(seen, (current) => deciding(current, { kind: "split", because }, actor, at));
    return store.split(id, second, decide, at);
  };
}

/** The one way every door goes: console, unit's page, resident's page, chat, letters and partners. */
export function openActing({ store, names, now }: ActingParts): Acting {
  const deciding = openDeciding(names);
  return (id, act, actor, seen) => {
    const at = now();
    const decide = unlessStale(seen, (current) => deciding(current, act, actor, at));
    return store.act(id, decide, at);
  };
}

type Decide = (current: Current) => Change | Refusal;

const unlessStale =
  (seen: number | undefined, decide: Decide): Decide =>
  (current) =>
    seen !== undefined && seen !== current.version ? { refused: "stale" } : decide(current);
