import { Anchor } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { Link } from "react-router";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { FaqImport } from "./FaqImport";
import { PageImport } from "./PageImport";
import { importsWords } from "./texts";

/** Articles that come from elsewhere, each as a draft. */
export function Imports() {
  const words = useWords(importsWords);
  useFocusOnHeading("imports");
  return (
    <Page title={words.title} intro={words.intro} actions={<Back />}>
      <FaqImport />
      <PageImport />
    </Page>
  );
}

function Back() {
  const words = useWords(importsWords);
  return (
    <Anchor component={Link} to="/knowledge" size="sm">
      <ArrowLeft size={15} aria-hidden /> {words.back}
    </Anchor>
  );
}
