import type { OfficeName as AnyName } from "../../serviceRequests/office";
import type { OfficeView } from "./requests";

/** What has a page of its own; topics are switched one by one. */
export type OfficeName = Exclude<AnyName, "topics">;

/** What the office sets, as `OfficeView.value` of that name. */
export type {
  OfficeSettings,
  RoutingRule,
  Sentence,
  Timing,
  UnitWay,
} from "../../serviceRequests/office";
/** Pages try rules with the very function that routes. */
export { ruleFor } from "../../serviceRequests/route";
export type SettingView<Value> = Omit<OfficeView, "value"> & { value: Value };
