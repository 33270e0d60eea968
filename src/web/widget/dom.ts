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
  horn: "M2 9v5M2 11.5h9c3.5 0 6.5-1.8 10-5v10c-3.5-3.2-6.5-5-10-5M6.5 11.5V16A1.5 1.5 0 0 0 8 17.5h5a1.5 1.5 0 0 0 1.5-1.5v-3M8.5 8v3.5M11.5 8v3.5",
  down: "M5 9l7 7 7-7",
  close: "M5 5l14 14M19 5 5 19",
  send: "M3 11.5 21 3l-6 18-3.5-7.5zM11.5 13.5 21 3",
  clip: "M20 11.5 11.7 19.8a5 5 0 0 1-7.1-7.1L13 4.3a3.3 3.3 0 0 1 4.7 4.7l-8.3 8.3a1.7 1.7 0 0 1-2.4-2.4L14.5 7.5",
  camera: "M3 8h4l2-3h6l2 3h4v11H3zM12 10a3.5 3.5 0 1 0 .01 0z",
  file: "M6 2h8l5 5v15H6zM14 2v5h5M9 13h7M9 17h5",
  person: "M12 3a4.5 4.5 0 1 0 .01 0zM3.5 21c.5-5 4-7 8.5-7s8 2 8.5 7",
  tick: "M4 12.5 9.5 18 20 6",
  warning: "M12 3 1.5 21h21zM12 9.5v5M12 17.8v.2",
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
