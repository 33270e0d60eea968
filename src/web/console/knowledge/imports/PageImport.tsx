import { Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { Refusal } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { useLanguage, useWords } from "../../kit/language";
import { refusalWords } from "../../kit/refusals";
import { useFocusStays } from "../useFocusStays";
import classes from "./imports.module.css";
import { importsWords } from "./texts";
import { useHosts, usePageImport } from "./useImports";

/** A page of an allowed site as a draft; what is refused stays to be corrected. */
export function PageImport() {
  const words = useWords(importsWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const [address, setAddress] = useState("");
  const fetching = usePageImport();
  useFocusStays(heading, fetching.isPending);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    fetching.mutate(withScheme(address.trim()), {
      onSuccess: ({ draft }) => void navigate(`/knowledge/_draft/${encodeURIComponent(draft)}`),
    });
  };
  const isAboutPage = fetching.error instanceof Refusal && aboutPage.has(fetching.error.error.code);
  return (
    <form onSubmit={submit} aria-labelledby="import-page" className={classes.part}>
      <Title order={2} size="h4" id="import-page" tabIndex={-1} ref={heading}>
        {words.page}
      </Title>
      <Stack gap="sm" maw={720}>
        <Text size="sm">{words.pageHint}</Text>
        <TextInput
          label={words.address}
          description={<Allowed />}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={address}
          onChange={({ currentTarget }) => {
            setAddress(currentTarget.value);
            fetching.reset();
          }}
          error={isAboutPage && <span role="alert">{refusalWords(fetching.error, language)}</span>}
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          maxLength={2000}
          required
          withAsterisk={false}
        />
        <ErrorNote error={isAboutPage ? undefined : fetching.error} />
        <Button size="sm" type="submit" loading={fetching.isPending} className={classes.button ?? ""}>
          {words.fetch}
        </Button>
      </Stack>
    </form>
  );
}

const aboutPage = new Set(["page_refused", "wrong_body"]);

/** An address copied without its beginning is meant as one of a city's page. */
const withScheme = (address: string) => (/^[a-z]+:/i.test(address) ? address : `https://${address}`);

function Allowed() {
  const words = useWords(importsWords);
  const { data } = useHosts();
  if (!data) return null;
  return data.hosts.length > 0 ? words.allowed(data.hosts.join(", ")) : words.noHosts;
}
