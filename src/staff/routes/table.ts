import type { Route } from "../route";
import { accountsRoutes } from "./accounts";
import { alertsRoutes } from "./alerts";
import { apiKeysRoutes } from "./apiKeys";
import { auditRoutes } from "./audit";
import { blocksRoutes } from "./blocks";
import { callsRoutes } from "./calls";
import { conversationRoutes } from "./conversation";
import { coverageRoutes } from "./coverage";
import { deskRoutes } from "./desk";
import { documentsRoutes } from "./documents";
import { draftActsRoutes } from "./draftActs";
import { draftsRoutes } from "./drafts";
import { figuresRoutes } from "./figures";
import { formsRoutes } from "./forms";
import { importsRoutes } from "./imports";
import { knowledgeRoutes } from "./knowledge";
import { knowledgeStudioRoutes } from "./knowledgeStudio";
import { labelsRoutes } from "./labels";
import { notesRoutes } from "./notes";
import { officeRoutes } from "./office";
import { oidcRoutes } from "./oidc";
import { questionsRoutes } from "./questions";
import { queueRoutes } from "./queue";
import { regressionRoutes } from "./regression";
import { releasesRoutes } from "./releases";
import { repliesRoutes } from "./replies";
import { requestActsRoutes } from "./requestActs";
import { requestExportsRoutes } from "./requestExports";
import { requestSplitRoutes } from "./requestSplit";
import { requestsRoutes } from "./requests";
import { riskRoutes } from "./risk";
import { searchRoutes } from "./search";
import { secondFactorRoutes } from "./secondFactor";
import { sessionRoutes } from "./session";
import { sessionsListRoutes } from "./sessionsList";
import { teamsRoutes } from "./teams";
import { topicsRoutes } from "./topics";

/**
 * The console API, under `/console/api`. JSON in and out (`wire/`); every call but GET needs the session's token in
 * `X-CSRF-Token` and comes from our own page; refusals are `{ error }`. `GET live` (`live.ts`) tells what changed.
 * Who may call what is in each row; `test/rooms/staff/rights.test.ts` writes it down a second time.
 */
export const routes: Route[] = [
  ...sessionRoutes,
  ...deskRoutes,
  ...conversationRoutes,
  ...alertsRoutes,
  ...labelsRoutes,
  ...questionsRoutes,
  ...accountsRoutes,
  ...queueRoutes,
  ...notesRoutes,
  ...blocksRoutes,
  ...searchRoutes,
  ...sessionsListRoutes,
  ...secondFactorRoutes,
  ...oidcRoutes,
  ...teamsRoutes,
  ...auditRoutes,
  ...knowledgeRoutes,
  ...knowledgeStudioRoutes,
  ...draftsRoutes,
  ...draftActsRoutes,
  ...releasesRoutes,
  ...documentsRoutes,
  ...regressionRoutes,
  ...coverageRoutes,
  ...riskRoutes,
  ...importsRoutes,
  ...formsRoutes,
  ...callsRoutes,
  ...figuresRoutes,
  ...repliesRoutes,
  ...requestsRoutes,
  ...requestActsRoutes,
  ...requestSplitRoutes,
  ...requestExportsRoutes,
  ...officeRoutes,
  ...topicsRoutes,
  ...apiKeysRoutes,
];
