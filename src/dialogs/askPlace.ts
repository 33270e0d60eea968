import type { Choice, Reply } from "../conversation/reply";
import type { Form } from "./form";
import { quote, say } from "./phrases";

type Asked = Pick<Reply, "text"> & { choices: Choice[] };

/** The open question about the place that was named. */
export function askAboutPlace(form: Form): Asked | undefined {
  const { parts, language, state } = form;
  const { place } = state;
  const { phrases } = parts;
  const button = (title: string, value: string): Choice => ({ title, wish: { kind: "place", value } });
  const other = button(phrases.place_other[language], "elsewhere");
  switch (place?.question) {
    case "which": {
      const candidates = place.candidates ?? [];
      const [only, second] = candidates.map(({ text }, i) => ({ text: quote(text), i }));
      if (only && !second) {
        const text = say(phrases, "place_meant", language, { place: only.text });
        return {
          text,
          choices: [button(phrases.yes[language], "0"), button(phrases.place_as_said[language], "as_said"), other],
        };
      }
      const titles = candidates.map(({ text, districtName }, i) =>
        button(districtName === undefined ? text : `${text} (${districtName})`, String(i)),
      );
      return {
        text: phrases.place_which[language],
        choices: [...titles, button(phrases.place_as_said[language], "as_said")],
      };
    }
    case "number":
      return {
        text: phrases.place_number[language],
        choices: [sharePlace(form), button(phrases.dont_know[language], "enough")],
      };
    case "outside": {
      const text = say(phrases, "place_outside", language, { whose: place.whose?.[language] ?? "" });
      const cancel: Choice = { title: phrases.cancel[language], wish: { kind: "cancel" } };
      return { text, choices: [button(phrases.place_inside[language], "inside"), other, cancel] };
    }
    case undefined:
      return undefined;
  }
}

/** Opens a map, where there is one. */
export function sharePlace({ parts, language }: Pick<Form, "parts" | "language">): Choice {
  return { title: parts.phrases.share_place[language], wish: { kind: "share_place" } };
}

/** Where the photo was taken, offered while the place is not known. */
export function offerPhotoPlace({ parts, language, state }: Form): Asked | undefined {
  const { photoPlace } = state;
  if (!photoPlace) return undefined;
  const { phrases } = parts;
  const place = quote(photoPlace.text);
  const title = say(phrases, "place_of_photo", language, { place });
  return {
    text: say(phrases, "place_of_photo_ask", language, { place }),
    choices: [
      { title, wish: { kind: "place", value: "photo" } },
      { title: phrases.place_other[language], wish: { kind: "place", value: "elsewhere" } },
    ],
  };
}
