import { X } from "lucide-react";
import type { AttachmentView } from "../../../../staff/wire";
import { useLanguage, useWords } from "../../kit/language";
import { usePlace } from "../place";
import classes from "./composer.module.css";
import { tooLarge } from "./fits";
import { limitWords } from "./limitTexts";
import { composerWords } from "./texts";

/** Files that go with the reply, and which of them the channel will not bring. */
export function Attached({ files, onRemove }: { files: AttachmentView[]; onRemove: (id: string) => void }) {
  const words = useWords(composerWords);
  const limited = useWords(limitWords);
  const { language } = useLanguage();
  const { limits } = usePlace().view;
  const large = tooLarge(files, limits);
  return (
    <>
      {files.length > 0 && (
        <ul className={classes.files} aria-label={words.attached}>
          {files.map(({ id, name }) => (
            <li key={id}>
              {name}
              <button type="button" aria-label={words.removeFile(name)} onClick={() => onRemove(id)}>
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {large.length > 0 && (
        <p className={classes.warning} role="status">
          {limited.tooLarge(
            large.map(({ name }) => name).join(", "),
            new Intl.NumberFormat(language).format(limits?.fileMegabytes ?? 0),
          )}
        </p>
      )}
    </>
  );
}
