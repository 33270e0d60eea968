import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { type Form, idOf, useForm } from "./form";
import type { Leaf, Scalar, TextNode } from "./tree";

type Given<Node extends Leaf = Leaf> = { node: Node; label: string; lang?: string; isHidden?: boolean };

/** One value as a field. `isHidden`: its name is heard, not seen. */
export function LeafField({ node, ...given }: Given) {
  switch (node.kind) {
    case "text":
      return node.choices ? (
        <Chosen node={{ ...node, choices: node.choices }} {...given} />
      ) : (
        <Words node={node} {...given} />
      );
    case "number":
      return <Count node={node} {...given} />;
    case "flag":
      return <Flag node={node} {...given} />;
    case "null":
      return <Words node={{ ...node, kind: "text", value: "" }} {...given} />;
  }
}

/** What stands in a field while it is typed in; somebody else's text comes in from outside. */
function useTyped(form: Form, node: Leaf) {
  const { typedIn, type } = form;
  const [value, setValue] = useState<Scalar>(() => typedIn(node));
  useEffect(() => setValue(typedIn(node)), [node, typedIn]);
  const put = (next: Scalar) => {
    setValue(next);
    type(node, next);
  };
  return [value, put] as const;
}

function useShared({ node, label, isHidden }: Given, form: Form) {
  return {
    id: idOf(node.field),
    ...(isHidden ? { "aria-label": label } : { label }),
    ...(node.comment !== undefined && !isHidden && { description: node.comment }),
    error: form.mistakes.get(node.field),
  };
}

/** Longer than this it may need a second line. */
const LONG = 60;

function Words(given: Given<TextNode>) {
  const form = useForm();
  const [value, put] = useTyped(form, given.node);
  const text = typeof value === "string" ? value : "";
  const shared = {
    ...useShared(given, form),
    ...{
      lang: given.lang,
      value: text,
      readOnly: form.readOnly,
      spellCheck: given.lang !== undefined,
      autoComplete: "off",
    },
  };
  const isLong = given.lang !== undefined || text.length > LONG || text.includes("\n");
  return isLong ? (
    <Textarea
      {...shared}
      autosize
      minRows={1}
      maxRows={20}
      onChange={({ currentTarget }) => put(currentTarget.value)}
    />
  ) : (
    <TextInput {...shared} onChange={({ currentTarget }) => put(currentTarget.value)} />
  );
}

function Chosen(given: Given<TextNode & { choices: string[] }>) {
  const form = useForm();
  const [value, put] = useTyped(form, given.node);
  const { choices } = given.node;
  const text = String(value ?? "");
  return (
    <NativeSelect
      {...useShared(given, form)}
      maw={320}
      data={choices.includes(text) ? choices : [text, ...choices]}
      value={text}
      disabled={form.readOnly}
      onChange={({ currentTarget }) => put(currentTarget.value)}
    />
  );
}

function Count(given: Given) {
  const form = useForm();
  const [value, put] = useTyped(form, given.node);
  return (
    <NumberInput
      {...useShared(given, form)}
      maw={160}
      value={typeof value === "number" ? value : ""}
      readOnly={form.readOnly}
      onChange={(next) => typeof next === "number" && put(next)}
    />
  );
}

function Flag({ node, label }: Given) {
  const form = useForm();
  const [value, put] = useTyped(form, node);
  return (
    <Checkbox
      id={idOf(node.field)}
      label={label}
      description={node.comment}
      error={form.mistakes.get(node.field)}
      checked={value === true}
      disabled={form.readOnly}
      onChange={({ currentTarget }) => put(currentTarget.checked)}
    />
  );
}
