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
  /** More than a few short fields: wide, tells mistakes beside them, and no click beside it loses what was typed. */
  isLong?: boolean;
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
  isLong = false,
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
      size={isLong ? 640 : 460}
      closeOnClickOutside={!isLong}
    >
      <form onSubmit={send} className={classes.form} noValidate={isLong}>
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
