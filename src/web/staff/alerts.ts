import { pl } from "./texts/pl";

export type Alerts = {
  sound: boolean;
  notifications: boolean;
  setSound(on: boolean): void;
  /** Asks the browser; answers whether it may. */
  setNotifications(on: boolean): Promise<boolean>;
  /** Something needs a person: says it in every way that was chosen. */
  raise(text: string): void;
  /** How many things wait, in the page's title. */
  count(waiting: number): void;
};

const SOUND = "hejnal-sound";
const NOTIFY = "hejnal-notify";

/** Tells consultants who look elsewhere; both ways are off until chosen, and remembered in this browser. */
export function openAlerts(spoken: HTMLElement): Alerts {
  const title = document.title;
  const alerts: Alerts = {
    sound: localStorage.getItem(SOUND) === "on",
    notifications: localStorage.getItem(NOTIFY) === "on" && canNotify(),
    setSound(on) {
      alerts.sound = on;
      localStorage.setItem(SOUND, on ? "on" : "off");
      if (on) ring();
    },
    async setNotifications(on) {
      const allowed = on && "Notification" in window && (await Notification.requestPermission()) === "granted";
      alerts.notifications = allowed;
      localStorage.setItem(NOTIFY, allowed ? "on" : "off");
      return allowed;
    },
    raise(text) {
      spoken.replaceChildren(text);
      if (alerts.sound) ring();
      if (alerts.notifications && document.hidden) notify(text);
    },
    count(waiting) {
      document.title = waiting > 0 ? `(${waiting}) ${title}` : title;
    },
  };
  return alerts;
}

const canNotify = () => "Notification" in window && Notification.permission === "granted";

/** Says nothing of the matter: others may see the screen. */
function notify(text: string): void {
  const shown = new Notification(pl.product, { body: text, tag: "hejnal" });
  shown.onclick = () => {
    window.focus();
    shown.close();
  };
}

let audio: AudioContext | undefined;

/** Two soft notes, made here, so that no file has to be fetched. */
function ring(): void {
  audio ??= new AudioContext();
  const context = audio;
  for (const [index, frequency] of [587, 880].entries()) {
    const start = context.currentTime + index * 0.18;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.15, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.4);
  }
}
