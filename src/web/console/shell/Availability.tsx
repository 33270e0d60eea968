import { Switch } from "@mantine/core";
import { useWords } from "../kit/language";
import { useRight } from "../kit/session";
import { usePresence } from "./presence";
import classes from "./Shell.module.css";
import { shellWords } from "./texts";

/** "I take conversations"; nothing is offered to whoever does not. */
export function Availability() {
  const words = useWords(shellWords).availability;
  const { available, setAvailable } = usePresence();
  if (!useRight("work_desk")) return null;
  return (
    <Switch
      classNames={{
        root: classes.availability ?? "",
        body: classes.availabilityBody ?? "",
        labelWrapper: classes.availabilityLabel ?? "",
      }}
      color="green.8"
      size="sm"
      checked={available}
      onChange={({ currentTarget }) => setAvailable(currentTarget.checked)}
      label={words.label}
      title={available ? words.on : words.off}
    />
  );
}
