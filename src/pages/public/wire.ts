/** One thing on the public map: a report, or several that lie too near each other at this zoom. */
export type PublicMark = { lat: number; long: number; count: number; title: string; url: string; isOpen: boolean };

/** What `GET /mapa/znaczniki.json` answers. */
export type PublicMarks = { marks: PublicMark[] };

/** What `GET /place.json` answers the widget: where its map comes from, if there is one. */
export type PlaceSettings = { tiles?: string; attribution?: string };
