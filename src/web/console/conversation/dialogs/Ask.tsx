import { Button, Group, Modal } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { kitWords } from "../../kit/texts";
import classes from "./dialogs.module.css";

type Given = {
  title: string;
  intro?: string;
  submit: string;
  /** Nothing to send yet. */
  disabled?: boolean;
  danger?: boolean;
  pending: boolean;
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** A small form over the page; a refusal is told in it, and what was typed stays. */
export function Ask({
  title,
  intro,
  submit,
  disabled = false,
  danger = false,
  pending,
  error,
  onSubmit,
  onClose,
  children,
}: Given) {
  const words = useWords(kitWords);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!disabled && !pending) onSubmit();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": words.close }}
      padding="md"
      size={460}
    >
      <form onSubmit={send} className={classes.form}>
        {intro && <p className={classes.intro}>{intro}</p>}
        {children}
        <ErrorNote error={error} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" color={danger ? "red" : "blue"} loading={pending} disabled={disabled}>
            {submit}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
