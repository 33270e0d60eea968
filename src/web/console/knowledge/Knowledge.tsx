import { lazy } from "react";
import { Route, Routes } from "react-router";
import { useRight } from "../kit/session";
import { Articles } from "./list/Articles";

const ArticlePage = lazy(async () => ({ default: (await import("./article/ArticlePage")).ArticlePage }));
const Bench = lazy(async () => ({ default: (await import("./bench/Bench")).Bench }));

/** What the bot knows: the articles, each on a page of its own, and a bench to try questions on. */
export function Knowledge() {
  const mayTry = useRight("try_knowledge");
  return (
    <Routes>
      <Route index element={<Articles />} />
      {mayTry && <Route path="_bench" element={<Bench />} />}
      <Route path=":id" element={<ArticlePage />} />
    </Routes>
  );
}
