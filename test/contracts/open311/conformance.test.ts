import { freshEmbedded } from "../../databases";
import { conformance } from "./conformance";
import { ourServer } from "./ourServer";

const { OPEN311_URL, OPEN311_KEY = "", OPEN311_EXTENSIONS = "updates,paging" } = process.env;
const { OPEN311_SERVICE = "pothole", OPEN311_SERVICE_WITH_LIST = "drain-flood" } = process.env;

const inKrakow = {
  service: OPEN311_SERVICE,
  serviceWithList: OPEN311_SERVICE_WITH_LIST,
  inside: ["50.061400", "19.937200"] as [string, string],
  outside: ["52.229700", "21.012200"] as [string, string],
  address: "Długa 12",
};

/** Any server by its address: OPEN311_URL=https://…/ OPEN311_KEY=… npx jest test/contracts/open311/conformance */
async function started() {
  if (OPEN311_URL) return { ...inKrakow, url: OPEN311_URL, key: OPEN311_KEY, close: async () => {} };
  const ours = await ourServer(freshEmbedded);
  const { key } = await ours.keyOf();
  const close = async () => {
    await ours.close();
    expect(ours.errors).toEqual([]);
  };
  return { ...inKrakow, url: ours.url, key, close };
}

conformance(`Open311 GeoReport v2 at ${OPEN311_URL ?? "our own server"}`, started, {
  updates: OPEN311_EXTENSIONS.includes("updates"),
  paging: OPEN311_EXTENSIONS.includes("paging"),
});
