import { countedIn } from "../counted";
import type { PublicTexts } from "./texts";

const counted = countedIn("en");
const days = (n: number) => counted(n, { one: "day", many: "days" });

/** What the public pages say in English. */
export const en: PublicTexts = {
  sections: { label: "What is public", reports: "Reports", ideas: "Ideas", chat: "Report something in the chat" },
  open: "Open",
  closed: "Closed",
  list: {
    title: "What Kraków’s residents reported",
    lead: "What was reported to the city and what is happening about it. Nothing here says who reported it.",
    narrow: "Choose what to show",
    service: "What it is about",
    anyService: "Everything",
    district: "District",
    anyDistrict: "All of Kraków",
    status: "State",
    anyStatus: "Open and closed",
    days: "When it was reported",
    anyDays: "At any time",
    withinDays: (n) => `In the last ${n} days`,
    here: "Only this place, chosen on the map",
    show: "Show",
    found: (n) => `Found: ${n}`,
    none: "Nothing fits. Try another district, kind of report or time.",
    older: "Older reports",
    newest: "Back to the newest",
    pages: "Pages of the list",
    feed: "Follow these reports in a reader (Atom)",
  },
  map: {
    heading: "Map",
    label: "Map of reports. The same reports are in the list below.",
    legend:
      "A full circle: an open matter. An empty circle: a closed one. A number: so many reports are at this place.",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    close: "Close",
    more: "Show the report’s page",
    all: "Show them in the list",
    many: (n) => `${counted(n, { one: "report", many: "reports" })} at this place`,
  },
  filed: (n) => (n === 0 ? "reported today" : n === 1 ? "reported yesterday" : `reported ${days(n)} ago`),
  closedAfter: (n) => (n === 0 ? "closed the same day" : `closed after ${days(n)}`),
  people: (n) => counted(n, { one: "person reported or follows it", many: "people reported or follow it" }),
  peopleName: "How many people",
  one: {
    back: "All reports",
    public:
      "This is the report’s public page. A description and photos are here only after one of us has checked them.",
  },
  follow: {
    title: "Follow by e-mail",
    hint: "We will write when something changes. First we send a link to this address, to be confirmed. We show the address to nobody, and you can stop at any time.",
    email: "Your e-mail address",
    send: "Send me the link",
    sent: "Check your mailbox. If the address is right, a link will arrive there in a moment. We will write only after you have confirmed it.",
    wrong: "This does not look like an e-mail address. Write it like this: name@example.com",
    confirmTitle: "Shall we write to you about this?",
    confirmBody: "We will write to the address where you got this link whenever something changes.",
    confirm: "Yes, write to me",
    subject: (id) => `Please confirm that you want news about ${id}`,
    mail: (what, url) =>
      [
        "Hello!",
        `Somebody, probably you, wants to be sent news to this address about: ${what}.`,
        `To confirm it, open the link and press the button. The link works for 48 hours:\n${url}`,
        "If it was not you, do nothing. We will not write without your confirmation.",
        "Kraków Contact Centre\n12 616 55 55",
      ].join("\n\n"),
  },
  ideas: {
    title: "Residents’ ideas for Kraków",
    lead: "Ideas that one of us has read and published. You can support them. Tell us your own idea in the chat.",
    none: "There are no ideas here yet.",
    sort: "Order",
    newest: "Newest",
    supported: "Most supported",
    untitled: (id) => `Idea ${id}`,
    back: "All ideas",
    next: "Next ideas",
    previous: "Previous ideas",
    supporters: (n) =>
      n === 0 ? "Nobody supports it yet" : counted(n, { one: "person supports it", many: "people support it" }),
    support: "I support this idea",
    supportHint: "No account needed. All we remember in this browser is that somebody has already voted from it.",
    thanks: (n) =>
      `Thank you for your support! ${counted(n, { one: "person supports", many: "people support" })} this idea.`,
    already: (n) => `You already support this idea. ${counted(n, { one: "person", many: "people" })} in all.`,
    over: "This idea has already been decided on, so we are not collecting more support.",
    answer: "The city’s answer",
    noAnswer: "The city has not answered yet.",
  },
};
