import { type CSSVariablesResolver, createTheme } from "@mantine/core";

/** Dense, calm, legible: system fonts, small controls, one blue of the city and colours only where they mean something. */
export const theme = createTheme({
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  primaryColor: "blue",
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Button: { defaultProps: { size: "xs" } },
    TextInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm", comboboxProps: { withinPortal: true } } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 400 } },
  },
});

/** Quiet text stays legible: 7 : 1 on white, and as much in the dark. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "var(--mantine-color-gray-7)",
    "--mantine-color-placeholder": "var(--mantine-color-gray-7)",
    "--mantine-color-error": "var(--mantine-color-red-9)",
    "--mantine-color-blue-light-hover":
      "color-mix(in srgb, var(--mantine-color-blue-1), var(--mantine-color-blue-2) 30%)",
    "--mantine-color-red-light-color": "color-mix(in srgb, var(--mantine-color-red-9), black 20%)",
    "--mantine-color-green-light-color": "color-mix(in srgb, var(--mantine-color-green-9), black 30%)",
  },
  dark: {
    "--mantine-color-dimmed": "var(--mantine-color-dark-1)",
    "--mantine-color-placeholder": "var(--mantine-color-dark-1)",
    "--mantine-color-error": "var(--mantine-color-red-4)",
  },
});
