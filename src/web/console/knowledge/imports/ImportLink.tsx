import { Button } from "@mantine/core";
import { Upload } from "lucide-react";
import { Link } from "react-router";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { importsWords } from "./texts";

/** Leads to where articles come in from elsewhere. */
export function ImportLink() {
  const words = useWords(importsWords);
  if (!useRight("edit_knowledge")) return null;
  return (
    <Button component={Link} to="/knowledge/_import" variant="default" leftSection={<Upload size={14} aria-hidden />}>
      {words.link}
    </Button>
  );
}
