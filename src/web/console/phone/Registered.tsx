import { Alert, Anchor, Button, Group } from "@mantine/core";
import { CircleCheck } from "lucide-react";
import { Link } from "react-router";
import { useWords } from "../kit/language";
import { clockOf } from "./Clock";
import classes from "./Phone.module.css";
import { phoneWords } from "./texts";
import type { CallDesk } from "./useCall";
import type { RegisteredCall } from "./useRegister";

/** What became of the call before this one; the region is always there, so that it is read out. */
export function Registered({ done, desk }: { done: RegisteredCall | undefined; desk: CallDesk }) {
  const words = useWords(phoneWords);
  return (
    <div role="status" className={classes.registered}>
      {done && !desk.discarded && (
        <Alert color="green" p="xs" icon={<CircleCheck size={18} aria-hidden />}>
          <Group gap="sm" c="var(--mantine-color-text)" fz="sm">
            <span>{words.registered(clockOf(done.ms))}</span>
            {done.service_request_id && <strong>{words.registeredRequest(done.service_request_id)}</strong>}
            <Anchor
              component={Link}
              to={`/inbox/${encodeURIComponent(done.conversationId)}`}
              fz="sm"
              underline="always"
            >
              {words.show}
            </Anchor>
          </Group>
        </Alert>
      )}
      {desk.discarded && !desk.call.startedAt && (
        <Alert color="gray" p="xs">
          <Group gap="sm" fz="sm">
            <span>{words.discarded}</span>
            <Button variant="default" size="compact-sm" onClick={desk.restore}>
              {words.restore}
            </Button>
          </Group>
        </Alert>
      )}
    </div>
  );
}
