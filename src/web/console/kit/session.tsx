import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import type { SessionView } from "../../../staff/wire";
import { api, Refusal, rememberCsrf } from "./api";

export type Right = SessionView["rights"][number];

const KEY = ["session"];

/** Who is logged in: undefined while unknown, null when nobody is. */
export function useSessionQuery() {
  return useQuery({
    queryKey: KEY,
    queryFn: async (): Promise<SessionView | null> => {
      try {
        const session = await api.get<SessionView>("session");
        rememberCsrf(session.csrf);
        return session;
      } catch (error) {
        if (error instanceof Refusal && error.error.code === "no_session") return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: 2,
  });
}

/** What to do after a login, a logout or a change of one's own account. */
export function useSessionChange() {
  const client = useQueryClient();
  return {
    began(session: SessionView) {
      loggedOut = false;
      rememberCsrf(session.csrf);
      client.setQueryData(KEY, session);
    },
    ended() {
      loggedOut = true;
      rememberCsrf("");
      client.setQueryData(KEY, null);
      forgetAnswers(client);
    },
    /** What another person was shown in this tab is not shown to the next one. */
    forget: () => forgetAnswers(client),
    refresh: () => client.invalidateQueries({ queryKey: KEY }),
  };
}

const forgetAnswers = (client: QueryClient) =>
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });

let loggedOut = false;
/** The last session here was ended by its person, not by time. */
export const wasLoggedOut = () => loggedOut;

const Context = createContext<SessionView | undefined>(undefined);
export const SessionProvider = ({ session, children }: { session: SessionView; children: ReactNode }) => (
  <Context value={session}>{children}</Context>
);

/** The person at this page; only below `SessionProvider`. */
export function useSession(): SessionView {
  const session = useContext(Context);
  if (!session) throw new Error("no session above");
  return session;
}

export const useRight = (right: Right) => useSession().rights.includes(right);
