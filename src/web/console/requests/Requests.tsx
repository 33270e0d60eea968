import { lazy } from "react";
import { Route, Routes } from "react-router";
import { Cases } from "./list/Cases";

/** Loaded when the first request is opened. */
const Detail = lazy(async () => ({ default: (await import("./detail/Detail")).Detail }));

/** Service requests: the list or the map of them, and each on a page of its own. */
export function Requests() {
  return (
    <Routes>
      <Route index element={<Cases />} />
      <Route path=":id" element={<Detail />} />
    </Routes>
  );
}
