import { Alert, Button } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import type { RequestView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { actWords } from "./actTexts";
import { Events } from "./History";

/** The version a form was opened on, and what others did since. */
export function useSeen({ version, events }: RequestView) {
  const [seen, setSeen] = useState(version);
  return { seen, missed: events.filter(({ number }) => number > seen), read: () => setSeen(version) };
}

type Given = { view: RequestView; events: RequestView["events"]; onRead: () => void };

/** What has to be read before a form goes; nothing while nothing was missed. */
export function Missed({ view, events, onRead }: Given) {
  const words = useWords(actWords);
  if (events.length === 0) return null;
  return (
    <Alert
      role="alert"
      color="orange"
      variant="outline"
      p="xs"
      icon={<TriangleAlert size={18} aria-hidden />}
      title={words.missed}
    >
      <Events view={view} events={events} />
      <Button mt="xs" variant="default" onClick={onRead}>
        {words.read}
      </Button>
    </Alert>
  );
}
