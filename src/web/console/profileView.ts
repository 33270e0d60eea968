import { lazy } from "react";

/** One's own account; loaded when first opened. */
export const Profile = lazy(async () => ({ default: (await import("./profile/Profile")).Profile }));
