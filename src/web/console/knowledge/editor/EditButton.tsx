import { Button } from "@mantine/core";
import { Pencil } from "lucide-react";
import { useNavigate } from "react-router";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { editorWords } from "./texts";
import { useBeginning } from "./useDraft";

/** Goes to the article's draft, which is begun where there is none yet. */
export function EditButton({ article }: { article: string }) {
  const words = useWords(editorWords);
  const navigate = useNavigate();
  const begin = useBeginning(({ id }) => void navigate(`/knowledge/_draft/${encodeURIComponent(id)}`));
  if (!useRight("edit_knowledge")) return null;
  return (
    <>
      <Button
        leftSection={<Pencil size={14} aria-hidden />}
        loading={begin.isPending}
        onClick={() => begin.mutate({ article })}
      >
        {words.edit}
      </Button>
      <ErrorNote error={begin.error} />
    </>
  );
}
