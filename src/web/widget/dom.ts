type Child = Node | string | undefined;

/** Makes an element; `props` are attributes, because those are what styles and readers see. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

const paths = {
  chat: "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM7 9h10M7 12.5h6",
  horn: "M2 14.5h6c5 0 8-1.500 11.500-5v9c-2-2.600-4-3.600-6-4M2 12.800v3.400M11 14.500v4M14 14.800v3.700M11 18.500h3M15 6.500l1.500-3M11 7.500 10 4.500M19 6.500l2.500-1.500",
  down: "M5 9l7 7 7-7",
  close: "M5 5l14 14M19 5 5 19",
  send: "M3 11.500 21 3l-6 18-3.500-7.500zM11.500 13.500 21 3",
  clip: "M20 11.500 11.700 19.800a5 5 0 0 1-7.100-7.100L13 4.300a3.300 3.300 0 0 1 4.700 4.700l-8.300 8.300a1.700 1.700 0 0 1-2.400-2.400L14.500 7.500",
  camera: "M3 8h4l2-3h6l2 3h4v11H3zM12 10a3.500 3.500 0 1 0 .01 0z",
  file: "M6 2h8l5 5v15H6zM14 2v5h5M9 13h7M9 17h5",
  person: "M12 3a4.500 4.500 0 1 0 .01 0zM3.500 21c.5-5 4-7 8.500-7s8 2 8.500 7",
  tick: "M4 12.500 9.500 18 20 6",
  warning: "M12 3 1.500 21h21zM12 9.500v5M12 17.800v.2",
  link: "M14 4h6v6M20 4 10 14M18 14v6H4V6h6",
};

/** A line drawing in the colour of the text around it; says nothing to screen readers. */
export function icon(name: keyof typeof paths): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
