import { Anchor, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type MouseEvent, useState } from "react";
import { useHref, useNavigate } from "react-router";
import type { FieldView, RequestFiled, RequestView } from "../../../../staff/wire";
import { Ask } from "../../conversation/dialogs/Ask";
import { useWords } from "../../kit/language";
import { Numbers } from "../../kit/Numbers";
import { RequestFields, useForm } from "../../kit/RequestFields";
import { mistakesOf } from "../../kit/RequestForm";
import { answersFor, emptyRequest } from "../../kit/requestDraft";
import { useSplit } from "../useRequests";
import { ChoosePhotos } from "./ChoosePhotos";
import classes from "./detail.module.css";
import { Missed, useSeen } from "./Missed";
import { filesOf } from "./Photos";
import { splitWords } from "./splitTexts";

/** The form of a second matter, beside what the resident wrote. It files a service request of its own. */
export function SplitForm({ view, onClose }: { view: RequestView; onClose: () => void }) {
  const words = useWords(splitWords);
  const { language } = view;
  const { seen, missed, read } = useSeen(view);
  const [draft, setDraft] = useState(emptyRequest);
  const [photos, setPhotos] = useState<string[]>([]);
  // One per second matter: pressing twice files once.
  const [key] = useState(() => crypto.randomUUID());
  const form = useForm({ service: draft.service, language });
  const split = useSplit(view.id);
  const tellNumber = useTellNumber();
  const adapt = adapted(view, words.samePlace);
  const isPossible = view.acts.includes("split");
  const canFile = form.data && !form.isPlaceholderData && draft.service !== "" && !form.data.explain;
  const submit = () => {
    if (!form.data) return;
    const answers = answersFor(form.data, draft);
    const filed = (second: RequestFiled) => {
      tellNumber(second.service_request_id);
      onClose();
    };
    split.mutate({ service: draft.service, answers, photos, key, seen }, { onSuccess: filed });
  };
  const readMissed = () => {
    read();
    split.reset();
  };
  return (
    <Ask
      title={words.title}
      intro={words.intro}
      submit={words.submit}
      disabled={missed.length > 0 || !isPossible || !canFile}
      pending={split.isPending}
      error={split.error}
      onSubmit={submit}
      onClose={onClose}
      isLong
    >
      <Missed view={view} events={missed} onRead={readMissed} />
      {!isPossible && <Text size="sm">{words.notAnyMore}</Text>}
      <blockquote className={classes.description} lang={language}>
        {view.description}
      </blockquote>
      <RequestFields {...{ draft, language, adapt }} onChange={setDraft} mistakes={mistakesOf(split.error)} autoFocus />
      <ChoosePhotos label={words.photos} id={view.id} files={filesOf(view)} chosen={photos} onChange={setPhotos} />
    </Ask>
  );
}

/** Who reported it is known, and so is where, unless something else is said. */
function adapted({ contact, place, address, point }: RequestView, samePlace: (place: string) => string) {
  const isReachable = contact.phone !== undefined || contact.email !== undefined;
  const known = address || place || (point && `${point.lat}, ${point.long}`);
  return (field: FieldView): FieldView | undefined => {
    if (field.kind === "contact" && isReachable) return undefined;
    return field.kind === "place" && known ? { ...field, optional: true, ask: samePlace(known) } : field;
  };
}

/** Tells the number, as a link. Notifications stand outside the pages, where links do not know the way by themselves. */
function useTellNumber() {
  const words = useWords(splitWords);
  const navigate = useNavigate();
  const list = useHref("/requests");
  return (number: string) => {
    const go = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void navigate(`/requests/${encodeURIComponent(number)}`);
    };
    const link = (
      <Anchor href={`${list}/${encodeURIComponent(number)}`} onClick={go} inherit underline="always">
        <Numbers text={number} />
      </Anchor>
    );
    const filed = (
      <>
        {words.filed} {link}
      </>
    );
    // It stays until it is read: the link is in it.
    notifications.show({ message: filed, autoClose: false });
  };
}
