import { VisuallyHidden } from "@mantine/core";
import type { AttachmentView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { saidWords } from "../../kit/saidIn";
import { addressOf } from "../useConversation";
import { threadWords } from "./texts";
import classes from "./thread.module.css";

type Given = { files: AttachmentView[] | undefined; conversationId: string };

/** Images as thumbnails, voices to be played, anything else as a link. */
export function Files({ files, conversationId }: Given) {
  const { newWindow } = useWords(threadWords);
  return files?.map((file) => {
    const { id, name, contentType, sizeBytes } = file;
    const address = `/console/api/${addressOf(conversationId)}/files/${encodeURIComponent(id)}`;
    return (
      <div key={id} className={classes.attached}>
        {contentType.startsWith("audio/") && <Voice name={name} address={address} />}
        <a className={classes.file} href={address} target="_blank" rel="noopener noreferrer">
          {contentType.startsWith("image/") && <img src={address} alt="" loading="lazy" />}
          <span>
            {name} · {sizeWords(sizeBytes)}
            <VisuallyHidden> {newWindow}</VisuallyHidden>
          </span>
        </a>
      </div>
    );
  });
}

/** Played here; nothing is fetched before somebody presses play. */
function Voice({ name, address }: { name: string; address: string }) {
  const { voice } = useWords(saidWords);
  // biome-ignore lint/a11y/useMediaCaption: nobody has written down what a resident said
  return <audio className={classes.voice} controls preload="none" src={address} aria-label={voice(name)} />;
}

const KILO = 1024;
const sizeWords = (bytes: number) =>
  bytes < KILO * KILO ? `${Math.max(1, Math.round(bytes / KILO))} KB` : `${(bytes / KILO / KILO).toFixed(1)} MB`;
