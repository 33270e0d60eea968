import { z } from "zod";
import { type Folder, isThere } from "../content/folder";
import { readYamlFile } from "../content/readFiles";
import type { Accepted } from "./calibrate";

/** In percent; below a half there are never labelled texts enough to speak for it, above twenty nobody believes an answer. */
const Percent = z.number().min(0.5).max(20);
export const AcceptedFile = z.strictObject({ wrong_answers: Percent, wrong_reports: Percent });

/** Reads `_accepted.yaml`: how often the bot may be wrong, where editors have said so; undefined without the file. */
export function loadAccepted(file: Folder): Accepted | undefined {
  if (!isThere(file)) return undefined;
  const { wrong_answers, wrong_reports } = readYamlFile(file, AcceptedFile);
  return { wrongAnswers: wrong_answers / 100, wrongReports: wrong_reports / 100 };
}
