import { useQuery } from "@tanstack/react-query";
import type { FormView } from "../../../../staff/wire";
import { api } from "../../kit/api";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { type Pair, Pairs } from "../Pairs";
import { routingWords } from "./texts";

type Given = { service: string; hint: string; pairs: Pair[]; onChange: (pairs: Pair[]) => void };

/** Which answers a rule asks for: chosen from the questions of that kind where this person may read them, else typed. */
export function Answers({ service, hint, pairs, onChange }: Given) {
  const words = useWords(routingWords);
  const questions = useQuestions(service);
  return (
    <Pairs
      label={words.answers}
      hint={questions ? hint : `${hint} ${words.answersTyped}`}
      words={words.answer}
      pairs={pairs}
      onChange={onChange}
      names={questions?.map(({ slot, label }) => ({ value: slot, label }))}
      valuesOf={(name) => questions && (questions.find(({ slot }) => slot === name)?.answers ?? [])}
    />
  );
}

function useQuestions(service: string) {
  const words = useWords(routingWords);
  const mayRead = useRight("read_desk");
  const { data } = useQuery({
    queryKey: ["form", service, "rules"],
    queryFn: ({ signal }) => api.get<FormView>(`forms/${encodeURIComponent(service)}`, signal),
    enabled: mayRead && service !== "",
    staleTime: 600_000,
  });
  const yesNo = [
    { value: "yes", label: words.yes },
    { value: "no", label: words.no },
  ];
  return data?.fields
    .map(({ slot, label, kind, choices }) => ({
      slot,
      label,
      answers: kind === "yes_no" ? yesNo : choices.map(({ value, title }) => ({ value, label: title })),
    }))
    .filter(({ answers }) => answers.length > 0);
}
