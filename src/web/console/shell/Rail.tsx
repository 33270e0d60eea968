import {
  BookOpen,
  ChartColumn,
  ClipboardList,
  Headset,
  Inbox,
  KeyRound,
  type LucideIcon,
  PhoneOutgoing,
  ScrollText,
  ShieldBan,
  SlidersHorizontal,
  UserCog,
  Users,
  UsersRound,
} from "lucide-react";
import { NavLink } from "react-router";
import { useWords } from "../kit/language";
import { useQueue } from "../kit/queue";
import { useSession } from "../kit/session";
import { type ViewName, views } from "../views";
import { keyOf } from "./goTo";
import classes from "./Shell.module.css";
import { shellWords } from "./texts";

const icons: Record<ViewName, LucideIcon> = {
  inbox: Inbox,
  phone: Headset,
  tasks: PhoneOutgoing,
  requests: ClipboardList,
  knowledge: BookOpen,
  people: UsersRound,
  figures: ChartColumn,
  office: SlidersHorizontal,
  accounts: UserCog,
  teams: Users,
  apiKeys: KeyRound,
  audit: ScrollText,
  blocks: ShieldBan,
};

/** The places this person may go to. */
export function Rail() {
  const words = useWords(shellWords);
  const { rights } = useSession();
  const { data: queue } = useQueue();
  const counts: Partial<Record<ViewName, number>> = { inbox: queue?.waiting.length ?? 0, tasks: queue?.openTasks ?? 0 };
  return (
    <nav aria-label={words.nav} className={classes.nav}>
      <ul>
        {views
          .filter(({ right }) => rights.includes(right))
          .map(({ path, name }) => {
            const Icon = icons[name];
            const count = counts[name] ?? 0;
            return (
              <li key={path}>
                <NavLink to={`/${path}`} className={classes.place ?? ""} aria-keyshortcuts={`g ${keyOf[name]}`}>
                  <span className={classes.icon}>
                    <Icon size={20} aria-hidden strokeWidth={1.8} />
                    {count > 0 && <span className={classes.count}>{count > 99 ? "99+" : count}</span>}
                  </span>
                  <span className={classes.name}>{words.views[name]}</span>
                </NavLink>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
