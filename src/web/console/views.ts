import { type ComponentType, lazy } from "react";
import type { Right } from "./kit/session";

/** The places of the console. Each is loaded when first opened; the inbox, where everybody begins, at once. */
export type View = { path: string; name: ViewName; right: Right; Page: ComponentType };
export type ViewName =
  | "inbox"
  | "phone"
  | "tasks"
  | "requests"
  | "knowledge"
  | "people"
  | "figures"
  | "office"
  | "accounts"
  | "teams"
  | "apiKeys"
  | "audit"
  | "blocks";

const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

export const views: View[] = [
  { path: "inbox", name: "inbox", right: "read_desk", Page: page(async () => (await import("./inbox/Inbox")).Inbox) },
  { path: "phone", name: "phone", right: "work_desk", Page: page(async () => (await import("./phone/Phone")).Phone) },
  { path: "tasks", name: "tasks", right: "read_desk", Page: page(async () => (await import("./records/Tasks")).Tasks) },
  {
    path: "requests",
    name: "requests",
    right: "read_desk",
    Page: page(async () => (await import("./requests/Requests")).Requests),
  },
  {
    path: "knowledge",
    name: "knowledge",
    right: "read_knowledge",
    Page: page(async () => (await import("./knowledge/Knowledge")).Knowledge),
  },
  {
    path: "people",
    name: "people",
    right: "oversee",
    Page: page(async () => (await import("./people/People")).People),
  },
  {
    path: "figures",
    name: "figures",
    right: "read_figures",
    Page: page(async () => (await import("./figures/Day")).Day),
  },
  {
    path: "office",
    name: "office",
    right: "manage_office",
    Page: page(async () => (await import("./office/Office")).Office),
  },
  {
    path: "accounts",
    name: "accounts",
    right: "manage_accounts",
    Page: page(async () => (await import("./accounts/Accounts")).Accounts),
  },
  {
    path: "teams",
    name: "teams",
    right: "manage_accounts",
    Page: page(async () => (await import("./accounts/Teams")).Teams),
  },
  {
    path: "keys",
    name: "apiKeys",
    right: "manage_accounts",
    Page: page(async () => (await import("./office/apiKeys/ApiKeys")).ApiKeys),
  },
  {
    path: "blocks",
    name: "blocks",
    right: "oversee",
    Page: page(async () => (await import("./records/Blocks")).Blocks),
  },
  {
    path: "audit",
    name: "audit",
    right: "read_audit",
    Page: page(async () => (await import("./accounts/Audit")).Audit),
  },
];
