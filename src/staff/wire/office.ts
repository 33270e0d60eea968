import type { OfficeView } from "./requests";

/** What the office sets, as `OfficeView.value` of that name. */
export type {
  OfficeName,
  OfficeSettings,
  RoutingRule,
  Sentence,
  Timing,
  UnitWay,
} from "../../serviceRequests/office";
/** Pages try rules with the very function that routes. */
export { ruleFor } from "../../serviceRequests/route";
export type SettingView<Value> = Omit<OfficeView, "value"> & { value: Value };
