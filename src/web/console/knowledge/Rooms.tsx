import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { useWords } from "../kit/language";
import { type Right, useSession } from "../kit/session";
import { knowledgeWords } from "./texts";

type RoomId = keyof (typeof knowledgeWords)["pl"]["tabs"];
type Room = { id: RoomId; path: string; right: Right };

/** What stands beside the list of articles: a line here, its route in `Knowledge.tsx`, its name in `texts.ts`. */
const rooms: Room[] = [
  { id: "articles", path: "/knowledge", right: "read_knowledge" },
  { id: "questions", path: "/knowledge/_questions", right: "review_labels" },
  { id: "documents", path: "/knowledge/_documents", right: "try_knowledge" },
  { id: "drafts", path: "/knowledge/_drafts", right: "publish_knowledge" },
  { id: "history", path: "/knowledge/_history", right: "try_knowledge" },
  { id: "bench", path: "/knowledge/_bench", right: "try_knowledge" },
  { id: "sets", path: "/knowledge/_sets", right: "try_knowledge" },
];

/** The parts of knowledge as tabs, those that may be opened. */
export function Rooms({ open, children }: { open: RoomId; children: ReactNode }) {
  const words = useWords(knowledgeWords);
  const navigate = useNavigate();
  const { rights } = useSession();
  const mine = rooms.filter(({ right }) => rights.includes(right));
  const go = (id: string | null) => void navigate(rooms.find((room) => room.id === id)?.path ?? "/knowledge");
  if (mine.length < 2) return children;
  return (
    <Tabs value={open} onChange={go}>
      <Tabs.List aria-label={words.rooms} mb="md">
        {mine.map(({ id }) => (
          <Tabs.Tab key={id} value={id} {...(id !== open && { "aria-controls": undefined })}>
            {words.tabs[id]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={open}>{children}</Tabs.Panel>
    </Tabs>
  );
}
