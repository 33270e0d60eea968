import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../kit/language";
import { PasswordForm } from "../kit/PasswordForm";
import { passwordWords } from "../kit/passwordTexts";
import { useSession } from "../kit/session";
import { profileWords } from "./texts";

export function Password() {
  const words = useWords(profileWords).password;
  const { saved } = useWords(passwordWords);
  const { login } = useSession().account;
  const [state, setState] = useState<"closed" | "open" | "saved">("closed");
  if (state === "open") return <PasswordForm login={login} onDone={() => setState("saved")} />;
  return (
    <>
      {state === "saved" && (
        <Alert role="status" color="green" p="xs" mb="sm">
          {saved}
        </Alert>
      )}
      <Button variant="default" size="sm" onClick={() => setState("open")}>
        {words.change}
      </Button>
    </>
  );
}
