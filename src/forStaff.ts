import { abilitiesOn } from "./channels/botFramework/abilities";
import { renderEntry } from "./channels/shared/render";
import type { Config } from "./config";
import type { Language } from "./conversation/language";
import type { Reply } from "./conversation/reply";
import { schemaOf } from "./documentSchemas";
import type { Gazetteer } from "./places/gazetteer";
import { placesListed } from "./places/locate";
import type { StaffContent, StaffSettings } from "./staff/parts";
import { tryOut } from "./tryOut";
import { namesIn } from "./turn/namesIn";
import type { Parts } from "./turn/parts";
import { sayArticle } from "./turn/sayArticle";

/** What staff may see of the content and do with it. */
export function staffContent(parts: Parts, gazetteer: Gazetteer): StaffContent {
  const { content, office, understand, search, bands, curve, accepted, risk, labelled } = parts;
  return {
    ...content,
    office,
    ...{ bands, curve, accepted, risk, labelled },
    names: namesIn(content),
    understand: (text, language) => understand(text, { language, found: search(text).map(({ article }) => article) }),
    search,
    placesIn: (text) => placesListed(text, gazetteer),
    tryOut: (text, now) => tryOut(text, parts, now),
    say: (article, section, language, today) =>
      sayArticle(article, section, { language, phrases: content.botPhrases[language] }, { today }),
    schemaOf,
    forMessenger,
  };
}

/** A reply of the bot as Teams gets it. */
export function forMessenger({ text, choices = [] }: Reply, language: Language): { text: string; actions: string[] } {
  const shown = renderEntry({ seq: 1, author: "bot", text, choices }, abilitiesOn("msteams"), language);
  return {
    text: shown.map((one) => one.text).join("\n\n"),
    actions: shown.flatMap(({ buttons }) => buttons.map(({ title }) => title)),
  };
}

/** What of the settings concerns staff. */
export function staffSettings(config: Config): StaffSettings {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  return {
    offerSeconds: config.OFFER_SECONDS,
    silentSeconds: config.SILENT_MINUTES * 60,
    waitAlarmSeconds: config.WAIT_ALARM_MINUTES * 60,
    onDutyEmail: config.ON_DUTY_EMAIL,
    secondFactorFor: config.SECOND_FACTOR_FOR,
    twoPeople: config.TWO_PEOPLE_PUBLISH === "on",
    importHosts: config.IMPORT_HOSTS,
    publicUrl: config.PUBLIC_URL,
    uploadMegabytes: config.UPLOAD_MEGABYTES,
    mail: config.SMTP_URL !== undefined,
    tiles: config.MAP_TILES ? { url: config.MAP_TILES, attribution: config.MAP_ATTRIBUTION } : undefined,
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, title: config.OIDC_TITLE } : undefined,
  };
}
