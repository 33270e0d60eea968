import type { Language } from "../widget/language";
import { cover } from "./cover";
import { locate, type NoPlace } from "./locate";
import { openPinMap, type PinMap } from "./pinMap";
import { geoOf, inWords, isFar, isNowhere, isRough, type Point } from "./point";
import { readSettings } from "./settings";
import { dress } from "./styles";
import { texts } from "./texts";
import { createView } from "./view";

type Parts = { dialog: HTMLDialogElement; from: HTMLElement; language: Language };

/**
 * Lets the resident show a place in the widget's panel. Answers the message to send, `geo:50.061430,19.936580;u=25`;
 * undefined when they went back, or had gone on before this script arrived.
 */
export function openPlace({ dialog, from, language }: Parts): Promise<string | undefined> {
  if (!dialog.open || !from.isConnected || from.closest("[inert]")) return Promise.resolve(undefined);
  dress(dialog);
  return new Promise((resolve) => {
    const panel = createPanel(language, (point) => {
      uncover();
      (from.isConnected ? from : dialog.querySelector("textarea"))?.focus();
      resolve(point && geoOf(point));
    });
    const uncover = cover(dialog, panel.box, panel.leave);
    panel.begin();
  });
}

function createPanel(language: Language, end: (point: Point | undefined) => void) {
  const words = texts[language];
  const view = createView(words);
  let chosen: Point | undefined;
  let map: PinMap | undefined;
  let asked = 0;
  let over = false;

  function finish(point: Point | undefined): void {
    if (over) return;
    over = true;
    map?.close();
    end(point);
  }

  function choose(point: Point): void {
    chosen = point;
    view.tell(...read(point));
    view.send.hidden = false;
  }

  /** The place read back, with what is doubtful about it. */
  function read(point: Point): string[] {
    const { where, about } = inWords(point, language);
    const doubt = isFar(point) ? [words.far] : isRough(point) ? [words.rough] : [];
    return [words.chosen.replace("{where}", where).replace("{about}", about), ...doubt];
  }

  async function askDevice(): Promise<void> {
    // Some browsers never answer when their question is waved away, so pressing again asks anew.
    const mine = ++asked;
    view.tell(words.asking);
    const found = await locate();
    if (over || mine !== asked) return;
    takeAnswer(found);
    view.showTold();
  }

  function takeAnswer(found: Point | NoPlace): void {
    if (typeof found === "string") {
      view.tell(words[found], ...(chosen ? read(chosen) : [map ? words.orMap : words.orWords]));
      return;
    }
    choose(found);
    map?.show(found);
  }

  function takeHand(point: Point): void {
    // Where the hand points is what is meant, even if the device answers later.
    asked++;
    if (!isNowhere(point)) choose(point);
  }

  async function openMap(): Promise<void> {
    const { tiles, attribution = "" } = await readSettings();
    if (over || !tiles) return;
    view.frame.hidden = false;
    view.attribution.textContent = attribution;
    map = openPinMap({ place: view.map, tiles, moved: takeHand, failed: giveUpMap });
    if (chosen) map.show(chosen);
  }

  function giveUpMap(): void {
    if (!map || over) return;
    map.close();
    map = undefined;
    const focused = view.frame.contains(activeIn(view.frame));
    view.frame.hidden = true;
    if (focused) view.use.focus();
    if (!chosen) view.tell(words.mapFailed);
  }

  view.use.onclick = () => void askDevice();
  view.send.onclick = () => finish(chosen);
  for (const button of view.leave) button.onclick = () => finish(undefined);
  view.closer.onclick = () => map?.zoom(1);
  view.wider.onclick = () => map?.zoom(-1);

  return {
    box: view.box,
    leave: () => finish(undefined),
    begin(): void {
      view.title.focus();
      void openMap();
    },
  };
}

function activeIn(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.activeElement : null;
}
