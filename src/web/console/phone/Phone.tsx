import { Button } from "@mantine/core";
import { useRef } from "react";
import type { CallOutcome } from "../../../staff/wire";
import { ErrorNote } from "../kit/ErrorNote";
import { useKeys } from "../kit/keys";
import { useWords } from "../kit/language";
import { Page } from "../kit/Page";
import { mistakesOf } from "../kit/RequestForm";
import { Article } from "./Article";
import { CallForm } from "./CallForm";
import { CallSheet } from "./CallSheet";
import { Clock } from "./Clock";
import { outcomes } from "./call";
import { outcomeKeys } from "./Outcome";
import classes from "./Phone.module.css";
import { Registered } from "./Registered";
import { Search } from "./Search";
import { phoneWords } from "./texts";
import { useCall } from "./useCall";
import { useRegister } from "./useRegister";

/** The phone desk: a call is registered while it is talked, from the keyboard alone if one likes. */
export function Phone() {
  const words = useWords(phoneWords);
  const desk = useCall();
  const search = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const contact = useRef<HTMLInputElement>(null);
  const outcome = useRef<HTMLInputElement>(null);
  const toSearch = () => search.current?.focus();
  const register = useRegister(desk, { contact, outcome }, toSearch);

  const choose = (chosen: CallOutcome) => {
    desk.change({ outcome: chosen, ...(chosen === "filed" && { filing: true }) });
    if (chosen === "call_back") afterDrawing(() => contact.current?.focus());
    if (chosen === "filed") afterDrawing(toForm);
  };
  const toggleForm = () => {
    const { filing, outcome } = desk.call;
    desk.change({ filing: !filing, ...(filing && outcome === "filed" && { outcome: undefined }) });
    if (!filing) afterDrawing(toForm);
  };
  const begin = () => {
    desk.start();
    toSearch();
  };
  const discard = () => {
    desk.discard();
    register.reset();
    toSearch();
  };
  const letters = outcomes.flatMap((one) =>
    [outcomeKeys[one], `alt+${outcomeKeys[one]}`].map((key) => [key, () => choose(one)] as const),
  );
  useKeys(
    {
      "/": toSearch,
      "alt+s": toSearch,
      "alt+n": () => note.current?.focus(),
      "alt+w": begin,
      "mod+Enter": register.submit,
      ...Object.fromEntries(letters),
      "alt+z": toggleForm,
    },
    {
      scope: words.title,
      describe: {
        "alt+s": words.keys.search,
        x: words.keys.tick,
        ...Object.fromEntries(outcomes.map((one) => [`alt+${outcomeKeys[one]}`, words.outcomes[one]])),
        "alt+z": words.keys.form,
        "alt+n": words.keys.note,
        "alt+w": words.keys.start,
        "mod+Enter": words.keys.register,
      },
    },
  );
  return (
    <Page title={words.title} width="wide" actions={<Clock desk={desk} onStart={begin} onDiscard={discard} />}>
      <Registered done={register.done} desk={desk} />
      <div className={classes.desk}>
        <Search desk={desk} ref={search} autoFocus />
        <div className={classes.middle}>
          <CallForm desk={desk} mistakes={mistakesOf(register.error)} isMissing={register.missing === "service"} />
          <Article desk={desk} />
        </div>
        <section className={classes.sheet} aria-label={words.sheet}>
          <CallSheet
            desk={desk}
            fields={{ note, contact, outcome }}
            missing={register.missing}
            onOutcome={choose}
            onFiling={toggleForm}
          />
          <div className={classes.register}>
            <ErrorNote error={register.error} />
            <Button
              size="sm"
              fullWidth
              onClick={register.submit}
              loading={register.isPending}
              aria-keyshortcuts="Control+Enter"
            >
              {words.register}
            </Button>
          </div>
        </section>
      </div>
    </Page>
  );
}

const afterDrawing = (act: () => void) => setTimeout(act, 0);
const toForm = () => document.querySelector<HTMLInputElement>("[data-request-form] input:not([type=hidden])")?.focus();
