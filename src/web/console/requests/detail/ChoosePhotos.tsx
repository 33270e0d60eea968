import { Checkbox } from "@mantine/core";
import classes from "./detail.module.css";
import { type Photo, Photos } from "./Photos";

const MOST = 5;

type Given = { label: string; id: string; files: Photo[]; chosen: string[]; onChange: (chosen: string[]) => void };

/** Some of the files of a service request, each as it looks; nothing where there are none. */
export function ChoosePhotos({ label, id, files, chosen, onChange }: Given) {
  if (files.length === 0) return null;
  return (
    <Checkbox.Group label={label} value={chosen} onChange={onChange}>
      <div className={classes.choosePhotos}>
        {files.map((file) => (
          <div key={file.id}>
            <Photos id={id} attachments={[file]} />
            <Checkbox value={file.id} label={file.name} disabled={chosen.length >= MOST && !chosen.includes(file.id)} />
          </div>
        ))}
      </div>
    </Checkbox.Group>
  );
}
