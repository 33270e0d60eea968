import { useCallback, useEffect, useState } from "react";
import { type SectionName, sectionNames } from "./fields";
import { idOfPlace, type Place } from "./mistakes";

type Other = "en" | "uk";
export type Finding = ReturnType<typeof useFinding>;

/** Which fields are shown, and the way to one of them wherever it is: its tab, its language and its part are opened. */
export function useFinding(openContent: () => void) {
  const [other, show] = useState<Other>("en");
  const [opened, setOpened] = useState<ReadonlySet<SectionName>>(new Set());
  const [wanted, setWanted] = useState<Place>();
  // Looked for with every picture until it is there: the tab may have to be drawn first.
  useEffect(() => {
    const field = wanted && document.getElementById(idOfPlace(wanted));
    if (!field) return;
    setWanted(undefined);
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });
  const close = useCallback(
    (name: SectionName) => setOpened((before) => new Set([...before].filter((one) => one !== name))),
    [],
  );
  return {
    other,
    show,
    opened,
    close,
    find(place: Place) {
      const [language, part] = place.key.split(".");
      if (language === "en" || language === "uk") show(language);
      const section = sectionNames.find((name) => name === part);
      if (section) setOpened((before) => new Set([...before, section]));
      openContent();
      setWanted(place);
    },
  };
}
