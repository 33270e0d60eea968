import { Select, Stack, Switch, useMantineColorScheme } from "@mantine/core";
import { singleKeys, useSingleKeys } from "../kit/keys";
import { keyWords } from "../kit/keyTexts";
import { type Language, languages, useLanguage, useWords } from "../kit/language";
import { profileWords } from "./texts";

const schemes = ["auto", "light", "dark"] as const;
const codes: Language[] = ["pl", "en", "uk"];

/** Language, colours and keys; kept in this browser. */
export function Looks() {
  const words = useWords(profileWords).looks;
  const keys = useWords(keyWords);
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const single = useSingleKeys();
  return (
    <Stack gap="sm">
      <Select
        label={words.language}
        data={codes.map((value) => ({ value, label: languages[value] }))}
        value={language}
        allowDeselect={false}
        onChange={(value) => choose(codes.find((code) => code === value) ?? "pl")}
      />
      <Select
        label={words.colours}
        data={schemes.map((value) => ({ value, label: words.schemes[value] }))}
        value={colorScheme}
        allowDeselect={false}
        onChange={(value) => setColorScheme(schemes.find((scheme) => scheme === value) ?? "auto")}
      />
      <Switch
        label={keys.single}
        description={keys.singleHint}
        checked={single}
        onChange={({ currentTarget }) => singleKeys.choose(currentTarget.checked)}
      />
    </Stack>
  );
}
