import type { Generated } from "kysely";
import type { Json } from "./json";

type RegressionTexts = {
  id: Generated<number>;
  set_name: string;
  text: string;
  meanings: Json;
  note: string;
  account_id: string;
  at: Date;
};

export type RegressionTables = { regression_texts: RegressionTexts };
