import { createChat } from "./chat";
import { createDirectLine } from "./directLine";
import { el } from "./dom";
import { createSpeech, languageOf } from "./language";
import { createLauncher } from "./launcher";
import { createMemory } from "./memory";
import { createPanel, type Panel } from "./panel";
import { applyStyles } from "./styles";
import { createView } from "./view";

const ID = "hejnal-chat";

/** Puts the launcher on the page; everything else waits for the first click. */
function start(script: HTMLScriptElement): void {
  if (document.getElementById(ID)) return;
  const origin = new URL(script.src).origin;
  const memory = createMemory(origin);
  const kept = memory.read();
  const speech = createSpeech(
    kept?.language ?? languageOf(script.dataset.language) ?? languageOf(document.documentElement.lang) ?? "pl",
  );
  const line = createDirectLine(origin, memory, speech.language);

  const host = el("div", { id: ID });
  const shadow = host.attachShadow({ mode: "open" });
  const root = el("aside", { class: "root" });
  applyStyles(shadow);
  speech.live(() => {
    host.lang = speech.language();
    root.setAttribute("aria-label", speech.say("launcherWhat"));
  });

  const launcher = createLauncher(speech, open);
  launcher.setKnown(kept !== undefined);
  root.append(launcher.button, launcher.status);
  shadow.append(root);
  document.body.append(host);

  memory.onForgotten(() => {
    launcher.setKnown(false);
    parts?.chat.endedElsewhere();
  });

  let parts: { panel: Panel; chat: ReturnType<typeof createChat> } | undefined;

  function open(): void {
    parts ??= build();
    launcher.button.hidden = true;
    launcher.setNews(false);
    parts.panel.setOver(false);
    parts.panel.open();
    parts.chat.open(memory.read() !== undefined);
  }

  function build() {
    const panel: Panel = createPanel({
      speech,
      send: (text, files) => chat.send(text, files),
      retry: (key) => chat.retry(key),
      fetchFile: line.file,
      changeLanguage(language) {
        speech.change(language);
        line.rememberLanguage();
      },
      end: () => chat.end(),
      startAgain() {
        panel.setOver(false);
        panel.focusCalmly();
        chat.open(false);
      },
      closed() {
        launcher.setKnown(memory.read() !== undefined);
        launcher.button.hidden = false;
        launcher.button.focus();
      },
    });
    const view = createView({
      panel,
      speech,
      heardWhileClosed: () => launcher.setNews(true),
      ended: () => launcher.setKnown(false),
    });
    const chat = createChat(line, view);
    root.append(panel.dialog);
    addEventListener("online", chat.networkChanged);
    addEventListener("offline", chat.networkChanged);
    return { panel, chat };
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.body) start(script);
  else addEventListener("DOMContentLoaded", () => start(script));
}
