import { useLocalStorage } from "@mantine/hooks";

const isOn = (kept: string | null) => kept === "on";

/** Choices kept in this browser. The sound is on until muted, notifications are off until allowed. */
export const settings = {
  sound: () => localStorage.getItem("hejnal-sound") !== "off",
  notifications: () => isOn(localStorage.getItem("hejnal-notify")) && mayNotify(),
};

export const mayNotify = () => "Notification" in window && Notification.permission === "granted";

const kept = (key: string, defaultValue: string) => ({
  key,
  defaultValue,
  getInitialValueInEffect: false,
  serialize: (value: string) => value,
  deserialize: (value: string | undefined) => value ?? defaultValue,
});

export const useSoundSetting = () => useLocalStorage(kept("hejnal-sound", "on"));
export const useNotifySetting = () => useLocalStorage(kept("hejnal-notify", "off"));
