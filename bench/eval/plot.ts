import type { Believed, RiskPoint } from "../../src/understanding/thresholds";
import { binsOf, calibrationError } from "./measures";

const SIZE = 360;
const EDGE = 48;
const INNER = SIZE - 2 * EDGE;
const x = (value: number) => EDGE + value * INNER;
const y = (value: number) => SIZE - EDGE - value * INNER;

/** A reliability plot: how often the bot was right at each confidence; the dots' area is how many texts stand behind. */
export function reliabilityPlot(title: string, shots: Believed[]): string {
  const dots = binsOf(shots)
    .filter(({ count }) => count > 0)
    .map(({ count, confidence, right }) => {
      const radius = Math.max(3, 60 * Math.sqrt(count / shots.length / Math.PI));
      return `<circle cx="${x(confidence).toFixed(1)}" cy="${y(right).toFixed(1)}" r="${radius.toFixed(1)}" fill="#0b5cad" fill-opacity="0.65"><title>${count} texts, sure to ${confidence.toFixed(2)}, right ${right.toFixed(2)}</title></circle>`;
    });
  const subtitle = `${shots.length} texts, ECE ${calibrationError(shots).toFixed(3)}`;
  const diagonal = `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#888" stroke-dasharray="4 4"/>`;
  return frame(title, subtitle, ["confidence", "share right"], [diagonal, ...dots]);
}

/** What answering more costs: each point a threshold. */
export function riskPlot(title: string, curve: RiskPoint[], threshold: number): string {
  const top = Math.max(0.1, ...curve.map(({ wrong }) => wrong));
  const points = curve.map(({ answered, wrong }) => `${x(answered).toFixed(1)},${y(wrong / top).toFixed(1)}`).join(" ");
  const line = `<polyline points="${points}" fill="none" stroke="#0b5cad" stroke-width="2"/>`;
  return frame(
    title,
    `answered from ${threshold.toFixed(2)} on; top of the scale ${(100 * top).toFixed(0)} % wrong`,
    ["share answered", "share wrong"],
    [line],
  );
}

function frame(title: string, subtitle: string, [across, up]: [string, string], marks: string[]): string {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (at) =>
      `<text x="${x(at)}" y="${SIZE - EDGE + 16}" text-anchor="middle">${at}</text><text x="${EDGE - 6}" y="${y(at) + 4}" text-anchor="end">${at}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" font-family="sans-serif" font-size="11" role="img">`,
    `<rect width="${SIZE}" height="${SIZE}" fill="#fff"/><rect x="${EDGE}" y="${EDGE}" width="${INNER}" height="${INNER}" fill="none" stroke="#444"/>`,
    `<text x="${SIZE / 2}" y="20" text-anchor="middle" font-size="14">${title}</text><text x="${SIZE / 2}" y="36" text-anchor="middle">${subtitle}</text>`,
    ...ticks,
    `<text x="${SIZE / 2}" y="${SIZE - 12}" text-anchor="middle">${across}</text><text transform="translate(14 ${SIZE / 2}) rotate(-90)" text-anchor="middle">${up}</text>`,
    ...marks,
    "</svg>\n",
  ].join("\n");
}
