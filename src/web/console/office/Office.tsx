import { Tabs } from "@mantine/core";
import { useMatch, useNavigate } from "react-router";
import type { OfficeName } from "../../../staff/wire/office";
import { useWords } from "../kit/language";
import { Page } from "../kit/Page";
import { Routing } from "./routing/Routing";
import { Sentences } from "./sentences/Sentences";
import { officeWords } from "./texts";
import { Timings } from "./timings/Timings";
import { Ways } from "./ways/Ways";

const parts: { name: OfficeName; Part: () => React.ReactNode }[] = [
  { name: "routing", Part: Routing },
  { name: "ways", Part: Ways },
  { name: "sentences", Part: Sentences },
  { name: "timings", Part: Timings },
];

/** What the office sets without a new release, one tab each; the address says which. */
export function Office() {
  const words = useWords(officeWords);
  const navigate = useNavigate();
  const wanted = useMatch("/office/:part")?.params.part;
  const open = parts.find(({ name }) => name === wanted)?.name ?? "routing";
  return (
    <Page title={words.title} intro={words.intro}>
      <Tabs value={open} onChange={(name) => void navigate(`/office/${name}`)} keepMounted={false}>
        <Tabs.List mb="md" aria-label={words.parts}>
          {parts.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {words[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {parts.map(({ name, Part }) => (
          <Tabs.Panel key={name} value={name}>
            <Part />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
