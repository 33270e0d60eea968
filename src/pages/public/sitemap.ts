import type { Call } from "../call";
import { html } from "../html";
import { publicIdeas } from "./ideaPages";
import { publicReports } from "./narrow";
import type { PublicParts } from "./parts";
import { addressOf } from "./publicRequest";
import { limitReading, sendKept } from "./sendPublic";
import { xmlOf } from "./xml";

const MOST = 500;

/** `GET /sitemap.xml`: the public pages and the newest they lead to. */
export async function showSitemap(call: Call, parts: PublicParts): Promise<void> {
  await limitReading(call, parts);
  const url = parts.publicUrl().replace(/\/$/, "");
  const sitemap = await parts.keep("sitemap", async () => {
    const lists = await Promise.all(
      [publicReports, publicIdeas].map((filter) => parts.requests.list(filter, { most: MOST })),
    );
    const pages = lists.flat().map(
      (request) => html`<url><loc>${url}${addressOf(request)}</loc>
<lastmod>${request.stateSince.toISOString()}</lastmod></url>
`,
    );
    return xmlOf(html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${url}/mapa/</loc></url>
<url><loc>${url}/pomysly/</loc></url>
${pages}</urlset>`);
  });
  sendKept(call, sitemap, "application/xml; charset=utf-8");
}

/**
 * `GET /robots.txt`. Pages whose address is a key are not named here: they say themselves that they are not to be
 * listed, which is heard only by whoever may read them.
 */
export async function showRobots(call: Call, parts: PublicParts): Promise<void> {
  const lines = [
    "User-agent: *",
    "Disallow: /console/",
    "Disallow: /v3/",
    "Disallow: /mapa/znaczniki.json",
    "",
    `Sitemap: ${parts.publicUrl().replace(/\/$/, "")}/sitemap.xml`,
  ];
  sendKept(call, `${lines.join("\n")}\n`, "text/plain; charset=utf-8");
}
