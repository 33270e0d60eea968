import { useEffect, useRef } from "react";
import { drawBubble } from "../../../widget/bubble";
import { el } from "../../../widget/dom";
import { createSpeech } from "../../../widget/language";
import { applyStyles } from "../../../widget/styles";
import type { Language } from "../../kit/language";
import classes from "./article.module.css";

/** A reply drawn by the residents' widget itself, with its styles, in a room of its own. */
export function WidgetBubble({ text, language }: { text: string; language: Language }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    applyStyles(shadow);
    shadow.replaceChildren(el("div", { class: "root", lang: language }, drawn(text, language)));
  }, [text, language]);
  return <div ref={host} className={classes.widget} />;
}

function drawn(text: string, language: Language): HTMLElement {
  const bubble = { key: "preview", author: "bot" as const, name: undefined, text, at: new Date(), files: [] };
  // Nothing is sent from here, so nothing can fail, and a reply of the bot has no files.
  const parts = { speech: createSpeech(language), fetchFile: async () => undefined, retry() {}, tell() {} };
  return drawBubble(bubble, "preview", parts).node;
}
