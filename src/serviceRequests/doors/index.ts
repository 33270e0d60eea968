export { type ActKind, actKinds, type State, statusOf } from "../lifeCycle";
export type { OfficeName } from "../office";
export type * from "./acts";
export type * from "./deliveries";
export type * from "./office";
export type * from "./publicEvents";
export type * from "./requests";
