import type { Route } from "../route";
import { addAccount, changeAccount, listAccounts, resetPassword } from "./accounts";
import { seeAlert } from "./alerts";
import { conversation, file, finish, giveBack, speak, take, typing } from "./conversation";
import { conversations, finishTask, queue, serviceRequests, tasks } from "./desk";
import { proposedLabels, proposeLabel } from "./labels";
import { changePassword, login, logout, me, presence } from "./session";

/**
 * The console API, under `/console/api`. JSON in and out (`wire.ts`); every call but GET needs the session's token in
 * `X-CSRF-Token` and comes from our own page; refusals are `{ error }`. `GET live` (`live.ts`) streams what changed.
 */
export const routes: Route[] = [
  { method: "POST", path: "session", right: "anyone", handle: login, what: "log in" },
  { method: "GET", path: "session", right: "settle", handle: me, what: "who am I, what may I, when does it end" },
  { method: "POST", path: "session/end", right: "settle", handle: logout, what: "log out" },
  { method: "POST", path: "password", right: "settle", handle: changePassword, what: "change my password" },
  { method: "POST", path: "presence", right: "be_here", handle: presence, what: "I am here, available or not" },

  { method: "GET", path: "queue", right: "read_desk", handle: queue, what: "who waits, what I hold, what others hold" },
  { method: "GET", path: "conversations", right: "read_desk", handle: conversations, what: "all open ones, ?before=" },
  { method: "GET", path: "conversations/:id", right: "read_desk", handle: conversation, what: "one, ?after=seq" },
  { method: "GET", path: "conversations/:id/files/:file", right: "read_desk", handle: file, what: "a file from it" },
  { method: "POST", path: "conversations/:id/take", right: "work_desk", handle: take, what: "take over" },
  { method: "POST", path: "conversations/:id/say", right: "work_desk", handle: speak, what: "answer the resident" },
  { method: "POST", path: "conversations/:id/typing", right: "work_desk", handle: typing, what: "I am writing" },
  { method: "POST", path: "conversations/:id/return", right: "work_desk", handle: giveBack, what: "back to the bot" },
  { method: "POST", path: "conversations/:id/close", right: "work_desk", handle: finish, what: "close with a reason" },
  { method: "POST", path: "conversations/:id/labels", right: "work_desk", handle: proposeLabel, what: "it meant this" },
  { method: "POST", path: "alerts/:id/seen", right: "work_desk", handle: seeAlert, what: "I have seen it" },

  { method: "GET", path: "tasks", right: "read_desk", handle: tasks, what: "residents to call back, ?done=true" },
  { method: "POST", path: "tasks/:id/done", right: "work_desk", handle: finishTask, what: "reached or not" },
  { method: "GET", path: "requests", right: "read_desk", handle: serviceRequests, what: "service requests, ?before=" },

  { method: "GET", path: "labels", right: "review_labels", handle: proposedLabels, what: "proposed ones, ?before=" },

  { method: "GET", path: "accounts", right: "manage_accounts", handle: listAccounts, what: "all accounts" },
  { method: "POST", path: "accounts", right: "manage_accounts", handle: addAccount, what: "add one" },
  { method: "PATCH", path: "accounts/:id", right: "manage_accounts", handle: changeAccount, what: "change, disable" },
  { method: "POST", path: "accounts/:id/password", right: "manage_accounts", handle: resetPassword, what: "reset it" },
];
