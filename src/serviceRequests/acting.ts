import { decideAct } from "./acts";
import type { Act, Actor, DecideAct, Refusal, ServiceRequestStore, State } from "./doors";
import { timingOf } from "./office";
import { type Names, sentenceFor } from "./sentences";

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
        sentenceFor(
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

/** The one way every door goes: console, unit's page, resident's page, chat, letters and partners. */
export function openActing({ store, names, now }: ActingParts): Acting {
  const deciding = openDeciding(names);
  return (id, act, actor, seen) => {
    const at = now();
    return store.act(
      id,
      (current) => {
        if (seen !== undefined && seen !== current.version) return { refused: "stale" };
        return deciding(current, act, actor, at);
      },
      at,
    );
  };
}
