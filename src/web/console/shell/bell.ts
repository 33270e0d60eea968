import { mayNotify, settings } from "../kit/settings";

let audio: AudioContext | undefined;

/** Two soft notes (three quick ones when it is urgent), made here, so that no file has to be fetched. */
export function ring(urgent = false): void {
  // A page nobody has touched may not sound, and the browser complains about trying.
  if (!navigator.userActivation?.hasBeenActive) return;
  audio ??= new AudioContext();
  void audio.resume();
  for (const [index, pitch] of (urgent ? [880, 880, 1175] : [587, 880]).entries()) tone(audio, pitch, index * 0.18);
}

function tone(context: AudioContext, pitch: number, after: number): void {
  const start = context.currentTime + after;
  const source = context.createOscillator();
  const volume = context.createGain();
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.15, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
  source.connect(volume).connect(context.destination);
  source.start(start);
  source.stop(start + 0.4);
}

/** Says it with a sound and, to somebody who looks elsewhere, through the system; nothing of the matter itself. */
export function tell(text: string, urgent: boolean): void {
  if (settings.sound()) ring(urgent);
  if (document.hidden && settings.notifications() && mayNotify()) notify(text);
}

function notify(text: string): void {
  const shown = new Notification("Hejnał", { body: text, tag: "hejnal" });
  shown.onclick = () => {
    window.focus();
    shown.close();
  };
}
