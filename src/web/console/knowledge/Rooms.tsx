import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { useWords } from "../kit/language";
import { useRight } from "../kit/session";
import { knowledgeWords } from "./texts";

const rooms = ["articles", "bench"] as const;
type Given = { open: (typeof rooms)[number]; children: ReactNode };

/** The list and the bench as tabs, for those who may use both. */
export function Rooms({ open, children }: Given) {
  const words = useWords(knowledgeWords);
  const navigate = useNavigate();
  const mayTry = useRight("try_knowledge");
  if (!mayTry) return children;
  return (
    <Tabs value={open} onChange={(room) => void navigate(room === "bench" ? "/knowledge/_bench" : "/knowledge")}>
      <Tabs.List aria-label={words.rooms} mb="md">
        {rooms.map((room) => (
          <Tabs.Tab key={room} value={room} {...(room !== open && { "aria-controls": undefined })}>
            {words[room]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={open}>{children}</Tabs.Panel>
    </Tabs>
  );
}
