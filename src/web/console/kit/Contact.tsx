import { Anchor } from "@mantine/core";

/** A telephone number or an address as something to press; anything else as text. */
export function Contact({ text }: { text: string }) {
  const digits = text.replace(/[\s().-]/g, "");
  if (/^\+?\d{9,15}$/.test(digits))
    return (
      <Anchor href={`tel:${digits}`} inherit underline="always">
        {text}
      </Anchor>
    );
  if (/^\S+@\S+\.\S+$/.test(text))
    return (
      <Anchor href={`mailto:${text}`} inherit underline="always">
        {text}
      </Anchor>
    );
  return <>{text}</>;
}
