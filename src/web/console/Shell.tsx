import { Center, Loader, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import { Navigate, Route, Routes } from "react-router";
import { useKeyboard } from "./kit/keys";
import { useWords } from "./kit/language";
import { useSession } from "./kit/session";
import { kitWords } from "./kit/texts";
import { Profile } from "./profileView";
import { AccountMenu } from "./shell/AccountMenu";
import { Availability } from "./shell/Availability";
import { useGoTo } from "./shell/goTo";
import { LiveMark, LostBar } from "./shell/LiveMark";
import { Offers } from "./shell/Offers";
import { PresenceProvider } from "./shell/presence";
import { Rail } from "./shell/Rail";
import { SessionEnd } from "./shell/SessionEnd";
import classes from "./shell/Shell.module.css";
import { shellWords } from "./shell/texts";
import { Urgent } from "./shell/Urgent";
import { useBell } from "./shell/useBell";
import { useFocusOnPage } from "./shell/useFocusOnPage";
import { useLiveLists } from "./shell/useLiveLists";
import { views } from "./views";

const KeySheet = lazy(async () => ({ default: (await import("./kit/KeySheet")).KeySheet }));

/** The frame around every view: where to go, who is here, and what must not be missed. */
export function Shell() {
  return (
    <PresenceProvider>
      <Frame />
    </PresenceProvider>
  );
}

function Frame() {
  const words = useWords(shellWords);
  const [sheet, { open, close }] = useDisclosure();
  useKeyboard();
  useGoTo(open);
  useLiveLists();
  const news = useBell();
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {words.skip}
      </a>
      <section aria-label={words.person} className={classes.head}>
        <span className={classes.product}>
          <img src={new URL("./icon.svg", import.meta.url).href} alt="" width={26} height={26} />
          <b>{words.product}</b>
          <LiveMark />
        </span>
        <Availability />
        <AccountMenu showKeys={open} />
      </section>
      <Rail />
      <main id="content" className={classes.main} tabIndex={-1}>
        <Urgent />
        <LostBar />
        <SessionEnd />
        <Offers />
        <div className={classes.view}>
          <Views />
        </div>
      </main>
      <VisuallyHidden role="status">{news}</VisuallyHidden>
      <Suspense>{sheet && <KeySheet opened onClose={close} />}</Suspense>
    </div>
  );
}

function Views() {
  const words = useWords(shellWords);
  const { loading } = useWords(kitWords);
  const { rights } = useSession();
  const mine = views.filter(({ right }) => rights.includes(right));
  useFocusOnPage();
  return (
    <Suspense
      fallback={
        <Center h={200}>
          <Loader aria-label={loading} />
        </Center>
      }
    >
      <Routes>
        {mine.map(({ path, Page }) => (
          <Route key={path} path={path === "inbox" ? "inbox/:id?" : `${path}/*`} element={<Page />} />
        ))}
        <Route path="profile" element={<Profile />} />
        <Route
          path="*"
          element={mine[0] ? <Navigate to={`/${mine[0].path}`} replace /> : <Center h={200}>{words.nothing}</Center>}
        />
      </Routes>
    </Suspense>
  );
}
