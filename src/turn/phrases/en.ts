import type { Phrases } from "./pl";

export const en: Phrases = {
  greeting:
    "Hello! I am the automated assistant of the Kraków Contact Centre. Tell me in your own words what you need – I will answer, take a report or connect you with a consultant.\n\nThe conversation is stored to deal with your matter. Please do not give your PESEL number or data I do not ask for.",
  starters: { report: "Report a problem", status: "Check a report", human: "Talk to a person" },
  emptyMessage: "I see no words here. Write what you need – one sentence is enough.",
  offer: "I am not sure I understand. Which one do you mean?",
  noneOfThese: "None of these",
  human: "I want to talk to a person",
  askToRephrase:
    "I did not understand. Please say it in other words – for example: “renew my ID card” or “pothole in Długa street”.",
  section: {
    who: "Who it is for",
    need: "What to prepare",
    steps: "Step by step",
    where: "Where",
    fee: "How much",
    time: "How long",
    online: "Online",
    caution: "Please note",
  },
  source: "Source: {link}. Information as of {sourceDate}, checked {checkedOn}.",
  sourceUndated: "Source: {link}. Checked {checkedOn}.",
  noSource: "These are generally known rules, checked {checkedOn}. Please confirm on 12 616 55 55.",
  onlyInPolish: "I am sorry, this part is available in Polish only. You can read it below or ask a person about it.",
  statusOpen: "in progress",
  statusClosed: "closed",
  status:
    "Report {id}: {service}.\n\nStatus: {status}. {notes}\nHandled by: {unit}.\nReceived {requestedAt}, last change {updatedAt}.",
  statusUnknown: "I have no report with the number {id}. Please check it in your confirmation and write it again.",
  handoffWaiting:
    "I am connecting you with a consultant. You are number {queue_position} in the queue. You can keep writing – the consultant will see the whole conversation.",
  handoffClosed:
    "No consultant is at work now. The next opening: {opensAt}. Leave your contact and they will get in touch.",
  handoffClosedForLong: "No consultant is at work now. Leave your contact and they will get in touch.",
  handoffNobody:
    "No consultant is at the chat right now. Leave your contact and we will call back – or call 12 616 55 55.",
  handoffNotUnderstood: "I still do not understand, and I do not want to guess.",
  handoffStuck: "We are stuck on this question. Nothing is lost.",
  botFailed:
    "Something broke on our side and I cannot answer. I am handing you over to a consultant: you are number {queue_position} in the queue. Urgent? Call 12 616 55 55.",
  leaveContact: "Leave my contact",
  keepWaiting: "I have added that to the conversation. You are number {queue_position} in the queue.",
  stopWaiting: "Back to the assistant",
  stoppedWaiting: "You are with me again, the automated assistant.",
  resume: "We have something unfinished: {title}. What shall we do?",
  resumeYes: "Finish: {title}",
  resumeNo: "Drop it and start afresh",
  cancelled: "Stopped, nothing was sent.",
  reportThis: "Report",
  statusMistyped:
    "There is a mistake in the number {id} – one of the digits is wrong. Please check it in your confirmation and write it again.",
  howCanIHelp: "What else can I do for you?",
  askForMatter: "Please write what it is about – one sentence is enough.",
  questionNotUnderstood:
    "I do not understand this question. Ask it in other words, or write “human” and I will call a consultant.",
  twoMatters: "I see two matters here. Let us take them one after the other – which comes first?",
  consultantAlerted: "I have alerted a consultant, too.",
  alsoWaits: "Your second matter is waiting – press “{title}” when you want to go on with it.",
  noSuchPart: "I have nothing separate on this ({part}). What I know:",
  cautionInPolish: "Some of this may have changed or is not certain. Please confirm on 12 616 55 55.",
};
