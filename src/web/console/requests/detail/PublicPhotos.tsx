import { Checkbox } from "@mantine/core";
import { useWords } from "../../kit/language";
import classes from "./detail.module.css";
import { moderationWords } from "./moderationTexts";
import { type Photo, Photos } from "./Photos";

const MOST = 5;

type Given = { id: string; pictures: Photo[]; chosen: string[]; onChange: (chosen: string[]) => void };

/** Which pictures everybody may see. */
export function PublicPhotos({ id, pictures, chosen, onChange }: Given) {
  const words = useWords(moderationWords);
  if (pictures.length === 0) return null;
  return (
    <Checkbox.Group label={words.photos} value={chosen} onChange={onChange}>
      <div className={classes.publicPhotos}>
        {pictures.map((picture) => (
          <div key={picture.id}>
            <Photos id={id} attachments={[picture]} />
            <Checkbox
              value={picture.id}
              label={picture.name}
              disabled={chosen.length >= MOST && !chosen.includes(picture.id)}
            />
          </div>
        ))}
      </div>
    </Checkbox.Group>
  );
}
