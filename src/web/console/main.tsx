import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./console.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./App";
import { Refusal } from "./kit/api";
import { LanguageProvider } from "./kit/language";
import { cssVariables, theme } from "./kit/theme";

const nonce = document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.content ?? "";
// The library that keeps the page from scrolling under a dialog asks for the nonce by this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error) {
      if (error instanceof Refusal && error.error.code === "no_session") client.setQueryData(["session"], null);
    },
  }),
  mutationCache: new MutationCache({
    onError(error) {
      if (!(error instanceof Refusal)) return;
      // Another tab logged out, or the session ended: the login page says so.
      if (error.error.code === "no_session") client.setQueryData(["session"], null);
      // Another tab logged in anew, or rights changed: the next try goes with what holds now.
      if (["csrf", "forbidden", "second_factor_required", "password_change_required"].includes(error.error.code))
        void client.invalidateQueries({ queryKey: ["session"] });
    },
  }),
  defaultOptions: {
    queries: {
      // The live connection says what changed; the slow poll covers what it could not.
      staleTime: 20_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => !(error instanceof Refusal) && failures < 3,
    },
  },
});

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <Notifications position="bottom-right" limit={4} />
        <QueryClientProvider client={client}>
          <LanguageProvider>
            <BrowserRouter basename="/console">
              <App />
            </BrowserRouter>
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
