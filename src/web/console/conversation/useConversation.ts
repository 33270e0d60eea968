import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ConversationView } from "../../../staff/wire";
import { api } from "../kit/api";

/** The API's address of a conversation; ids hold characters that addresses do not. */
export const addressOf = (id: string) => `conversations/${encodeURIComponent(id)}`;

/** One conversation with all its lines. Once it is here only new lines are fetched; a hole fetches everything anew. */
export function useConversation(id: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: ["conversation", id],
    queryFn: ({ signal }) => fetchConversation(client, id, signal),
    refetchInterval: 30_000,
  });
}

async function fetchConversation(client: QueryClient, id: string, signal: AbortSignal): Promise<ConversationView> {
  const before = client.getQueryData<ConversationView>(["conversation", id]);
  const news = await complete(id, before?.entries.at(-1)?.seq ?? 0, signal);
  if (!before) return news;
  const kept = {
    thoughts: joined(before.thoughts, news.thoughts),
    deliveries: joined(before.deliveries, news.deliveries),
  };
  const whole = { ...news, entries: [...before.entries, ...news.entries], ...kept };
  return hasHole(whole) ? complete(id, 0, signal) : whole;
}

/** The server tells so many lines at a time. */
async function complete(id: string, after: number, signal: AbortSignal): Promise<ConversationView> {
  let view = await api.get<ConversationView>(`${addressOf(id)}?after=${after}`, signal);
  for (let last = view.entries.at(-1)?.seq; last !== undefined && last < view.lastSeq; ) {
    const more = await api.get<ConversationView>(`${addressOf(id)}?after=${last}`, signal);
    if (more.entries.length === 0) break;
    view = { ...more, entries: [...view.entries, ...more.entries] };
    last = more.entries.at(-1)?.seq;
  }
  return view;
}

const hasHole = ({ entries }: ConversationView) =>
  entries.some(({ seq }, index) => index > 0 && seq !== (entries[index - 1]?.seq ?? 0) + 1);

/** Of thoughts and deliveries the server tells the newest only; those that are here stay. */
function joined<Line extends { seq: number }>(before: Line[], news: Line[]): Line[] {
  const told = new Set(news.map(({ seq }) => seq));
  return [...news, ...before.filter(({ seq }) => !told.has(seq))];
}

/** Does something with the conversation; whatever comes of it, what is shown is fetched anew. */
export function useAct<Body extends object = object, Answer = object>(id: string, what: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => api.post<Answer>(`${addressOf(id)}/${what}`, body),
    networkMode: "always",
    onSettled: () => void refresh(client, id),
  });
}

/** After an act: the conversation and every list it may stand in. */
export const refresh = (client: QueryClient, id: string) =>
  Promise.all(
    [["conversation", id], ["queue"], ["conversations"]].map((queryKey) => client.invalidateQueries({ queryKey })),
  );
