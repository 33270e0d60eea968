import { Center, Container, Loader } from "@mantine/core";
import { lazy, Suspense, useRef } from "react";
import { ErrorNote } from "./kit/ErrorNote";
import { useWords } from "./kit/language";
import { LiveProvider } from "./kit/live";
import { SessionProvider, useSessionQuery } from "./kit/session";
import { kitWords } from "./kit/texts";
import { Login } from "./login/Login";
import { Shell } from "./Shell";

/** Seldom seen, and it brings the drawing of QR codes along. */
const Settle = lazy(async () => ({ default: (await import("./login/Settle")).Settle }));

/** Nobody, somebody who has to settle an account first, or a person at work. */
export function App() {
  const { data: session, error, refetch } = useSessionQuery();
  const { loading } = useWords(kitWords);
  const wasIn = useRef(false);
  if (session) wasIn.current = true;
  if (session === undefined && error)
    return (
      <Container size="xs" pt="20vh">
        <ErrorNote error={error} retry={() => void refetch()} />
      </Container>
    );
  if (session === undefined)
    return (
      <Center h="100vh">
        <Loader aria-label={loading} />
      </Center>
    );
  if (!session) return <Login wasIn={wasIn.current} />;
  const unsettled = session.account.mustChangePassword || session.mustSetSecondFactor;
  return (
    <SessionProvider session={session}>
      {unsettled ? (
        <Suspense>
          <Settle />
        </Suspense>
      ) : (
        <LiveProvider>
          <Shell />
        </LiveProvider>
      )}
    </SessionProvider>
  );
}
