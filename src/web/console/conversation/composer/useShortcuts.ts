import { useQuery } from "@tanstack/react-query";
import type { ShortcutView } from "../../../../staff/wire";
import { api } from "../../kit/api";
import { folded } from "../../kit/folded";
import { useSession } from "../../kit/session";
import { usePlace } from "../place";
import type { Completion } from "./Completing";
import { fill } from "./placeholders";

/** Ready replies by code or title, without diacritics, in the resident's language. */
export function useShortcuts(): (typed: string) => Completion[] {
  const { view } = usePlace();
  const { account } = useSession();
  const { data } = useQuery({
    queryKey: ["shortcuts"],
    queryFn: ({ signal }) => api.get<{ shortcuts: ShortcutView[] }>("shortcuts", signal),
    select: ({ shortcuts }) => shortcuts,
    staleTime: 10 * 60_000,
  });
  return (typed) => {
    const wanted = folded(typed).split("-").filter(Boolean);
    return (data ?? [])
      .filter(({ code, title, text }) => {
        const whole = folded(`${code} ${title} ${text.pl}`);
        return wanted.every((word) => whole.includes(word));
      })
      .toSorted((a, b) => rank(a, typed) - rank(b, typed))
      .map(({ code, title, text }) => {
        const filled = fill(text[view.language], view, account.name, new Date());
        return { id: code, title: `/${code}`, hint: title, text: filled };
      });
  };
}

const rank = ({ code, title }: ShortcutView, typed: string): number =>
  folded(code).startsWith(folded(typed)) ? 0 : folded(title).includes(folded(typed)) ? 1 : 2;
