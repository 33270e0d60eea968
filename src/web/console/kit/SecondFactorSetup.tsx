import { Button, Code, Loader, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { SecondFactorBegun, SecondFactorSet } from "../../../staff/wire";
import { api } from "./api";
import { ErrorNote } from "./ErrorNote";
import { useWords } from "./language";
import { QrCode } from "./QrCode";
import { RecoveryCodes } from "./RecoveryCodes";
import { secondFactorWords } from "./secondFactorTexts";

/** Scan, confirm with a code, keep the recovery codes. The secret is in force only once a code has shown that it works. */
export function SecondFactorSetup({ onDone }: { onDone: () => void }) {
  const words = useWords(secondFactorWords);
  const begun = useQuery({
    queryKey: ["second-factor-begun"],
    queryFn: () => api.post<SecondFactorBegun>("second-factor/begin"),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  const [code, setCode] = useState("");
  const confirm = useMutation({
    mutationFn: () => api.post<SecondFactorSet>("second-factor/confirm", { code: code.replaceAll(" ", "") }),
    onError: () => setCode(""),
  });
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onKept={onDone} />;
  if (begun.error) return <ErrorNote error={begun.error} retry={() => void begun.refetch()} />;
  if (!begun.data) return <Loader aria-label={words.loading} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{words.scan}</Text>
        <QrCode text={begun.data.uri} label={words.qr} />
        <div>
          <Text size="sm">{words.byHand}</Text>
          <Code fz="sm">{begun.data.secret.match(/.{1,4}/g)?.join(" ")}</Code>
        </div>
        <TextInput
          label={words.code}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
        />
        <ErrorNote error={confirm.error} />
        <Button type="submit" size="sm" loading={confirm.isPending}>
          {words.confirm}
        </Button>
      </Stack>
    </form>
  );
}
