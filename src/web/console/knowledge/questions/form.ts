import type { PhrasingIn, QuestionView } from "../../../../staff/wire";
import type { QuestionAct } from "./useQuestions";

/** What each form of an act is given; `error` is why the last try was refused. */
export type ActForm = {
  group: QuestionView;
  texts: PhrasingIn[];
  run: (act: Exclude<QuestionAct, { act: "undo" }>) => void;
  pending: boolean;
  error: unknown;
  onCancel: () => void;
};
