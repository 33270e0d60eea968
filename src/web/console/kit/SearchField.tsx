import { CloseButton, TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useKeys } from "./keys";

const STILL_MS = 300;

type Words = { title: string; search: string; searchHint: string; clear: string; keys: { search: string } };
type Given = { words: Words; value: string; onChange: (value: string) => void };

/** Words to look for; they count when nobody has typed for a moment. `/` comes here. */
export function SearchField({ words, value, onChange }: Given) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const latest = useRef(onChange);
  latest.current = onChange;
  useKeys({ "/": () => field.current?.focus() }, { scope: words.title, describe: { "/": words.keys.search } });
  // Cleared, or gone back to.
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => latest.current(typed.trim()), STILL_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <TextInput
      ref={field}
      type="search"
      label={words.search}
      aria-keyshortcuts="/"
      placeholder={words.searchHint}
      value={typed}
      maxLength={200}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={typed !== "" && <CloseButton size="sm" aria-label={words.clear} onClick={() => setTyped("")} />}
    />
  );
}
