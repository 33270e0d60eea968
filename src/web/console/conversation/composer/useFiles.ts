import { useMutation } from "@tanstack/react-query";
import type { AttachmentView } from "../../../../staff/wire";
import { api } from "../../kit/api";
import type { Draft } from "../drafts";
import { addressOf } from "../useConversation";

/** At most this many go with one reply. */
export const MOST_FILES = 5;

/** Files that will go with the reply; they are stored at once and sent with it. */
export function useFiles(id: string, change: (change: (before: Draft) => Partial<Draft>) => void) {
  return useMutation({
    networkMode: "always",
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        const body = { name: file.name, contentType: file.type, base64: await base64Of(file) };
        const stored = await api.post<AttachmentView>(`${addressOf(id)}/files`, body);
        change((before) => ({ files: [...before.files, stored] }));
      }
    },
  });
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const CHUNK = 0x8000;
  let text = "";
  for (let from = 0; from < bytes.length; from += CHUNK)
    text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  return btoa(text);
}
