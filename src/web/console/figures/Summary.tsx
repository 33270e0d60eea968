import type { DayView } from "../../../staff/wire";
import { useLanguage, useWords } from "../kit/language";
import { Measure, Measures } from "../kit/Measure";
import { useSeconds } from "../kit/seconds";
import { dayWords } from "./texts";

/** The day's main figures. */
export function Summary({ day }: { day: DayView }) {
  const words = useWords(dayWords);
  const { language } = useLanguage();
  const { satisfaction, serviceRequests, contactTasks } = day;
  const average = satisfaction.average?.toLocaleString(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (
    <Measures>
      <Measure label={words.conversations} value={day.conversations - day.calls} />
      <Measure label={words.calls} value={day.calls} />
      <Measure label={words.queued} value={day.queued} note={words.queuedNote(day.taken, day.leftWaiting)} />
      <Measure label={words.returned} value={day.returned} />
      <Measure label={words.wait} {...useSpread(day.wait)} />
      <Measure label={words.firstReply} {...useSpread(day.firstReply)} />
      <Measure
        label={words.rating}
        value={average ?? "–"}
        note={words.ratingNote(satisfaction.answers, satisfaction.asked)}
      />
      <Measure
        label={words.requests}
        value={serviceRequests.reports}
        note={words.requestsNote(serviceRequests.ideas)}
      />
      <Measure
        label={words.contacts}
        value={contactTasks.left}
        note={words.contactsNote(contactTasks.reached, contactTasks.notReached, contactTasks.open)}
      />
    </Measures>
  );
}

function useSpread({ median, p90, samples }: DayView["wait"]) {
  const words = useWords(dayWords);
  const say = useSeconds();
  if (median === undefined || p90 === undefined) return { value: "–", note: words.noSamples };
  return { value: say(median), note: words.p90(say(p90), samples) };
}
