import { useNavigate } from "react-router";
import { useKeys } from "../kit/keys";
import { useWords } from "../kit/language";
import { useSession } from "../kit/session";
import { type ViewName, views } from "../views";
import { shellWords } from "./texts";

/** The letter after `g`. */
export const keyOf: Record<ViewName, string> = {
  inbox: "i",
  phone: "p",
  tasks: "t",
  requests: "r",
  knowledge: "w",
  people: "l",
  figures: "d",
  office: "o",
  accounts: "a",
  teams: "e",
  apiKeys: "k",
  audit: "u",
  blocks: "b",
};

/** `g` and a letter go to a view, `?` shows the sheet. */
export function useGoTo(showKeys: () => void): void {
  const words = useWords(shellWords);
  const { rights } = useSession();
  const navigate = useNavigate();
  const mine = views.filter(({ right }) => rights.includes(right));
  const goes = mine.map(({ name, path }) => [`g ${keyOf[name]}`, () => void navigate(`/${path}`)] as const);
  const says = mine.map(({ name }) => [`g ${keyOf[name]}`, words.views[name]] as const);
  useKeys(
    { "?": showKeys, "g m": () => void navigate("/profile"), ...Object.fromEntries(goes) },
    {
      scope: words.everywhere,
      describe: { "?": words.menu.keys, ...Object.fromEntries(says), "g m": words.menu.profile },
    },
  );
}
