import { Input, Text } from "@mantine/core";
import { ChevronDown, ChevronRight } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useWords } from "../../kit/language";
import { languages } from "../../kit/languages";
import { AddField, AddItem } from "./Adding";
import classes from "./documents.module.css";
import { idOf, useForm } from "./form";
import { LeafField } from "./Leaf";
import { FieldTools, ItemTools } from "./Tools";
import { documentsWords } from "./texts";
import { type Branch as BranchNode, childrenOf, isBranch, languagesIn, summaryOf, type Tree } from "./tree";

type Given = { node: Tree; label: string; tools?: ReactNode; isItem?: boolean };

/** A value of the document: a field, or all that stands in a map or list. */
export const TreeNode = memo(function TreeNode({ node, label, tools, isItem = false }: Given) {
  const { shown } = useForm();
  if (shown && !shown.has(node.field)) return null;
  const told = languagesIn(node);
  if (told) return <InLanguages node={node} label={label} told={told} tools={tools} />;
  if (isBranch(node)) return <Branch node={node} label={label} tools={tools} />;
  return (
    <div className={classes.line}>
      <LeafField node={node} label={label} isHidden={isItem} />
      {tools}
    </div>
  );
});

type InLanguagesGiven = Omit<Given, "isItem"> & { told: NonNullable<ReturnType<typeof languagesIn>> };

/** One text in several languages, side by side. */
function InLanguages({ node, label, told, tools }: InLanguagesGiven) {
  return (
    <fieldset className={classes.branch}>
      <legend>
        <span className={classes.head}>
          <Input.Label labelElement="div">{label}</Input.Label>
          {tools}
        </span>
      </legend>
      <Comment of={node} />
      <Mistake of={node} />
      <div className={classes.languages}>
        {told.map(({ language, value }) => (
          <LeafField key={language} node={value} label={languages[language]} lang={language} />
        ))}
      </div>
    </fieldset>
  );
}

/** A map or list, closed until somebody wants to see into it: only open ones draw what they hold. */
function Branch({ node, label, tools }: { node: BranchNode; label: string; tools: ReactNode }) {
  const words = useWords(documentsWords);
  const { open, toggle, shown, mistakes } = useForm();
  const isOpen = shown !== undefined || open.has(node.field);
  const count = node.kind === "list" ? words.items(node.items.length) : "";
  const isWrong = [...mistakes.keys()].some((field) => field === node.field || isInside(field, node.field));
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <fieldset className={classes.branch}>
      <legend>
        <span className={classes.head}>
          <button
            type="button"
            id={idOf(node.field)}
            className={classes.opener}
            aria-expanded={isOpen}
            data-wrong={isWrong || undefined}
            onClick={() => toggle(node.field)}
          >
            <Icon size={15} aria-hidden />
            <strong>{label}</strong>
            <span className={classes.summary}>
              {[count, isOpen ? "" : summaryOf(node)].filter(Boolean).join(" · ")}
            </span>
          </button>
          {tools}
        </span>
      </legend>
      {isOpen && (
        <div className={classes.inside}>
          <Inside node={node} label={label} />
        </div>
      )}
    </fieldset>
  );
}

const isInside = (field: string, branch: string) => field.startsWith(`${branch}.`) || field.startsWith(`${branch}[`);

/** What stands in a map or list, and the ways to add to it. */
export function Inside({ node, label }: { node: BranchNode; label: string }) {
  const words = useWords(documentsWords);
  const { nameOf } = useForm();
  const children = childrenOf(node);
  return (
    <>
      <Comment of={node} />
      <Mistake of={node} />
      {children.length === 0 && (
        <Text size="sm" className={classes.quiet ?? ""}>
          {words.empty}
        </Text>
      )}
      {children.map(({ name, value }, place) => {
        const called = name === undefined ? words.item(place + 1) : nameOf(name);
        const all = children.length;
        const tools =
          name === undefined ? (
            <ItemTools list={node} {...{ place, all, called }} />
          ) : (
            !value.needed && <FieldTools map={node} field={value} called={called} />
          );
        return <TreeNode key={value.field} node={value} label={called} tools={tools} isItem={name === undefined} />;
      })}
      {node.kind === "list" ? <AddItem list={node} label={label} /> : <AddField map={node} label={label} />}
    </>
  );
}

const Comment = ({ of: { comment } }: { of: Tree }) =>
  comment ? <div className={classes.comment}>{comment}</div> : null;

function Mistake({ of: { field } }: { of: Tree }) {
  const { mistakes } = useForm();
  const told = mistakes.get(field);
  return told === undefined ? null : <Input.Error>{told}</Input.Error>;
}
