import type { Config } from "./config";

/** Where a conversation can go on, by the channel's name; `{code}` stands for the resident's one-time code. */
export const continueAt = ({ MESSENGER_PAGE_ID, WHATSAPP_PHONE_ID, WHATSAPP_NUMBER, ...config }: Config) => ({
  ...(MESSENGER_PAGE_ID && { messenger: `https://m.me/${MESSENGER_PAGE_ID}?ref={code}` }),
  ...(WHATSAPP_PHONE_ID && WHATSAPP_NUMBER && { whatsapp: `https://wa.me/${WHATSAPP_NUMBER}?text={code}` }),
  ...(config.TELEGRAM_TOKEN &&
    config.TELEGRAM_NAME && { telegram: `https://t.me/${config.TELEGRAM_NAME}?start={code}` }),
});
