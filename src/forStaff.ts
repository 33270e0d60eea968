import type { Config } from "./config";
import type { Gazetteer } from "./places/gazetteer";
import { placesListed } from "./places/locate";
import type { StaffContent, StaffSettings } from "./staff/parts";
import { namesIn } from "./turn/namesIn";
import type { Parts } from "./turn/parts";

/** What staff may see of the content and do with it. */
export function staffContent({ content, office, understand, search }: Parts, gazetteer: Gazetteer): StaffContent {
  return {
    ...content,
    office,
    names: namesIn(content),
    understand: (text, language) => understand(text, { language, found: search(text).map(({ article }) => article) }),
    search,
    placesIn: (text) => placesListed(text, gazetteer),
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
    publicUrl: config.PUBLIC_URL,
    uploadMegabytes: config.UPLOAD_MEGABYTES,
    mail: config.SMTP_URL !== undefined,
    tiles: config.MAP_TILES ? { url: config.MAP_TILES, attribution: config.MAP_ATTRIBUTION } : undefined,
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, title: config.OIDC_TITLE } : undefined,
  };
}
