import type { Finding } from "../channel";
import { callGraph } from "../meta/graph";
import { appGraphOf, type Connected, graphOf } from "./parts";
import { messengerProfile } from "./profile";
import { FIELDS, WEBHOOK } from "./subscription";

/** Tells Meta where we are and what we want to hear, and sets what residents find on the page before they write. */
export async function setUpMessenger(publicUrl: string, options: Connected): Promise<Finding[]> {
  const { pageId } = options;
  const subscribed = { subscribed_fields: FIELDS.join(",") };
  return [
    await setWebhook(publicUrl, options),
    await step("the page's events come to us", () =>
      callGraph(graphOf(options), `${pageId}/subscribed_apps`, { json: subscribed }),
    ),
    await step("greeting, first questions and menu are set", () =>
      callGraph(graphOf(options), "me/messenger_profile", { json: messengerProfile }),
    ),
  ];
}

/** Meta calls the address at once, so the program has to be running there. */
async function setWebhook(publicUrl: string, options: Connected): Promise<Finding> {
  const { appId, verifyToken } = options;
  const callback = `${publicUrl.replace(/\/+$/, "")}${WEBHOOK}`;
  const graph = appGraphOf(options);
  if (!graph || !appId)
    return {
      level: "warning",
      text: `META_APP_ID is not set: enter ${callback} as the page's webhook in the app's dashboard by hand.`,
    };
  const json = { object: "page", callback_url: callback, verify_token: verifyToken, fields: FIELDS.join(",") };
  return step(`${callback}, which Meta calls by https only, is the webhook`, () =>
    callGraph(graph, `${appId}/subscriptions`, { json }),
  );
}

async function step(what: string, call: () => Promise<unknown>): Promise<Finding> {
  try {
    await call();
    return { level: "ok", text: `Messenger: ${what}.` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { level: "wrong", text: `Messenger: it could not be seen to that ${what} (${reason}).` };
  }
}
