import { useLanguage } from "./language";
import { useTime } from "./time";

/** A measured time: "40 s" below a minute, else as other durations. */
export function useSeconds() {
  const { language } = useLanguage();
  const time = useTime();
  return (seconds: number) =>
    seconds < 60 ? `${Math.round(seconds)} ${language === "uk" ? "с" : "s"}` : time.duration(seconds * 1000);
}
