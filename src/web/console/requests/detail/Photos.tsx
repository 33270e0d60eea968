import { FileText } from "lucide-react";
import type { RequestView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { fileAddress } from "../useRequests";
import classes from "./detail.module.css";
import { detailWords } from "./texts";

export type Photo = RequestView["attachments"][number];
export const isPhoto = ({ contentType }: Photo) => contentType.startsWith("image/");

/** All that was sent with it and with what was done to it, each once. */
export function filesOf({ attachments, events }: RequestView): Photo[] {
  const all = [...attachments, ...events.flatMap((event) => event.attachments)];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** Small pictures that open whole in a tab of their own; other files by name. */
export function Photos({ id, attachments }: { id: string; attachments: Photo[] }) {
  const words = useWords(detailWords);
  return (
    <span className={classes.photos}>
      {attachments.map((one) => (
        <a
          key={one.id}
          href={fileAddress(id, one.id)}
          target="_blank"
          rel="noreferrer"
          aria-label={words.photo(one.name)}
        >
          {isPhoto(one) ? (
            <img src={fileAddress(id, one.id)} alt="" loading="lazy" />
          ) : (
            <span className={classes.file}>
              <FileText size={15} aria-hidden /> {one.name}
            </span>
          )}
        </a>
      ))}
    </span>
  );
}
