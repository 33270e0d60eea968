import {
  ClipboardList,
  Globe,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageCircleMore,
  MessagesSquare,
  Phone,
  Send,
  Smartphone,
} from "lucide-react";
import { useWords, words } from "./language";

const channelWords = words(
  {
    directline: "czat na stronie",
    botframework: "Teams i inne komunikatory",
    messenger: "Messenger",
    whatsapp: "WhatsApp",
    telegram: "Telegram",
    email: "e-mail",
    form: "formularz na stronie",
    app: "aplikacja mobilna",
    phone: "telefon",
  },
  {
    en: {
      directline: "chat on the website",
      botframework: "Teams and other messengers",
      messenger: "Messenger",
      whatsapp: "WhatsApp",
      telegram: "Telegram",
      email: "e-mail",
      form: "form on the website",
      app: "mobile app",
      phone: "phone",
    },
    uk: {
      directline: "чат на сайті",
      botframework: "Teams та інші месенджери",
      messenger: "Messenger",
      whatsapp: "WhatsApp",
      telegram: "Telegram",
      email: "електронна пошта",
      form: "форма на сайті",
      app: "мобільний застосунок",
      phone: "телефон",
    },
  },
);

const icons: Record<string, LucideIcon> = {
  directline: Globe,
  botframework: MessagesSquare,
  messenger: MessageCircleMore,
  telegram: Send,
  email: Mail,
  form: ClipboardList,
  app: Smartphone,
  phone: Phone,
};

/** What channels are called; one without a name of its own shows its id. */
export function useChannelName(): (channel: string) => string {
  const names: Record<string, string> = useWords(channelWords);
  return (channel) => names[channel] ?? channel;
}

export const channelIcon = (channel: string): LucideIcon => icons[channel] ?? MessageCircle;
