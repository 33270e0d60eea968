const browsers: [string, RegExp][] = [
  ["Edge", /Edg\//],
  ["Opera", /OPR\//],
  ["Firefox", /Firefox\//],
  ["Chrome", /Chrome\//],
  ["Safari", /Safari\//],
];
const systems: [string, RegExp][] = [
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X/],
  ["Linux", /Linux/],
];

/** "Firefox, Windows" out of what a browser calls itself; what is not known stays as it is. */
export function deviceName(device: string): string {
  const known = [browsers, systems].map((names) => names.find(([, sign]) => sign.test(device))?.[0]);
  return known.filter((name) => name !== undefined).join(", ") || device;
}
