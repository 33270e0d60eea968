/**
 * The panel for a place, fetched when it is first wanted: a page that never needs it never pays for the map. The build
 * makes a script of its own of it (`vite.pieces.mts`).
 */
export const loadPlace = () => import("../place/place");
