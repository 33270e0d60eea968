import { z } from "zod";
import type { Finding } from "../channel";
import { ask, ok, warning, wrong } from "./ask";
import { checkApp } from "./checkApp";
import { type Connected, graphOf } from "./parts";
import { missingOf } from "./subscription";

const Me = z.looseObject({ id: z.string(), name: z.string().default("") });
const Subscribed = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string().default(""),
      subscribed_fields: z.array(z.string()).default([]),
    }),
  ),
});
const Profile = z.looseObject({ data: z.array(z.record(z.string(), z.unknown())) });

/** What of Messenger's configuration is missing or wrong, asked of Meta itself. */
export async function checkMessenger(options: Connected): Promise<Finding[]> {
  const app = await checkApp(options);
  // Whatever else is asked with a secret or a token that does not fit would only be refused, too.
  if (app[0]?.level === "wrong") return app;
  const token = await checkToken(options);
  if (token.level === "wrong") return [...app, token];
  return [...app, token, ...(await checkSubscription(options)), await checkProfile(options)];
}

async function checkToken(options: Connected): Promise<Finding> {
  const { answer, reason } = await ask(graphOf(options), "me?fields=id,name", Me);
  if (reason?.includes("code 190"))
    return wrong(
      "MESSENGER_TOKEN is expired or withdrawn: make a new one in the app's dashboard under Messenger, Messenger API settings, Generate access tokens.",
    );
  if (!answer) return wrong(`the page cannot be read with MESSENGER_TOKEN (${reason}).`);
  if (answer.id !== options.pageId)
    return wrong(
      `MESSENGER_TOKEN is that of "${answer.name}" (${answer.id}), MESSENGER_PAGE_ID is ${options.pageId}: take both from the same page.`,
    );
  return ok(`MESSENGER_TOKEN works for the page "${answer.name}".`);
}

async function checkSubscription(options: Connected): Promise<Finding[]> {
  const { appId, pageId } = options;
  const { answer, reason } = await ask(graphOf(options), `${pageId}/subscribed_apps`, Subscribed);
  if (!answer) return [wrong(`it cannot be read which events of the page are subscribed to (${reason}).`)];
  const own = answer.data.find(({ id }) => appId === undefined || id === appId);
  const others = answer.data.filter((app) => app !== own);
  const missing = missingOf(own?.subscribed_fields ?? []);
  const told = own
    ? `the page's events ${missing.join(", ")} are not subscribed to`
    : "the app gets no events of the page";
  return [
    missing.length > 0 ? wrong(`${told}: run "npm run channels -- setup".`) : ok("the page's events come to us."),
    ...others.map(({ id, name }) =>
      warning(`another app answers on the page as well, "${name}" (${id}): while it does, the bot keeps silent.`),
    ),
  ];
}

const PROFILE = ["get_started", "greeting", "ice_breakers", "persistent_menu"];

async function checkProfile(options: Connected): Promise<Finding> {
  const path = `me/messenger_profile?fields=${PROFILE.join(",")}`;
  const { answer, reason } = await ask(graphOf(options), path, Profile);
  if (!answer) return warning(`the page's greeting and menu cannot be read (${reason}).`);
  const missing = PROFILE.filter((name) => answer.data.every((one) => one[name] === undefined));
  if (missing.length === 0) return ok("greeting, first questions and menu are set.");
  return warning(`${missing.join(", ")} not set: run "npm run channels -- setup".`);
}
