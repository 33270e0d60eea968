import { Alert } from "@mantine/core";
import { Ban } from "lucide-react";
import { useWords } from "../../kit/language";
import { limitWords } from "../composer/limitTexts";
import { usePlace } from "../place";
import classes from "./header.module.css";

/** The resident does not want to hear of us on this channel: nothing that is written here arrives. */
export function RefusesUs() {
  const words = useWords(limitWords);
  const { refusesUs } = usePlace().view;
  if (!refusesUs) return null;
  const { contacts } = refusesUs;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      radius={0}
      p="xs"
      icon={<Ban size={18} aria-hidden />}
      title={words.refused}
      classNames={{ title: classes.danger ?? "" }}
    >
      {contacts.length > 0 ? words.contacts(contacts.join(", ")) : words.noContacts}
    </Alert>
  );
}
