import { CloseButton, TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useRef } from "react";
import { useKeys } from "../kit/keys";
import { useWords } from "../kit/language";
import { inboxWords } from "./texts";

/** Words to look for in all conversations; `/` comes here, Esc empties it. */
export function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const words = useWords(inboxWords);
  const field = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => field.current?.focus() }, { scope: words.title, describe: { "/": words.keys.search } });
  return (
    <TextInput
      ref={field}
      type="search"
      flex={1}
      aria-label={words.search}
      aria-keyshortcuts="/"
      placeholder={words.searchHint}
      value={value}
      maxLength={200}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        if (value === "") field.current?.blur();
        onChange("");
      }}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={value !== "" && <CloseButton size="sm" aria-label={words.clear} onClick={() => onChange("")} />}
    />
  );
}
