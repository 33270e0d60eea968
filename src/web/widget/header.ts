import { el, icon } from "./dom";
import { type Language, languageOf, languages, type Speech } from "./language";

type Parts = { speech: Speech; minimise(): void; askToEnd(): void; changeLanguage(language: Language): void };

/** The panel's head: its name, the language, who answers, and the ways out. */
export function createHeader({ speech, minimise, askToEnd, changeLanguage }: Parts) {
  const name = el("h2", { id: "name" });
  const close = el("button", { type: "button", class: "square" }, icon("down"), el("span", { class: "unseen" }));
  const end = el("button", { type: "button", class: "end" });
  const who = el("span", { class: "who" });
  const bar = el("div", { class: "bar" }, who, end);
  const top = el("div", { class: "top" }, el("span", { class: "badge" }, icon("horn")), name, languageChoice(), close);
  let person: string | undefined;

  const named = () => (person === "" ? speech.say("consultantUnnamed") : person);

  function drawWho(): void {
    const someone = named();
    const text = someone ? speech.say("answeredByPerson", { name: someone }) : speech.say("answeredByBot");
    who.replaceChildren(icon(someone ? "person" : "chat"), el("span", {}, text));
    bar.classList.toggle("person", Boolean(someone));
  }

  function languageChoice(): HTMLElement {
    const options = Object.entries(languages).map(([value, label]) => el("option", { value, lang: value }, label));
    const select = el("select", {}, ...options);
    const shown = el("span", { "aria-hidden": "true" });
    select.onchange = () => changeLanguage(languageOf(select.value) ?? "pl");
    speech.live(() => {
      select.value = speech.language();
      select.setAttribute("aria-label", speech.say("language"));
      // Ukrainian is "UA" on signs in Poland; "UK" would be read as Great Britain.
      shown.textContent = { pl: "PL", uk: "UA", en: "EN" }[speech.language()];
    });
    return el("span", { class: "languages" }, shown, icon("down"), select);
  }

  speech.live(() => {
    name.textContent = speech.say("name");
    close.lastElementChild?.replaceChildren(speech.say("minimise"));
    end.textContent = speech.say("end");
    drawWho();
  });
  close.onclick = minimise;
  end.onclick = askToEnd;

  return {
    header: el("header", {}, top, bar),
    name,
    end,
    /** The name of the person who answers; undefined: the bot does. */
    person: named,
    answeredBy(next: string | undefined): void {
      person = next;
      drawWho();
    },
  };
}
