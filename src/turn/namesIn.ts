import type { DialogState } from "../conversation/conversation";
import { openForm, shown } from "../dialogs/form";
import type { SummaryNames } from "../handoff/summary";
import type { Content } from "./parts";

/** How consultants read what editors named by ids, in Polish. */
export function namesIn(content: Content): SummaryNames {
  const formOf = (state: DialogState) => openForm(content.dialogs, state, "pl");
  return {
    article: (id) => content.articles.get(id)?.title ?? id,
    dialog: (id) => content.dialogs.dialogs.get(id)?.title.pl ?? id,
    unit: (id) => content.units.get(id)?.name.pl ?? id,
    talk: (id) => content.smallTalk.get(id)?.title ?? id,
    outside: (id) => content.outside.get(id)?.whose.pl ?? id,
    service: (code) => content.services.get(code)?.label.pl ?? code,
    slot: (state, name) => formOf(state)?.slots.find(({ slot }) => slot === name)?.label.pl ?? name,
    answer(state, name) {
      const form = formOf(state);
      const slot = form?.slots.find((one) => one.slot === name);
      const answer = state.answers[name] ?? "";
      return form && slot ? shown(form, slot, answer) : answer;
    },
  };
}
