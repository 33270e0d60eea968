import { lazy } from "react";
import { Route, Routes } from "react-router";
import { useRight } from "../kit/session";
import { Articles } from "./list/Articles";

const ArticlePage = lazy(async () => ({ default: (await import("./article/ArticlePage")).ArticlePage }));
const DraftPage = lazy(async () => ({ default: (await import("./editor/DraftPage")).DraftPage }));
const Drafts = lazy(async () => ({ default: (await import("./drafts/Drafts")).Drafts }));
const History = lazy(async () => ({ default: (await import("./history/History")).History }));
const Questions = lazy(async () => ({ default: (await import("./questions/Questions")).Questions }));
const Documents = lazy(async () => ({ default: (await import("./documents/Documents")).Documents }));
const Bench = lazy(async () => ({ default: (await import("./bench/Bench")).Bench }));
const Imports = lazy(async () => ({ default: (await import("./imports/Imports")).Imports }));
const Sets = lazy(async () => ({ default: (await import("./sets/Sets")).Sets }));

/** What the bot knows: the articles, each on a page of its own, and a bench to try questions on. */
export function Knowledge() {
  const mayTry = useRight("try_knowledge");
  const mayReview = useRight("review_labels");
  const mayEdit = useRight("edit_knowledge");
  return (
    <Routes>
      <Route index element={<Articles />} />
      {mayTry && <Route path="_bench" element={<Bench />} />}
      {mayTry && <Route path="_sets" element={<Sets />} />}
      <Route path="_drafts" element={<Drafts />} />
      <Route path="_history" element={<History />} />
      <Route path="_documents" element={<Documents />} />
      {mayEdit && <Route path="_import" element={<Imports />} />}
      {mayReview && <Route path="_questions" element={<Questions />} />}
      <Route path="_draft/:id" element={<DraftPage />} />
      <Route path=":id" element={<ArticlePage />} />
    </Routes>
  );
}
